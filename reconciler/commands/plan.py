"""plan: what has to be ordered so that the portal becomes what the manifests say."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from reconciler import errors
from reconciler.commands._counted import NOTHING_FITS, missed, n, refused, to_buy
from reconciler.commands.opened import Opened, open_all, secrets
from reconciler.files.plan import sealed
from reconciler.model.meaning import Lying, Next
from reconciler.model.message import Message, sentence
from reconciler.model.order import Order
from reconciler.model.plan import Plan
from reconciler.model.planned import Planned
from reconciler.model.position import Observation, Position
from reconciler.model.report import Head, Origin, Report
from reconciler.model.sections import Findings
from reconciler.model.text import NOTHING, Text
from reconciler.planning.draft import Draft, draft, places
from reconciler.planning.pricing import unordered_cost
from reconciler.planning.trial import held_back
from reconciler.request import Request
from reconciler.stages.outlook.fill import fill
from reconciler.stages.outlook.linger import bought, ordered, outstanding
from reconciler.wire.report import json_text, report_json
from reconciler.workspace.portal import connect

TITLE = Text("Plan", "Plan")
BLANK = Planned(Plan(date.min)).sections


class Answer(NamedTuple):
    """What a plan says, and the text of its plan file; None where a rule is broken, because then there is no plan."""

    report: Report
    text: str | None


def plan(request: Request) -> Answer:
    """What has to be ordered so that the portal becomes what the manifests say. Never writes."""
    opened = open_all(request)
    with closing(connect(opened.workspace, opened.kit)) as portal:
        observation = portal.observe()
    return _answer(opened, observation, request)


def plan_on(opened: Opened, observation: Observation, request: Request) -> Report:
    """The plan for an opened workspace on a portal as it was observed; it has no digest where a rule is broken."""
    return _answer(opened, observation, request).report


def unsealed(opened: Opened, observation: Observation, request: Request) -> Report:
    """As ``plan_on``, for whoever needs no digest: the text of the plan file is not made."""
    return report_of(opened, observation, draft(opened.workspace, opened.wishes, observation, opened.kit, request))


def _answer(opened: Opened, observation: Observation, request: Request) -> Answer:
    report = unsealed(opened, observation, request)
    if report.exit == errors.REFUSED:
        return Answer(report, None)
    digest, text = sealed(plan_text(report, opened.workspace.language))
    return Answer(replace(report, head=replace(report.head, digest=digest)), text)


def plan_text(report: Report, language: str) -> str:
    """The text of a plan file, in the language of the workspace: it is the same for whoever plans, wherever."""
    return json_text(report_json(report, language))


def report_of(opened: Opened, observation: Observation, drafted: Draft) -> Report:
    """What a plan says, before its digest."""
    planned = planned_of(opened, observation, drafted)
    plan, found = planned.plan, Findings(planned.findings, refused=planned.plan.refused)
    code = errors.REFUSED if found.broken else errors.GUARDED if plan.refused else errors.DONE
    head = Head("plan", TITLE, code, plan.as_of, Origin.of(observation))
    known = secrets(opened.kit, planned.findings, opened.people, plan, planned.manual)
    said = refused(found) if found.broken else NOTHING_FITS if missed(found) else _said(plan, planned.lying)
    return Report(head, planned.sections, said, known)


def planned_of(opened: Opened, observation: Observation, drafted: Draft) -> Planned:
    """All that a draft says, with what lies in the cart."""
    said, cost, day = drafted.consequences, drafted.cost, drafted.plan.as_of
    there = outstanding(observation, day)
    left = unordered_cost(there, day, cost, cost.lying if cost else None, opened.kit)
    if left:
        due = {order.target: order for order in drafted.plan.due}
        mine = [_dated(p, due.get(p.ref)) for p in there if p.mine]
        left = replace(left, commitments=bought(mine, opened.kit.kinds, day), next=_next(drafted, observation, opened))
        gone = sum(p.ref in due and due[p.ref].verb == "withdraw" for p in mine)
        left = replace(left, withdrawn=gone if left.next == "apply" else 0)
    return Planned(
        drafted.plan, drafted.findings, len(opened.wishes.documents), places(drafted), said.commitments, cost,
        Lying(left, ordered(there, observation.today)), said.indirect, said.astray, said.followers,
        said.emergency, said.numbers, said.blocking, said.gaps, drafted.manual, _foreign(there),
    )


def _dated(position: Position, due: Order | None) -> Position:
    """What lies there with the day that the plan gives it; what else the plan changes is told as the plan's."""
    return replace(position, activation_date=due.activation_date) if due and due.verb == "change" else position


def _next(drafted: Draft, observation: Observation, opened: Opened) -> Next:
    """What comes next for what lies in the cart: the same that ``order`` would say, which knows no chosen part."""
    then = replace(observation, positions=fill(observation.positions, drafted.plan.due))
    if drafted.errors or drafted.plan.refused or held_back(then, opened.kit):
        return "plan"
    due = any(order.channel == "cart" for order in drafted.plan.due)
    return "apply" if due or drafted.plan.selection.said() else "order"


def _foreign(positions: Iterable[Position]) -> tuple[Position, ...]:
    """What others put into the cart or ordered, and what is not carried out yet: left alone, but told."""
    open_ones = (p for p in positions if p.open and not p.ours)
    return tuple(sorted(open_ones, key=lambda p: (p.address, p.verb, p.item, p.ref)))


def _said(plan: Plan, lying: Lying) -> Message:
    due, whole = len(plan.due), sum(len(w.orders) for w in plan.waves)
    stop = Text(" Eine Schutzgrenze hält den Plan an.", " A guard stops the plan.") if plan.refused else NOTHING
    return sentence(
        "{due} jetzt möglich, {later} später; am Portal wurde nichts geändert.{stop}{left}",
        "{due} can be queued now, {later} later; nothing was changed at the portal.{stop}{left}",
        due=n(due, Text("Auftrag", "order"), Text("Aufträge", "orders")), later=whole - due,
        stop=stop, left=to_buy(lying),
    )
