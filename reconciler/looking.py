"""Drift and terms: the commands that only look at the portal. Nothing here writes."""

from dataclasses import replace

from reconciler import errors
from reconciler.app import Opened, open_all, report_of, today_only
from reconciler.closing import drifted, kept
from reconciler.draft import Draft, draft
from reconciler.model.finding import Breach, Severity
from reconciler.model.position import Observation, Position
from reconciler.model.report import Commitments, Origin, Report
from reconciler.model.resource import Resource, State
from reconciler.model.selection import Selection
from reconciler.model.text import Text
from reconciler.opening import connect, load_kit, open_workspace, place_in_file
from reconciler.request import Request
from reconciler.stages.judge.divide import divide
from reconciler.stages.judge.tell import tell
from reconciler.stages.outlook.reckon import reckon

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
        return replace(report_of(opened, observation, drafted), command="drift")
    return _told(opened, observation, drafted, request)


def _told(opened: Opened, observation: Observation, drafted: Draft, request: Request) -> Report:
    """The drift of a plan. Its guards do not matter, for they are about applying; nor does what it binds."""
    plan, planned = drafted.plan, report_of(opened, observation, drafted)
    found = divide(plan, replace(observation, positions=_chosen(observation, drafted, request)))
    findings = tuple(f for f in drafted.findings if f.rule not in plan.refused)
    broken = any(f.severity is Severity.ERROR for f in findings)
    differs = bool(found.changes or plan.blocked)
    report = replace(
        planned, command="drift", findings=findings, pending=found.pending,
        exit=errors.REFUSED if broken else errors.CHANGES if differs else errors.DONE,
        plan=replace(plan, changes=found.changes, waves=(), allowances={}, refused=()),
        commitments=Commitments(), cost=None, indirect={}, followers={}, emergency=(), numbers=(), blocking=(), gaps=(),
        notes=(*planned.notes, SAME) if differs else planned.notes,
    )
    return replace(report, closing=drifted(report))


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
    found = tuple(t for t in reckon(observation, kit.kinds, day) if selection.fits(Resource(t.address, None)))
    portal = Origin(observation.driver, observation.company, observation.origin, observation.revision)
    missed = tuple(Breach("CHOICE-1", values={"what": said}) for said in selection.misses(observation.state))
    report = Report("terms", errors.GUARDED if missed else errors.DONE, as_of=day, portal=portal, terms=found,
                    findings=tell(missed, kit.rules, State(), place_in_file), rules={"CHOICE-1": kit.rules["CHOICE-1"]})
    return replace(report, closing=kept(report))
