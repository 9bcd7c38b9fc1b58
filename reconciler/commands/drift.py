"""drift: where the portal differs from the manifests now. Nothing here writes."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

from reconciler import errors
from reconciler.commands._counted import n, refused, to_buy
from reconciler.commands.opened import Opened, noted, open_all, secrets, titled, today_only
from reconciler.commands.plan import planned_of, report_of
from reconciler.model.meaning import Lying
from reconciler.model.message import Message, sentence
from reconciler.model.plan import Plan
from reconciler.model.planned import Planned
from reconciler.model.position import Observation, Position
from reconciler.model.report import Head, Origin, Report
from reconciler.model.resource import Resource
from reconciler.model.sections import (
    Chosen,
    Costs,
    Differences,
    Emergency,
    Findings,
    LeftAlone,
    Manual,
    NoDrift,
    Numbers,
    Outlook,
    Section,
    Stuck,
    Underway,
    Waiting,
)
from reconciler.model.selection import Selection
from reconciler.model.text import Text
from reconciler.planning.draft import Draft, draft
from reconciler.request import Request
from reconciler.stages.judge.divide import Drift, divide
from reconciler.workspace.portal import connect

TITLE = Text("Drift", "Drift")
SAME = Text("Was in Git geändert und von niemandem angewendet wurde, sieht aus wie eine Änderung am Portal; drift "
            "gehört auf den Zweig, der angewendet wird.",
            "An edit in Git that nobody has applied looks the same as an edit in the portal; drift belongs on the "
            "branch that is applied.")


def drift(request: Request) -> Report:
    """Where the portal differs from the manifests now, told apart from what is on its way; exit 2 if it does.

    Raises:
        UsageProblem: if it is asked for another day than the portal's.
    """
    opened = open_all(request)
    with closing(connect(opened.workspace, opened.kit)) as portal:
        observation = portal.observe()
    today_only(request, observation)
    drafted = draft(opened.workspace, opened.wishes, observation, opened.kit, request)
    if drafted.plan.refused and not (drafted.plan.waves or drafted.plan.blocked):
        # No manifest was found, or nothing fits what was chosen: that is a mistake, and to call it no drift another.
        return titled(report_of(opened, observation, drafted).having(Waiting()), "drift", TITLE)
    return _told(opened, observation, drafted, request)


def _told(opened: Opened, observation: Observation, drafted: Draft, request: Request) -> Report:
    """The drift of a plan. Its guards do not matter, for they are about applying; nor does what it binds."""
    plan, planned = drafted.plan, planned_of(opened, observation, drafted)
    parted = divide(plan, replace(observation, positions=_chosen(observation, drafted, request)))
    found = Findings(tuple(f for f in drafted.findings if f.rule not in plan.refused), planned.documents)
    differs = bool(parted.changes or plan.blocked)
    code = errors.REFUSED if found.broken else errors.CHANGES if differs else errors.DONE
    head = Head("drift", TITLE, code, plan.as_of, Origin.of(observation))
    known = secrets(opened.kit, found.findings, opened.people, plan, planned.manual)
    report = Report(head, tuple(_sections(planned, parted, found)),
                    refused(found) if found.broken else _said(parted, planned.lying), known)
    return noted(report, (SAME,)) if differs else report


def _sections(planned: Planned, drift: Drift, found: Findings) -> Iterator[Section]:
    plan, drifted = planned.plan, not found.broken and bool(drift.changes or planned.plan.blocked)
    yield Chosen(plan.selection)
    yield found
    yield from (Outlook(), Costs(), Emergency(), Numbers())  # nothing is done here, so there is nothing to say yes to
    yield Differences(drift.changes, planned.places, plan.unchanged, drifted)
    if not (drifted or found.broken):
        yield NoDrift(way=bool(drift.pending), partly=bool(plan.selection.said()))
    yield Underway(planned.lying)
    yield Stuck(plan.blocked)
    yield Waiting(drift.pending)
    yield Manual(planned.manual)
    yield LeftAlone(plan.unmanaged, plan.kept, planned.foreign)


def _chosen(observation: Observation, drafted: Draft, request: Request) -> tuple[Position, ...]:
    """The positions of what was chosen."""
    selection, diff = Selection(request.target, request.exclude, request.select), drafted.diff
    resources = ((p, diff.after.get(p.address) or diff.before.get(p.address)) for p in observation.positions)
    return tuple(p for p, resource in resources if selection.fits(resource or Resource(p.address, None)))


def _said(drift: Drift, lying: Lying) -> Message:
    changes = n(len(drift.changes), Text("Ressource weicht", "resource differs"),
                Text("Ressourcen weichen", "resources differ"))
    return sentence("{changes} ab, {pending} unterwegs; am Portal wurde nichts geändert.{left}",
                    "{changes}, {pending} pending; nothing was changed at the portal.{left}",
                    changes=changes, pending=Waiting(drift.pending).addresses, left=to_buy(lying))


BLANK = tuple(_sections(Planned(Plan(date.min)), Drift((), ()), Findings()))
