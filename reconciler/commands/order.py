"""Cart and order: what lies in the cart, and buying it.

Order buys what lies in the cart only if it is what the manifests explain and, with a plan file, what that approved:
compared by content, by the portal itself, in the transaction that buys. After that there is one way out: the report
comes from what the portal acknowledged and tells when read again.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from reconciler import errors
from reconciler.app import Confirm, Opened, meant, open_all, origin_of, plan_on, secrets, today_only
from reconciler.applying import lease, noted, release
from reconciler.approval import read_usable
from reconciler.closing import bought, carted, repriced
from reconciler.effects import Effects
from reconciler.errors import LeaseHeld, Unreachable
from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.order import Outcome, Receipt
from reconciler.model.position import Observation, Position
from reconciler.model.meaning import Meaning
from reconciler.model.report import Head, Report
from reconciler.model.sections import Cart, Costs, Findings, Manual, Purchase
from reconciler.model.text import Text
from reconciler.opening import connect
from reconciler.pricing import cart_cost
from reconciler.request import Request
from reconciler.runner import ATTEMPTS
from reconciler.stages.outlook.linger import counted

HELD = frozenset({"PROTECTED", "EMPTY"})
"""Guards that stop buying too: the cart would delete what is protected, or no manifest was found that explains it."""
GUARD_HOLDS = Text("Eine Schutzgrenze hält die Bestellung an. Bestellt wurde nichts.",
                   "A guard stops the order. Nothing was bought.")

UNREAD = Text("Das Portal hat {count} Positionen angenommen, ließ sich danach aber nicht nachlesen. "
              "Nachsehen: reconciler cart",
              "The portal took {count} positions, but could not be read afterwards. Look: reconciler cart")
ELSE_THERE = Text("Das Portal hat die Bestellung angenommen, zeigt sie beim Nachlesen aber nicht so. "
                  "Nachsehen: reconciler cart",
                  "The portal took the order, but does not show it so when read again. Look: reconciler cart")
UNANSWERED = Text("Ob {count} Positionen bestellt sind, lässt sich nicht sagen: Die Antwort ging verloren. "
                  "Erst nachsehen: reconciler cart",
                  "Nobody can say whether {count} positions are ordered: the answer was lost. "
                  "Look first: reconciler cart")

CART, TITLE = Text("Warenkorb", "Cart"), Text("Bestellung", "Order")
BOUGHT = ("ordered", "done")
"""The states of positions that were bought."""


def cart(request: Request) -> Report:
    """What lies in the cart, was ordered, or was rejected."""
    opened = open_all(request)
    portal = connect(opened.workspace, opened.kit)
    observation = portal.observe(None if opened.wishes.prices.documents else ())
    today_only(request, observation)
    priced = cart_cost(opened.wishes, observation, _lying(observation), opened.kit)
    positions = sorted((counted(p, observation.today) for p in portal.positions()), key=_by_address)
    mine = [p for p in positions if p.ours and p.state == "in-cart"]
    meaning = Meaning(meant(mine, observation, opened), cost=priced.cost).with_positions(mine)
    there = Cart(tuple(positions), meaning, mixed=any(not p.ours and p.state == "in-cart" for p in positions))
    code = errors.DONE if priced.cost or not priced.findings else errors.REFUSED
    head = Head("cart", CART, code, observation.today, Origin.of(observation))
    return Report(head, (Findings(priced.findings), there), carted(there), secrets(opened.kit, priced.findings))


def order(request: Request, path: Path | None, effects: Effects, confirm: Confirm, *, foreign: bool) -> Report:
    """Buy what lies in the cart, if it is what was planned: no cart order due any more, nothing unexplained."""
    opened = open_all(request)
    portal = connect(opened.workspace, opened.kit)
    observation = portal.observe()
    today_only(request, observation)
    planned = read_usable(path, observation, opened) if path else None
    fresh = plan_on(opened, observation, request)
    refs = _lying(observation, foreign=foreign)
    lying = tuple(sorted((counted(p, observation.today) for p in observation.positions if p.ref in refs),
                         key=_by_address))
    priced = cart_cost(opened.wishes, observation, refs, opened.kit)
    manual = fresh.get(Manual) or Manual()
    meaning = Meaning(meant(lying, observation, opened), cost=priced.cost, manual=manual.chores).with_positions(lying)
    head = Head("order", TITLE, errors.DONE, observation.today, fresh.head.portal)
    known_rules = {**fresh.secrets.rules, **secrets(opened.kit, priced.findings).rules}
    report = Report(head, (Findings(priced.findings), Purchase(lying, meaning)),
                    secrets=replace(fresh.secrets, rules=known_rules))
    held = fresh.exit == errors.GUARDED and fresh.plan and HELD.intersection(fresh.plan.refused)
    if held or fresh.exit == errors.REFUSED:
        found = replace(fresh.get(Findings) or Findings(), documents=0)
        return _ended(report.having(found), fresh.exit, GUARD_HOLDS if held else fresh.closing)
    known = {p.ref: counted(p, observation.today) for p in portal.positions()}
    if planned and planned.plan and not lying and _all_bought(planned.plan.cart, known):
        there = tuple(known[ref] for ref in sorted(planned.plan.cart))
        before = Purchase(there, Meaning().with_positions(there), (Receipt("", Outcome.ALREADY_PRESENT),), "before")
        return _ended(report.having(before), errors.DONE, _already(len(there)))
    reason = _due(fresh) or _else_than_planned(planned, lying, known) or _costs_else(planned, opened, observation)
    if reason:
        return _ended(report, errors.UNKNOWN, reason)
    if not lying:
        return _ended(report, errors.DONE, bought(0))
    if not confirm(report):
        return _ended(report, errors.DONE, Text("Nicht bestätigt. Bestellt wurde nichts.",
                                                "Not confirmed. Nothing was bought."))
    return _bought(report, opened, portal, effects, request.wait)


def _ended(report: Report, code: int, closing: Text) -> Report:
    """The report of an order by which nothing was bought now."""
    purchase = report.get(Purchase) or Purchase()
    if purchase.bought == "asked":
        report = report.having(replace(purchase, bought="nothing"))
    return report.ending(code, closing)


def _all_bought(approved: Mapping[str, str], known: Mapping[str, Position]) -> bool:
    return bool(approved) and all(ref in known and known[ref].state in BOUGHT and known[ref].digest == content
                                  for ref, content in approved.items())


def _already(count: int) -> Text:
    return Text(f"Alles aus dieser Plandatei ist schon bestellt ({count}); es bleibt nichts zu bestellen.",
                f"All of this plan file is ordered already ({count}); nothing is left to order.")


def _due(fresh: Report) -> Text | None:
    """Why the cart is not yet what the manifests say."""
    due = [o for o in (fresh.plan.due if fresh.plan else ()) if o.channel == "cart"]
    if not due:
        return None
    told = _told(due[0])
    return _not(Text(f"Der Warenkorb ist nicht, was die Manifeste sagen: {told.de} steht noch aus.",
                     f"The cart is not what the manifests say: {told.en} is still due."),
                Text("Erst: reconciler apply", "First: reconciler apply"))


def _else_than_planned(
    planned: Report | None, lying: tuple[Position, ...], known: Mapping[str, Position]
) -> Text | None:
    """Why the cart is not what a plan file approved, content by content; who else put something in does not matter."""
    if planned is None or planned.plan is None:
        return None
    approved = planned.plan.cart
    again = Text("Neu planen: reconciler plan", "Plan again: reconciler plan")
    for position in (p for p in lying if p.ours):
        told = _told(position)
        if position.ref not in approved:
            return _not(Text(f"Im Warenkorb liegt, was nicht in der Plandatei steht: {told.de}.",
                             f"The cart holds what is not in the plan file: {told.en}."), again)
        if position.digest != approved[position.ref]:
            return _not(Text(f"Im Warenkorb liegt etwas anderes als geplant: {told.de} hat jetzt andere Angaben.",
                             f"The cart holds something else than planned: {told.en} has other settings now."), again)
    of_orders = {o.ref: o for o in planned.plan.due}
    for ref in sorted(approved):
        found = known.get(ref)
        if found is None or found.state == "rejected":
            missing = found or of_orders.get(ref)
            name = _told(missing) if missing else Text("eine Position", "a position")
            return _not(Text(f"Was geplant war, liegt nicht im Warenkorb: {name.de}.",
                             f"What was planned does not lie in the cart: {name.en}."), again)
    return None


def _told(one: Any) -> Text:
    """A position or an order in words."""
    return say.of_whom(one.verb, one.item, one.address)


def _not(reason: Text, way_out: Text) -> Text:
    return Text(f"{reason.de} Bestellt wurde nichts. {way_out.de}", f"{reason.en} Nothing was bought. {way_out.en}")


def _lying(observation: Observation, *, foreign: bool = False) -> set[str]:
    """What lies in the cart and is ours, or anybody's."""
    return {p.ref for p in observation.positions if p.state == "in-cart" and (p.ours or foreign)}


def _by_address(position: Position) -> tuple[Address, str, str]:
    return position.address, position.verb, position.item


def _costs_else(planned: Report | None, opened: Opened, observation: Observation) -> Text | None:
    """Why the sum of a plan file no longer holds; positions of others are in no plan and are told beside it."""
    costs = planned.get(Costs) if planned else None
    there = costs.cost if costs else None
    if there is None or there.cart is None:
        return None
    now = cart_cost(opened.wishes, observation, _lying(observation), opened.kit).cost
    known = {item.name for item in there.unpriced}
    same = now and (now.currency, now.monthly) == (there.currency, there.cart)
    return None if now and same and known >= {item.name for item in now.unpriced} else repriced(there, now)


def _bought(report: Report, opened: Opened, portal: Any, effects: Effects, wait: float) -> Report:
    purchase = report.get(Purchase) or Purchase()
    contents, cost = {p.ref: p.digest for p in purchase.positions}, purchase.meaning.cost
    effects.hold_signals()
    token = lease(portal, effects, wait)
    try:
        if cost:  # a yes was said to this sum, perhaps a while ago
            now = cart_cost(opened.wishes, portal.observe(), set(contents), opened.kit).cost
            if now != cost:
                return _ended(report, errors.UNKNOWN, repriced(cost, now))
        if effects.stopped():
            raise KeyboardInterrupt
        report = _read_back(report, purchase, _submitted(contents, portal, token), contents, portal)
    finally:
        notes = release(portal, token)
    return noted(report, notes)


def _submitted(contents: Mapping[str, str], portal: Any, token: int) -> Receipt:
    """What the portal says to all of it, all or none; where no answer comes, what can be seen.

    Raises:
        Unreachable, LeaseHeld: if nothing can have been bought.
    """
    answer: Receipt | None = None
    for attempt in range(ATTEMPTS):
        try:
            answer = portal.submit(contents, token)
        except (Unreachable, LeaseHeld):
            if attempt == 0:
                raise
            answer = None
        except (Exception, KeyboardInterrupt):  # noqa: BLE001 - no answer: only reading back can tell
            answer = None
        if answer and (attempt == 0 or answer.outcome is Outcome.DONE):
            return answer
        states = _states(contents, portal)  # a refusal may be due to an earlier attempt that bought all
        if states and states <= set(BOUGHT):
            return Receipt("", Outcome.DONE)
        if answer and states == {"in-cart"}:
            return answer
    return Receipt("", Outcome.UNKNOWN)


def _states(contents: Mapping[str, str], portal: Any) -> set[str]:
    """The states of these positions; empty where the portal cannot be read."""
    known = _read(portal)
    return {known[ref].state if ref in known else "" for ref in contents} if known else set()


def _read(portal: Any) -> dict[str, Position]:
    """All positions by reference; empty where the portal cannot be read."""
    try:
        return {p.ref: p for p in portal.positions()}
    except Exception:  # noqa: BLE001 - after buying nothing may be raised any more
        return {}


def _read_back(
    report: Report, asked: Purchase, receipt: Receipt, contents: Mapping[str, str], portal: Any
) -> Report:
    """The report of what was bought, from what the portal acknowledged and what it tells when read again."""
    known, count, day = _read(portal), len(contents), report.head.as_of or date.min
    positions = tuple(counted(known.get(p.ref, p), day) for p in asked.positions)
    there = all(p.state in BOUGHT and p.digest == contents[p.ref] for p in positions)
    code, closing, said = errors.UNKNOWN, UNANSWERED.filled({"count": str(count)}), "unknown"
    if receipt.outcome is Outcome.REJECTED:
        code = errors.UNKNOWN if receipt.rule == "CART-2" else errors.PARTIAL
        closing, said = receipt.message or bought(0), "nothing"
    elif known and there:
        receipt, code, closing, said = replace(receipt, outcome=Outcome.DONE), errors.DONE, bought(count), "ordered"
    elif receipt.outcome is Outcome.DONE and not known:
        positions = tuple(replace(p, state="ordered") for p in positions)
        closing, said = UNREAD.filled({"count": str(count)}), "ordered"
    elif receipt.outcome is Outcome.DONE:
        closing, said = ELSE_THERE, "ordered" if any(p.state == "ordered" for p in positions) else "nothing"
    meaning = asked.meaning.with_positions(positions)
    return report.having(Purchase(positions, meaning, (receipt,), said)).ending(code, closing)
