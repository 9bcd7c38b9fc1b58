"""Apply, cart and order: the commands that write, and the look at what was written.

Apply sends what the plan holds and decides nothing; it never buys. Order buys what lies in the cart, only if it is
what the manifests explain.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from reconciler import errors
from reconciler.app import Confirm, Opened, lying, meant, open_all, personal, plan_on, today_only
from reconciler.closing import applied, bought, carted, repriced
from reconciler.effects import Effects
from reconciler.errors import PlanFileProblem
from reconciler.files.plan import read_plan
from reconciler.model.address import Address
from reconciler.model.order import QUEUED, Order, Outcome, Receipt
from reconciler.model.position import Observation, Position
from reconciler.model.report import Origin, Report, Unordered
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.opening import connect
from reconciler.pricing import Priced, cart_cost
from reconciler.request import Request
from reconciler.runner import INTERRUPTED, run

LIFETIME = timedelta(days=7)
"""How long a plan file may be applied."""

Said = Callable[[Order, Receipt], None]


def apply(request: Request, path: Path | None, effects: Effects, confirm: Confirm, said: Said) -> Report:
    """Carry out what is due: of a plan file without a question, else of a fresh plan after a yes."""
    opened = open_all(request)
    portal = connect(opened.workspace, opened.kit)
    observation = portal.observe()
    today_only(request, observation)
    if path is None:
        planned = plan_on(opened, observation, request)
    else:
        planned = _usable(read_plan(path), observation, opened, path)
    report = replace(planned, command="apply")
    if planned.exit or not planned.plan or not planned.plan.due:
        return replace(report, closing=applied(report)) if not planned.exit else report
    if path is None and not confirm(planned):
        return replace(report, closing=Text("Nicht bestätigt. Am Portal wurde nichts geändert.",
                                            "Not confirmed. Nothing was changed at the portal."))
    return _carried_out(report, opened, portal, effects, observation, said)


def _usable(planned: Report, observation: Observation, opened: Opened, path: Path) -> Report:
    """A plan file, if it is for this portal and what it touches is still as it was.

    Raises:
        PlanFileProblem: else; nothing was changed.
    """
    here = Origin(observation.driver, observation.company, observation.origin, observation.revision)
    there = planned.portal
    if there is None or (there.driver, there.company, there.origin) != (here.driver, here.company, here.origin):
        raise _unusable(path, "gilt für ein anderes Portal", "is for another portal")
    companies = [d.address.name for d in opened.wishes.documents if d.address.kind == "company"]
    if companies and there.company not in companies:
        raise _unusable(path, "gilt für eine andere Firma", "is for another company")
    if planned.as_of is None or not planned.as_of <= observation.today <= planned.as_of + LIFETIME:
        raise _unusable(path, "ist abgelaufen (älter als 7 Tage)", "has expired (older than 7 days)")
    return planned


def _unusable(path: Path, de: str, en: str) -> PlanFileProblem:
    return PlanFileProblem(f"Plandatei {path.name} {de}. Neu planen: reconciler plan --out {path.name}",
                           f"plan file {path.name} {en}. Plan again: reconciler plan --out {path.name}")


def _carried_out(
    report: Report, opened: Opened, portal: Any, effects: Effects, observation: Observation, said: Said
) -> Report:
    token = portal.acquire(effects.holder())
    try:
        now = portal.observe()
        orders = tuple(_beginning(o, now.today) for o in (report.plan.due if report.plan else ()))
        _still_as_planned(orders, observation, now, portal)
        receipts = run(orders, portal, effects, opened.workspace.journal, token=token, said=said)
        verified = _present(orders, receipts, portal.positions())
        left = _left(opened, portal.observe(None if opened.wishes.prices.documents else ()))
    finally:
        portal.release(token)
    report = replace(report, receipts=receipts, exit=_exit(receipts, verified=verified), unordered=left)
    return replace(report, closing=applied(report))


def _beginning(order: Order, today: date) -> Order:
    """Who wrote no activation date gets the earliest when the order is queued, also from an older plan file."""
    if order.activation_date and "activationDate" not in order.body:
        return replace(order, activation_date=max(order.activation_date, today))
    return order


def _still_as_planned(orders: tuple[Order, ...], planned: Observation, now: Observation, portal: Any) -> None:
    """What the orders touch has the count that was planned with, but for what this very plan already did.

    What is queued counts when it is carried out or rejected, everything else at once. That somebody else queued
    the same is a change too.
    """
    if planned.origin != now.origin:
        raise PlanFileProblem("Das Portal wurde ausgetauscht; neu planen.", "The portal was replaced; plan again.")
    positions: tuple[Position, ...] = portal.positions()
    ended = {p.ref for p in positions if not p.open}
    lying = {(p.address, p.verb, p.item): p.ref for p in positions if p.open}
    expected: dict[Address, int] = {}
    changed: set[Address] = set()
    for order in orders:
        mine = portal.find(str(order.ref)) is not None and (order.verb not in QUEUED or order.ref in ended)
        expected[order.address] = expected.get(order.address, order.expects) + mine
        if lying.get((order.address, order.verb, order.item), order.ref) != order.ref:
            changed.add(order.address)
    changed |= {address for address, lives in expected.items() if now.lives.get(address, 0) != lives}
    if changed:
        raise PlanFileProblem(f"{min(changed)} wurde seit dem Plan geändert. Es wurde nichts gesendet; neu planen.",
                              f"{min(changed)} was changed since the plan. Nothing was sent; plan again.")


def _present(orders: tuple[Order, ...], receipts: tuple[Receipt, ...], positions: tuple[Position, ...]) -> bool:
    """Whether the portal holds exactly what was reported as done: in the cart, ordered, or carried out since."""
    lying = {p.ref for p in positions if p.state != "rejected"}
    done = {r.ref for r in receipts if r.outcome in (Outcome.DONE, Outcome.ALREADY_PRESENT)}
    for order in orders:
        if order.channel != "cart" or order.ref not in done:
            continue
        if order.verb in QUEUED and order.ref not in lying:
            return False
        if order.verb == "withdraw" and order.target in lying:
            return False
    return True


def _left(opened: Opened, observation: Observation) -> Unordered | None:
    """What now waits in the cart to be bought, and what that comes to."""
    cost = cart_cost(opened.wishes, observation, _lying(observation), opened.kit).cost
    return lying(opened, observation, cost, cost.monthly if cost else None)


def _exit(receipts: tuple[Receipt, ...], *, verified: bool) -> int:
    outcomes = {r.outcome for r in receipts}
    if Outcome.UNKNOWN in outcomes or not verified:
        return errors.UNKNOWN
    if outcomes <= {Outcome.DONE, Outcome.ALREADY_PRESENT}:
        return errors.DONE
    touched = outcomes & {Outcome.DONE, Outcome.ALREADY_PRESENT, Outcome.REJECTED, Outcome.SKIPPED}
    if touched:
        return errors.PARTIAL
    return errors.INTERRUPTED if any(r.rule == INTERRUPTED for r in receipts) else errors.UNREACHABLE


def cart(request: Request) -> Report:
    """What lies in the cart, was ordered, or was rejected."""
    opened = open_all(request)
    portal = connect(opened.workspace, opened.kit)
    observation = portal.observe(None if opened.wishes.prices.documents else ())
    today_only(request, observation)
    priced = cart_cost(opened.wishes, observation, _lying(observation), opened.kit)
    positions = sorted(portal.positions(), key=_by_address)
    exit_code = errors.DONE if priced.cost or not priced.findings else errors.REFUSED
    report = Report("cart", exit_code, as_of=observation.today, positions=tuple(positions), cost=priced.cost,
                    findings=priced.findings, rules=_named(priced, opened), personal=personal(opened.kit),
                    commitments=meant([p for p in positions if p.ours and p.state == "in-cart"], observation, opened),
                    portal=Origin(observation.driver, observation.company, observation.origin, observation.revision))
    return replace(report, closing=carted(report))


def order(request: Request, path: Path | None, effects: Effects, confirm: Confirm, *, foreign: bool) -> Report:
    """Buy what lies in the cart, if it is what was planned: no cart order due any more, nothing unexplained."""
    opened = open_all(request)
    portal = connect(opened.workspace, opened.kit)
    observation = portal.observe()
    today_only(request, observation)
    fresh = plan_on(opened, observation, request)
    refs = _lying(observation, foreign=foreign)
    chosen = tuple(sorted((p for p in observation.positions if p.ref in refs), key=_by_address))
    priced = cart_cost(opened.wishes, observation, refs, opened.kit)
    report = Report("order", as_of=observation.today, portal=fresh.portal, positions=chosen, cost=priced.cost,
                    findings=priced.findings, rules=_named(priced, opened), personal=fresh.personal,
                    commitments=meant(chosen, observation, opened))
    if fresh.exit == errors.REFUSED:
        return replace(report, exit=fresh.exit, findings=fresh.findings, rules=fresh.rules,
                       closing=fresh.closing)
    planned = _usable(read_plan(path), observation, opened, path) if path else None
    reason = _differs(fresh, refs, planned) or _costs_else(planned, opened, observation)
    if reason:
        return replace(report, exit=errors.UNKNOWN, closing=reason)
    if not chosen:
        return replace(report, closing=bought(0))
    if not confirm(report):
        return replace(report, closing=Text("Nicht bestätigt. Bestellt wurde nichts.",
                                            "Not confirmed. Nothing was bought."))
    return _bought(report, opened, portal, effects)


def _differs(fresh: Report, lying: set[str], planned: Report | None) -> Text | None:
    due = [o for o in (fresh.plan.due if fresh.plan else ()) if o.channel == "cart"]
    if due:
        first = due[0]
        return Text(f"Der Warenkorb ist nicht, was die Manifeste sagen: {first.verb} {first.address} steht noch aus. "
                    "Bestellt wurde nichts; erst: reconciler apply",
                    f"The cart is not what the manifests say: {first.verb} {first.address} is still due. "
                    "Nothing was bought; first: reconciler apply")
    wanted = {o.ref for o in (planned.plan.due if planned and planned.plan else ()) if o.verb in QUEUED}
    missing = sorted(str(ref) for ref in wanted - lying)
    if missing:
        return Text(f"Der Warenkorb ist nicht, was geplant wurde: {missing[0]} fehlt. Bestellt wurde nichts.",
                    f"The cart is not what was planned: {missing[0]} is missing. Nothing was bought.")
    return None


def _lying(observation: Observation, *, foreign: bool = False) -> set[str]:
    """What lies in the cart and is ours, or anybody's."""
    return {p.ref for p in observation.positions if p.state == "in-cart" and (p.ours or foreign)}


def _by_address(position: Position) -> tuple[Address, str, str]:
    return position.address, position.verb, position.item


def _named(priced: Priced, opened: Opened) -> Mapping[str, Rule]:
    return {f.rule: opened.kit.rules[f.rule] for f in priced.findings}


def _costs_else(planned: Report | None, opened: Opened, observation: Observation) -> Text | None:
    """Why the sum of a plan file no longer holds; positions of others are in no plan and are told beside it."""
    there = planned.cost if planned else None
    if there is None or there.cart is None:
        return None
    now = cart_cost(opened.wishes, observation, _lying(observation), opened.kit).cost
    known = {item.name for item in there.unpriced}
    same = now and (now.currency, now.monthly) == (there.currency, there.cart)
    return None if now and same and known >= {item.name for item in now.unpriced} else repriced(there, now)


def _bought(report: Report, opened: Opened, portal: Any, effects: Effects) -> Report:
    contents = {p.ref: p.digest for p in report.positions}
    token = portal.acquire(effects.holder())
    try:
        if report.cost:  # a yes was said to this sum, perhaps a while ago
            now = cart_cost(opened.wishes, portal.observe(), set(contents), opened.kit).cost
            if now != report.cost:
                return replace(report, exit=errors.UNKNOWN, closing=repriced(report.cost, now))
        receipt: Receipt = portal.submit(contents, token)
        after = {p.ref: p for p in portal.observe(()).positions}
    finally:
        portal.release(token)
    if receipt.outcome is Outcome.REJECTED:
        message = receipt.message or Text("", "")
        return replace(report, exit=errors.UNKNOWN, receipts=(receipt,), closing=message)
    positions = tuple(after.get(p.ref, p) for p in report.positions)
    return replace(report, positions=positions, receipts=(receipt,), closing=bought(len(contents)))
