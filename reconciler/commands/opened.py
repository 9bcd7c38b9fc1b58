"""A workspace, opened: what every command needs before it begins, and what its report says of it at the end."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from reconciler import errors
from reconciler.model.consequences import Chore
from reconciler.model.finding import Finding
from reconciler.model.marks import Personal
from reconciler.model.message import Said, sentence
from reconciler.model.noun import noun
from reconciler.model.people import folders_of_people
from reconciler.model.plan import Plan
from reconciler.model.position import Observation
from reconciler.model.report import Report, Secrets
from reconciler.model.sections import Notes
from reconciler.model.text import Text
from reconciler.request import Request
from reconciler.workspace.kit import Kit, load_kit
from reconciler.workspace.settings import Workspace, workspace_of
from reconciler.workspace.wishes import Wishes, read_wishes

Confirm = Callable[[Report], bool]
"""Shows a report and asks for a yes."""


@noun
class Opened:
    """A workspace with everything that the commands on it need."""

    kit: Kit
    workspace: Workspace
    wishes: Wishes

    @property
    def people(self) -> frozenset[str]:
        """The folders in which files are named after people."""
        return folders_of_people((d.file, d.address) for d in self.wishes.documents)


def open_all(request: Request) -> Opened:
    """The kit, the workspace and its manifests."""
    kit, workspace = load_kit(), workspace_of(request.folder)
    return Opened(kit, workspace, read_wishes(workspace))


def today_only(request: Request, observation: Observation) -> None:
    """Nothing, if the day asked for is the portal's.

    Raises:
        UsageProblem: else; other days are for planning and for terms.
    """
    if request.as_of not in (None, observation.today):
        raise errors.UsageProblem(sentence("--as-of ist zum Planen da; am Portal ist der {today}.",
                                           "--as-of is for planning; the portal's day is {today}.",
                                           today=observation.today))


def secrets(
    kit: Kit, findings: Iterable[Finding] = (), people: frozenset[str] = frozenset(), plan: Plan | None = None,
    manual: Iterable[Chore] = (),
) -> Secrets:
    """What must be known to show a report to strangers: of the rules those that it speaks of."""
    named = {f.rule for f in findings} | {chore.rule for chore in manual}
    if plan:
        named |= {b.rule for b in plan.blocked}
        named |= {w.rule for wave in plan.waves for o in wave.orders for w in o.waits_for}
    return Secrets(_personal(kit), people, {rule: kit.rules[rule] for rule in sorted(named) if rule in kit.rules})


def _personal(kit: Kit) -> frozenset[str]:
    """The paths of fields that tell something about a person."""
    marked = ((f.path, f.mark(Personal)) for k in kit.kinds.values() for f in k.fields)
    return frozenset(path for at, mark in marked if mark for path in ([f"{at}.{key}" for key in mark.keys] or [at]))


def titled(report: Report, command: str, title: Text) -> Report:
    """The report under the name of another command."""
    return replace(report, head=replace(report.head, command=command, title=title))


def noted(report: Report, notes: tuple[Said, ...]) -> Report:
    """The report with further notes."""
    there = report.get(Notes) or Notes()
    return report.having(Notes((*there.notes, *notes))) if notes else report
