"""What a plan and what a cart costs: positions and orders are projected, and priced by the price book.

Where a workspace has no price book there is no sum.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple, Protocol

from reconciler.model.cost import NOUGHT, Cost, Sums
from reconciler.model.finding import Breach, Finding, Severity
from reconciler.model.kind import Kind
from reconciler.model.meaning import Unordered
from reconciler.model.message import Word
from reconciler.model.plan import Plan
from reconciler.model.position import Observation, Position
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts
from reconciler.stages.judge.check import check
from reconciler.stages.judge.tell import tell
from reconciler.stages.outlook.fill import fill
from reconciler.stages.outlook.linger import unordered
from reconciler.stages.outlook.price import price
from reconciler.stages.wish.interpret import interpret
from reconciler.stages.wish.project import project
from reconciler.workspace.kit import Kit
from reconciler.workspace.place import place_in_file
from reconciler.workspace.wishes import Wishes


class Priced(NamedTuple):
    """A cost, or None, and what is to be said about it."""

    cost: Cost | None
    findings: tuple[Finding, ...] = ()


def plan_cost(wished: State, observation: Observation, plan: Plan, kit: Kit) -> Priced:
    """What is paid before and after all waves, and with what `order` buys once the due orders lie in the cart.

    Positions of others that only lie in the cart do not count: neither plan nor order touches them.
    """
    book = _book(wished)
    if book is None:
        return Priced(None)
    mine = [p for p in observation.positions if not p.theirs]
    lying = [p for p in mine if p.state == "in-cart"]
    priced = _pricer(book, observation, kit.kinds)
    then = fill(mine, (order for wave in plan.waves for order in wave.orders))
    whole = priced(then)
    cart = priced(fill(mine, plan.due))
    cost = _named(replace(whole, cart=cart.monthly), cart)
    if lying:
        there = priced(mine)
        bound = max(whole.monthly.bound - priced(then, lying).monthly.bound, NOUGHT)
        added = Sums(there.monthly.after, whole.monthly.after, bound, not (there.unpriced or whole.unpriced))
        cost = _named(replace(cost, lying=there.monthly, added=added), there)
    return Priced(cost, _without_price(cost, book, kit))


def cart_cost(wishes: Wishes, observation: Observation, refs: Collection[str], kit: Kit) -> Priced:
    """What is paid before and after these positions of the cart are ordered; no cost by a price book with errors."""
    reading = interpret(wishes.prices.documents, kit.kinds, State())
    facts = Facts(after=reading.state, wished=reading.state)
    breaches = (*wishes.prices.breaches, *reading.breaches, *check(facts, kit.rules.values(), reading.unread))
    findings = tell(breaches, kit.rules, reading.state, place_in_file)
    errors = tuple(f for f in findings if f.severity is Severity.ERROR)
    book = _book(reading.state)
    if book is None or errors:
        return Priced(None, errors)
    counted = [p for p in observation.positions if p.state != "in-cart" or p.ref in refs]
    cost = _pricer(book, observation, kit.kinds)(counted)
    return Priced(cost, _without_price(cost, book, kit))


def unordered_cost(
    positions: Iterable[Position], day: date, cost: Cost | None, monthly: Sums | None, kit: Kit
) -> Unordered | None:
    """What of ours lies in the cart and was not bought, with what buying it on that day comes to."""
    return unordered(positions, kit.kinds, day, monthly, cost.currency if cost else "")


def _book(state: State) -> Resource | None:
    return next(iter(state.of("pricebook").values()), None)


class _Pricing(Protocol):
    def __call__(self, positions: Iterable[Position], bound: Iterable[Position] | None = None) -> Cost: ...


def _pricer(book: Resource, observation: Observation, kinds: Mapping[str, Kind]) -> _Pricing:
    """A function that gives the cost of positions: what of them is ordered counts before, all of them after.

    What is bound is that of ``bound``, else of all of them that are not ordered yet, at the prices of the end.
    """
    staying = replace(observation, state=observation.state.but(_staying(observation)))
    ordered = tuple(p for p in observation.positions if p.state == "ordered")
    before = project(replace(staying, positions=ordered), kinds)

    def priced(positions: Iterable[Position], bound: Iterable[Position] | None = None) -> Cost:
        counted = tuple(positions)
        after = project(replace(staying, positions=counted), kinds)
        return price(book.body, before, after, bound or (p for p in counted if p.state == "in-cart"))

    return priced


def _named(cost: Cost, other: Cost) -> Cost:
    """The cost with what has no price in another one, of which it has sums."""
    return replace(cost, unpriced=tuple(dict.fromkeys((*cost.unpriced, *other.unpriced))))


def _staying(observation: Observation) -> Iterable[Resource]:
    """What any position will delete, without that mark: which positions count is said by those that are projected."""
    for resource in observation.state:
        if resource.life and resource.leaving:
            yield replace(resource, life=replace(resource.life, leaving=""))


def _without_price(cost: Cost, book: Resource, kit: Kit) -> tuple[Finding, ...]:
    """One finding for all that has no price; it points at the book, for there is no line to point at."""
    if not cost.unpriced:
        return ()
    place = place_in_file(book.layers[0].document, ("spec",), True, "")  # noqa: FBT003
    names = ", ".join(item.name for item in cost.unpriced)
    breach = Breach("PRICE-5", book.address, values={"value": Word(names)}, place=place)
    return tell((breach,), kit.rules, State(), place_in_file)
