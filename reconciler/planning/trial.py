"""The portal's rules, asked before it is: of one resource, and of a whole plan that is played to its end."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date

from reconciler.model import waits as say
from reconciler.model.finding import Breach, Finding, Severity
from reconciler.model.meaning import ENDING
from reconciler.model.message import Message, Quote, sentence
from reconciler.model.order import Outcome
from reconciler.model.plan import Plan
from reconciler.model.position import Observation, Position
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts
from reconciler.model.text import NOTHING, Text
from reconciler.stages.judge.overdue import overdue
from reconciler.stages.judge.tell import tell
from reconciler.stages.order.simulate import Refused, Rehearsal, simulate
from reconciler.workspace.kit import Kit
from reconciler.workspace.place import place_in_file

PART = Text("Ohne --target, --exclude und --select planen, oder auch wählen, was daran hängt.",
            "Plan without --target, --exclude and --select, or choose as well what it hangs on.")


def breaks_of(facts: Facts, kit: Kit) -> Callable[[Resource], frozenset[str]]:
    """Which of the portal's rules a resource breaks, in the company as it will be."""
    rules = [rule for rule in kit.rules.values() if rule.portal and rule.each]

    def breaks(resource: Resource) -> frozenset[str]:
        return frozenset(breach.rule for rule in rules for breach in rule.errors(resource, facts))

    return breaks


def refusals(plan: Plan, observation: Observation, wished: State, kit: Kit) -> tuple[Finding, ...]:
    """What the portal's own rules would refuse when the plan is played to its end."""
    then = replace(observation, today=min(observation.today, plan.as_of))
    part = PART if plan.selection.said() else NOTHING
    found = simulate(plan.waves, _rehearsal(then, kit), plan.as_of)
    return tuple(_not_yet(refused, wished, part, kit) if refused.only_yet else _refusal(refused, part)
                 for refused in found)


def unbuyable(observation: Observation, refs: Collection[str], kit: Kit) -> tuple[Finding, ...]:
    """Why the portal would refuse these positions of the cart as a whole, were they ordered today."""
    rehearsal, day = _rehearsal(observation, kit), observation.today
    contents = {p.ref: p.digest for p in observation.positions if p.ref in refs}
    bought = rehearsal.submit(contents, rehearsal.acquire("simulation"))
    if bought.outcome is not Outcome.REJECTED or bought.breach is None:
        return ()
    message = sentence("Der Warenkorb lässt sich am {day} nicht bestellen: {reason}.",
                       "The cart cannot be bought on {day}: {reason}.", day=day, reason=_reason(bought.breach, kit))
    return _told(bought.breach, message, State(), kit)


def held_back(observation: Observation, kit: Kit) -> tuple[Finding, ...]:
    """Why what of ours lies in the cart cannot be ordered today, whatever the manifests say."""
    mine = [p for p in observation.positions if p.mine]
    if all(p.verb in ENDING for p in mine):  # nobody is kept from leaving
        return ()
    return (*unbuyable(observation, {p.ref for p in mine}, kit), *overslept(mine, observation.today, kit))


def overslept(positions: Iterable[Position], day: date, kit: Kit) -> tuple[Finding, ...]:
    """Which positions of the cart were to begin before ``day``: none of the cart is bought then."""
    breaches = (replace(b, severity=Severity.WARNING, help=NOTHING if p.ours else _NOT_OURS)
                for p in positions for b in overdue([(day, p)], kit.kinds))
    return tell(breaches, kit.rules, State(), place_in_file)


_NOT_OURS = Text("Am Portal klären, wer das wollte, und es dort herausnehmen; oder ohne --with-foreign bestellen.",
                 "Find out at the portal who wanted that, and take it out there; or order without --with-foreign.")


def _rehearsal(observation: Observation, kit: Kit) -> Rehearsal:
    from reconciler.portal.books.memory import MemoryStore
    from reconciler.portal.service import Service

    return Service(MemoryStore.of(observation, kit.kinds), kit.kinds, tuple(kit.rules.values()), lambda: 0.0)


def _refusal(refused: Refused, way_out: Text) -> Finding:
    """An error: the portal takes the order not at all, or not on its day."""
    order, day, reason = refused.order, refused.wave, Quote(refused.reason)
    message = sentence("Das Portal würde die {step} am {day} ablehnen: {reason}.",
                       "The portal would refuse the {step} on {day}: {reason}.",
                       step=say.of_whom(order.verb, order.item, order.address), day=day, reason=reason)
    return Finding(rule=refused.rule, severity=Severity.ERROR, address=order.address, message=message, help=way_out)


def _not_yet(refused: Refused, wished: State, way_out: Text, kit: Kit) -> Finding:
    """A warning where only the purchase must wait: what is wished for in the end is in order."""
    breach, day, until = refused.breach, refused.wave, refused.until
    reason = _reason(breach, kit) if breach else Quote(refused.reason)
    message = sentence("Der Warenkorb vom {day} lässt sich so noch nicht bestellen: {reason}.",
                       "The cart of {day} cannot be bought yet: {reason}.", day=day, reason=reason)
    if until:
        message = sentence("Der Warenkorb vom {day} lässt sich erst mit dem vom {until} bestellen: {reason}.",
                           "The cart of {day} can only be bought with that of {until}: {reason}.",
                           day=day, until=until, reason=reason)
    told = _told(breach, message, wished, kit) if breach else ()
    found = told[0] if told else Finding(refused.rule, Severity.WARNING, message, address=refused.order.address)
    if way_out.en or not until:
        return replace(found, help=way_out) if way_out.en else found
    return replace(found, help=sentence("Am {until} noch einmal apply und order. Früher geht es so: {fix}",
                                        "Apply and order again on {until}. It goes earlier like this: {fix}",
                                        until=until, fix=found.help))


def _reason(breach: Breach, kit: Kit) -> Quote:
    return Quote(Message(kit.rules[breach.rule].message, breach.values))


def _told(breach: Breach, message: Message, wished: State, kit: Kit) -> tuple[Finding, ...]:
    """What the company as a whole would break, with its place and the way out, in other words."""
    warned = replace(breach, severity=Severity.WARNING)
    return tuple(replace(found, message=message)
                 for found in tell((warned,), kit.rules, wished, place_in_file, whole=False))
