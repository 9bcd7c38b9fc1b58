"""Drift and terms: the commands that only look at the portal. Nothing here writes."""

from collections.abc import Iterator
from dataclasses import replace

from reconciler import errors
from reconciler.app import Opened, open_all, origin_of, planned_of, report_of, secrets, today_only
from reconciler.closing import drifted, kept
from reconciler.draft import Draft, draft
from reconciler.model.finding import Breach
from reconciler.model.position import Observation, Position
from reconciler.model.planned import Planned
from reconciler.model.report import Head, Report
from reconciler.model.resource import Resource, State
from reconciler.model.sections import (
    Chosen,
    Costs,
    Differences,
    Emergency,
    Findings,
    LeftAlone,
    Manual,
    NoDrift,
    Notes,
    Numbers,
    Outlook,
    Section,
    Stuck,
    Terms,
    Underway,
    Waiting,
)
from reconciler.model.selection import Selection
from reconciler.model.text import Text
from reconciler.opening import connect, load_kit, open_workspace, place_in_file
from reconciler.request import Request
from reconciler.stages.judge.divide import Drift, divide
from reconciler.stages.judge.tell import tell
from reconciler.stages.outlook.reckon import reckon

DRIFT, TERMS = Text("Drift", "Drift"), Text("Mindestlaufzeiten", "Minimum terms")
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
    observation = connect(opened.workspace, opened.kit).observe()
    today_only(request, observation)
    drafted = draft(opened.workspace, opened.wishes, observation, opened.kit, request)
    if drafted.plan.refused and not (drafted.plan.waves or drafted.plan.blocked):
        # No manifest was found, or nothing fits what was chosen: that is a mistake, and to call it no drift another.
        report = report_of(opened, observation, drafted)
        return replace(report, head=replace(report.head, command="drift", title=DRIFT))
    return _told(opened, observation, drafted, request)


def _told(opened: Opened, observation: Observation, drafted: Draft, request: Request) -> Report:
    """The drift of a plan. Its guards do not matter, for they are about applying; nor does what it binds."""
    plan, planned = drafted.plan, planned_of(opened, observation, drafted)
    drift = divide(plan, replace(observation, positions=_chosen(observation, drafted, request)))
    found = Findings(tuple(f for f in drafted.findings if f.rule not in plan.refused), planned.documents)
    differs = bool(drift.changes or plan.blocked)
    code = errors.REFUSED if found.broken else errors.CHANGES if differs else errors.DONE
    head = Head("drift", DRIFT, code, plan.as_of, Origin.of(observation))
    sections = _sections(planned, drift, found, drifted=code == errors.CHANGES)
    known = secrets(opened.kit, found.findings, opened.people, plan, planned.manual)
    report = Report(head, (*sections, Notes((SAME,) if differs else ())), secrets=known)
    return replace(report, closing=drifted(report))


def _sections(planned: Planned, drift: Drift, found: Findings, *, drifted: bool) -> Iterator[Section]:
    plan = planned.plan
    yield Chosen(plan.selection)
    yield found
    yield Differences(drift.changes, planned.places, plan.unchanged, drifted)
    if not (drifted or found.broken):
        yield NoDrift(way=bool(drift.pending), partly=bool(plan.selection.said()))
    yield Underway(planned.lying)
    yield Stuck(plan.blocked)
    yield Waiting(drift.pending)
    yield Manual(planned.manual)
    yield LeftAlone(plan.unmanaged, plan.kept, planned.foreign)
    yield from (Outlook(lying=planned.lying), Costs(), Emergency(), Numbers())  # of a plan; here there is none


def _chosen(observation: Observation, drafted: Draft, request: Request) -> tuple[Position, ...]:
    """The positions of what was chosen."""
    selection, diff = Selection(request.target, request.exclude, request.select), drafted.diff
    resources = ((p, diff.after.get(p.address) or diff.before.get(p.address)) for p in observation.positions)
    return tuple(p for p, resource in resources if selection.fits(resource or Resource(p.address, None)))


def terms(request: Request) -> Report:
    """Every minimum term of the portal: since when, until when, and what has ended. No manifest is read."""
    kit, workspace = load_kit(), open_workspace(request.directory)
    observation = connect(workspace, kit).observe()
    day = request.as_of or observation.today
    selection = Selection(request.target, request.exclude)
    terms = Terms(day, tuple(t for t in reckon(observation, kit.kinds, day)
                             if selection.fits(Resource(t.address, None))))
    missed = tuple(Breach("CHOICE-1", values={"what": said}) for said in selection.misses(observation.state))
    found = Findings(tell(missed, kit.rules, State(), place_in_file))
    head = Head("terms", TERMS, errors.GUARDED if missed else errors.DONE, day, Origin.of(observation))
    return Report(head, (found, terms), kept(terms), secrets(kit, found.findings))
