"""Apply: what a plan holds is sent, nothing else, and nothing is decided here; it never buys.

From the first changing call on there is one way out: report and exit code come from the receipts, whatever fails
afterwards, and a signal ends the run between two orders, never its report.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from reconciler import errors
from reconciler.commands._counted import n, to_buy
from reconciler.commands._plan_file import approved, read_usable
from reconciler.commands._sending import lease, release
from reconciler.commands.cart import lying
from reconciler.commands.opened import Confirm, Opened, noted, open_all, secrets, titled, today_only
from reconciler.commands.plan import plan_on
from reconciler.effects import Effects
from reconciler.errors import ConfigProblem, PlanFileProblem, UsageProblem
from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.finding import Breach, Finding
from reconciler.model.meaning import Lying, Unordered
from reconciler.model.message import Message, sentence
from reconciler.model.order import QUEUED, Order, Outcome, Receipt
from reconciler.model.plan import Plan
from reconciler.model.planned import Planned, carried_out
from reconciler.model.report import Head, Report
from reconciler.model.resource import State
from reconciler.model.sections import Findings, Outlook, Unbought
from reconciler.model.text import NOTHING, Text
from reconciler.planning.pricing import cart_cost, unordered_cost
from reconciler.planning.trial import held_back
from reconciler.ports import Portal
from reconciler.request import Request
from reconciler.runner import INTERRUPTED, Evidence, run
from reconciler.stages.judge.tell import tell
from reconciler.stages.judge.verify import verify
from reconciler.workspace.place import place_in_file
from reconciler.workspace.portal import connect

TITLE = Text("Ausführung", "Apply")
BLANK = carried_out(Report(Head("apply"), Planned(Plan(date.min)).sections), ()).sections

AGAIN = Text(" Denselben Befehl noch einmal auszuführen ist sicher.", " Running the same command again is safe.")

Said = Callable[[Order, Receipt], None]


def apply(request: Request, path: Path | None, effects: Effects, confirm: Confirm, said: Said) -> Report:
    """Carry out what is due: after a yes, or without a question what a plan file holds and a fresh plan has too."""
    opened = open_all(request)
    with closing(connect(opened.workspace, opened.kit, "cart", "direct", "lease")) as portal:
        observation = portal.observe()
        today_only(request, observation)
        planned = read_usable(path, observation, opened) if path else None
        asked = _asked(request, planned)
        if planned and planned.exit:
            return carried_out(titled(planned, "apply", TITLE), ())
        if planned:
            take = partial(lease, portal, effects, request.wait, planned.head.digest)
            return _sent(lambda: _compared(planned, asked, opened, portal), take, opened, portal, effects, said)
        report = titled(plan_on(opened, observation, asked), "apply", TITLE)
        if report.exit:
            return carried_out(report, ())
        if not report.plan or not report.plan.due:
            report = carried_out(report, ())
            return replace(report, closing=_said(report))
        if not confirm(report):
            return carried_out(replace(report, closing=Text("Nicht bestätigt. Am Portal wurde nichts geändert.",
                                                            "Not confirmed. Nothing was changed at the portal.")), ())
        take = partial(lease, portal, effects, request.wait, report.head.digest)
        return _sent(lambda: report, take, opened, portal, effects, said)


def _compared(planned: Report, asked: Request, opened: Opened, portal: Portal) -> Report:
    """A plan file beside a plan made now, while nobody else writes."""
    observation = portal.observe()
    fresh = titled(plan_on(opened, observation, asked), "apply", TITLE)
    return fresh if fresh.exit == errors.REFUSED else approved(planned, fresh, portal, observation, opened)


def _asked(request: Request, planned: Report | None) -> Request:
    """What a plan is made for: of a plan file what it was made for, with its allowances.

    Raises:
        UsageProblem: if something is chosen from a plan file.
    """
    if planned is None or planned.plan is None:
        return request
    if request.target or request.exclude or request.select:
        raise UsageProblem(Text(
            "Eine Plandatei wird ganz angewendet; --target, --exclude und --select gehören zu plan.",
            "A plan file is applied as a whole; --target, --exclude and --select belong to plan."))
    allow = {**planned.plan.allowances, **request.allow}
    return replace(request, allow=allow, **planned.plan.selection._asdict())


def _sent(
    ready: Callable[[], Report], take: Callable[[], int], opened: Opened, portal: Portal, effects: Effects, said: Said
) -> Report:
    evidence = _evidence(opened, effects)
    receipts: tuple[Receipt, ...] = ()
    effects.hold_signals()
    token = take()
    try:
        report = ready()
        orders = report.plan.due if report.plan and not report.exit else ()
        known = _still_as_planned(orders, report, portal)
        there = [Receipt(str(o.ref), Outcome.ALREADY_PRESENT) for o in orders if o.ref in known]
        rest = [o for o in orders if o.ref not in known]
        sent = run(rest, portal, effects, evidence, token=token, said=said)
        receipts = (*there, *sent)
        report = _read_back(report, receipts, orders, portal, opened) if orders else carried_out(report, ())
    finally:
        notes = release(portal, token)
    if report.exit and not receipts:
        return report
    if evidence.broken:
        broken = sentence("Das Journal ist unvollständig ({reason}); für die Aufträge ist das ohne Folgen.",
                          "The journal is incomplete ({reason}); the orders do not depend on it.",
                          reason=evidence.broken)
        notes = (*notes, broken)
    report = noted(report, notes)
    return replace(report, closing=_said(report))


def _evidence(opened: Opened, effects: Effects) -> Evidence:
    """The journal, opened before anything is changed.

    Raises:
        ConfigProblem: if it cannot be.
    """
    path = opened.workspace.journal
    try:
        return Evidence(effects.open_journal(path), effects)
    except OSError as problem:
        raise ConfigProblem(sentence(
            "Das Journal {path} lässt sich nicht schreiben: {reason}", "The journal {path} cannot be written: {reason}",
            path=str(path), reason=errors.reason(problem))) from problem


def _read_back(
    report: Report, receipts: tuple[Receipt, ...], orders: Sequence[Order], portal: Portal, opened: Opened
) -> Report:
    """The report after the portal was read again: what it does not hold is unknown, whatever it acknowledged."""
    done = {r.ref for r in receipts if r.outcome in (Outcome.DONE, Outcome.ALREADY_PRESENT)}
    claimed = [o for o in orders if o.ref in done]
    try:
        kinds = {o.address.kind for o in claimed if o.channel == "direct"}
        missing = verify(claimed, portal.observe(kinds), portal.positions(), opened.kit.kinds) if claimed else ()
    except Exception:  # noqa: BLE001 - whatever it was: the last comparison could not be made, and that is told
        unread = Text("Am Ende ließ sich das Portal nicht nachlesen; noch einmal auszuführen ist sicher.",
                      "In the end the portal could not be read again; running the same again is safe.")
        report = noted(carried_out(report, receipts), (unread,))
        return replace(report, head=replace(report.head, exit=errors.UNKNOWN))
    gone = {o.ref for o in missing}
    receipts = tuple(replace(r, outcome=Outcome.UNKNOWN, rule="READ-1") if r.ref in gone else r for r in receipts)
    breaches = [Breach("READ-1", o.address, (), {"step": say.step(o.verb, o.item), "address": o.address})
                for o in missing]
    findings = tell(breaches, opened.kit.rules, State(), place_in_file)
    report = _also_found(report, findings, opened) if missing else report
    report = _with_cart(report, receipts, portal, opened)
    return replace(report, head=replace(report.head, exit=_exit(receipts)))


def _with_cart(report: Report, receipts: tuple[Receipt, ...], portal: Portal, opened: Opened) -> Report:
    """The report with what of ours lies in the cart by now, which is told beside the receipts and changes none."""
    ordered = (report.get(Outlook) or Outlook()).lying.ordered
    done = all(r.outcome in (Outcome.DONE, Outcome.ALREADY_PRESENT) for r in receipts)
    partly = not done or bool(report.plan and report.plan.selection.said())
    try:
        return carried_out(report, receipts, Lying(_left_in_cart(portal, opened, partly=partly), ordered))
    except Exception:  # noqa: BLE001 - the orders were sent and compared; only this count is missing, and that is told
        uncounted = Text("Wie viel unbestellt im Warenkorb liegt, ließ sich nicht lesen. Nachsehen: reconciler cart",
                         "How much lies in the cart, not ordered, could not be read. Look: reconciler cart")
        return noted(carried_out(report, receipts, Lying(None, ordered)), (uncounted,))


def _left_in_cart(portal: Portal, opened: Opened, *, partly: bool) -> Unordered | None:
    """What of ours lies in the cart now and was not bought, what buying it comes to, and what comes next.

    Only a part of what is due may have been sent: then ``order`` would ask for the rest.
    """
    if not lying(portal.observe(())):
        return None
    observation = portal.observe()
    cost = cart_cost(opened.wishes, observation, lying(observation), opened.kit).cost
    monthly = cost.monthly if cost else None
    left = unordered_cost(observation.positions, observation.today, cost, monthly, opened.kit)
    held = bool(held_back(observation, opened.kit))
    return replace(left, next="plan" if held else "apply" if partly else "order") if left else None


def _also_found(report: Report, findings: tuple[Finding, ...], opened: Opened) -> Report:
    """The report with more findings, before the others."""
    there = report.get(Findings) or Findings()
    report = report.having(replace(there, findings=(*findings, *there.findings)))
    return replace(report, secrets=report.secrets.also(secrets(opened.kit, findings)))


def _still_as_planned(orders: tuple[Order, ...], planned: Report, portal: Portal) -> set[str]:
    """The references of these orders that the portal knows, if what they touch is as it was planned with.

    That is: it has the count that was planned with, but for what this very plan already did. What is queued counts
    when it is carried out or rejected, everything else at once. That somebody else queued the same is a change too.

    Raises:
        PlanFileProblem: else; nothing was sent.
    """
    now = portal.observe()
    if planned.head.portal and planned.head.portal.origin != now.origin:
        raise PlanFileProblem(Text("Das Portal wurde ausgetauscht; neu planen.",
                                   "The portal was replaced; plan again."))
    positions = portal.positions()
    ended = {p.ref for p in positions if not p.open}
    lying = {(p.address, p.verb, p.item): p.ref for p in positions if p.open}
    known = {str(o.ref) for o in orders if portal.find(str(o.ref)) is not None}
    expected: dict[Address, int] = {}
    changed: set[Address] = set()
    for order in orders:
        mine = order.ref in known and (order.verb not in QUEUED or order.ref in ended)
        expected[order.address] = expected.get(order.address, order.expects) + mine
        if lying.get((order.address, order.verb, order.item), order.ref) != order.ref:
            changed.add(order.address)
    changed |= {address for address, lives in expected.items() if now.lives.get(address, 0) != lives}
    if changed:
        raise PlanFileProblem(sentence(
            "{address} wurde seit dem Plan geändert. Es wurde nichts gesendet; neu planen.",
            "{address} was changed since the plan. Nothing was sent; plan again.", address=min(changed)))
    return known


def _exit(receipts: tuple[Receipt, ...]) -> int:
    outcomes = {r.outcome for r in receipts}
    if Outcome.UNKNOWN in outcomes:
        return errors.UNKNOWN
    if outcomes <= {Outcome.DONE, Outcome.ALREADY_PRESENT}:
        return errors.DONE
    touched = outcomes & {Outcome.DONE, Outcome.ALREADY_PRESENT, Outcome.REJECTED, Outcome.SKIPPED}
    if touched:
        return errors.PARTIAL
    return errors.INTERRUPTED if any(r.rule == INTERRUPTED for r in receipts) else errors.UNREACHABLE


def _said(report: Report) -> Message:
    counts = Counter(r.outcome for r in report.receipts)
    left = to_buy((report.get(Unbought) or Unbought(Lying())).lying)
    done = counts[Outcome.DONE] + counts[Outcome.ALREADY_PRESENT]
    total, unknown = len(report.receipts), counts[Outcome.UNKNOWN]
    rejected, rest = counts[Outcome.REJECTED], counts[Outcome.SKIPPED] + counts[Outcome.NOT_TRIED]
    if not total:
        waves = report.plan.waves if report.plan else ()
        until = sentence(" bis {day}", " before {day}", day=waves[0].not_before) if waves else NOTHING
        return sentence("Nichts fällig{until}; am Portal wurde nichts geändert.{left}",
                        "Nothing is due{until}; nothing was changed at the portal.{left}", until=until, left=left)
    return sentence(
        "{done} von {total} übernommen, {rejected} abgelehnt, {rest} nicht versucht, {unknown} ungeklärt. "
        "Bestellt wurde nichts.{again}{left}",
        "{done} of {total} taken over, {rejected} rejected, {rest} not tried, {unknown} unknown. "
        "Nothing was bought.{again}{left}",
        done=done, total=n(total, Text("Auftrag", "order"), Text("Aufträgen", "orders")),
        rejected=rejected, rest=rest, unknown=unknown,
        again=NOTHING if done == total else AGAIN, left=left,
    )
