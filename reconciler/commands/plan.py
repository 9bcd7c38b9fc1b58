"""Every command as a straight line of stages: a request in, a report out. Read this first.

Nothing here prints, and only ``apply``, ``order`` and the portal's own commands change anything.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reconciler import errors
from reconciler.closing import checked
from reconciler.closing import planned as said_of_plan
from reconciler.draft import Draft, draft, places, read_alone
from reconciler.files.plan import digest_of, read_plan
from reconciler.model.cost import Cost, Sums
from reconciler.model.consequences import Chore
from reconciler.model.finding import Finding
from reconciler.model.marks import Personal
from reconciler.model.people import folders_of_people
from reconciler.model.plan import Plan
from reconciler.model.position import Observation, Position
from reconciler.model.meaning import Commitments, Lying, Unordered
from reconciler.model.planned import Planned
from reconciler.model.report import Head, Origin, Report, Secrets
from reconciler.model.rule import Facts
from reconciler.model.sections import Findings
from reconciler.model.text import Text
from reconciler.opening import (
    Kit,
    Wishes,
    Workspace,
    connect,
    load_kit,
    nothing_there,
    open_workspace,
    place_in_file,
    read_wishes,
)
from reconciler.pricing import cart_cost
from reconciler.request import Request
from reconciler.stages.judge.check import check
from reconciler.stages.judge.tell import tell
from reconciler.stages.outlook.linger import bought, ordered, unordered
from reconciler.wire.report import json_text, report_json

Confirm = Callable[[Report], bool]
"""Shows a report and asks for a yes."""

VALIDATION, PLAN, SAVED = Text("Prüfung", "Validation"), Text("Plan", "Plan"), Text("Gespeicherter Plan", "Saved plan")


@dataclass(frozen=True, slots=True)
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
    kit, workspace = load_kit(), open_workspace(request.directory)
    return Opened(kit, workspace, read_wishes(workspace))


def validate(request: Request) -> Report:
    """Check the manifests alone; a portal is not asked, so the answer is the same wherever they lie."""
    opened = open_all(request)
    reading = read_alone(opened.wishes, opened.kit)
    policy = opened.workspace.settings.policy
    facts = Facts(reading.state, wished=reading.state, mail_domains=policy.mail_domains, asked=False,
                  complete=policy.unmanaged == "delete", whole=not opened.wishes.breaches)
    found = check(facts, opened.kit.rules.values(), reading.unread)
    breaches = (*nothing_there(opened.workspace, opened.wishes), *reading.breaches, *found)
    found = Findings(tell(breaches, opened.kit.rules, reading.state, place_in_file), len(opened.wishes.documents))
    head = Head("validate", VALIDATION, errors.REFUSED if found.broken else errors.DONE)
    return Report(head, (found,), checked(found, opened.wishes.files), secrets(opened.kit, found.findings, opened.people))


def plan(request: Request) -> Report:
    """What has to be ordered so that the portal becomes what the manifests say. Never writes."""
    opened = open_all(request)
    return plan_on(opened, connect(opened.workspace, opened.kit).observe(), request)


def show(path: Path) -> Report:
    """What a plan file says."""
    report = read_plan(path)
    head = replace(report.head, command="show", title=SAVED)
    return replace(report, head=head, secrets=secrets(load_kit(), report.findings, plan=report.plan))


def plan_on(opened: Opened, observation: Observation, request: Request) -> Report:
    """The plan for an opened workspace on a portal as it was observed; it has no digest where a rule is broken."""
    drafted = draft(opened.workspace, opened.wishes, observation, opened.kit, request)
    report = report_of(opened, observation, drafted)
    if report.exit == errors.REFUSED:  # no plan file is made of it
        return report
    digest = digest_of(plan_text(report, opened.workspace.language))
    return replace(report, head=replace(report.head, digest=digest))


def today_only(request: Request, observation: Observation) -> None:
    """Nothing, if the day asked for is the portal's.

    Raises:
        UsageProblem: else; other days are for planning and for terms.
    """
    if request.as_of not in (None, observation.today):
        raise errors.UsageProblem(f"--as-of ist zum Planen da; am Portal ist der {observation.today}.",
                                  f"--as-of is for planning; the portal's day is {observation.today}.")


def planned_of(opened: Opened, observation: Observation, drafted: Draft) -> Planned:
    """All that a draft says, with what lies in the cart."""
    said, cost = drafted.consequences, drafted.cost
    left = _unordered(opened, observation, cost, cost.lying if cost else None)
    return Planned(
        drafted.plan, drafted.findings, len(opened.wishes.documents), places(drafted), said.commitments, cost,
        Lying(left, ordered(observation.positions, observation.today)), said.indirect, said.followers, said.emergency,
        said.numbers, said.blocking, said.gaps, drafted.manual, _foreign(observation),
    )


def report_of(opened: Opened, observation: Observation, drafted: Draft) -> Report:
    """What a plan says, before its digest."""
    planned = planned_of(opened, observation, drafted)
    plan, found = planned.plan, Findings(planned.findings, refused=planned.plan.refused)
    code = errors.REFUSED if found.broken else errors.GUARDED if plan.refused else errors.DONE
    head = Head("plan", PLAN, code, plan.as_of, Origin.of(observation))
    known = secrets(opened.kit, planned.findings, opened.people, plan, planned.manual)
    report = Report(head, planned.sections, secrets=known)
    return replace(report, closing=said_of_plan(report))


def left_in_cart(opened: Opened, portal: Any) -> Unordered | None:
    """What of ours lies in the cart now and was not bought, and what buying it comes to."""
    observation: Observation = portal.observe(None if opened.wishes.prices.documents else ())
    refs = {p.ref for p in observation.positions if p.ours and p.state == "in-cart"}
    cost = cart_cost(opened.wishes, observation, refs, opened.kit).cost
    return _unordered(opened, observation, cost, cost.monthly if cost else None)


def _unordered(opened: Opened, observation: Observation, cost: Cost | None, monthly: Sums | None) -> Unordered | None:
    currency = cost.currency if cost else ""
    return unordered(observation.positions, opened.kit.kinds, observation.today, monthly, currency)


def meant(positions: Sequence[Position], observation: Observation, opened: Opened) -> Commitments:
    """What these positions bind and send out once they are ordered, if that is today."""
    return bought(positions, opened.kit.kinds, observation.today)


def _foreign(observation: Observation) -> tuple[Position, ...]:
    """What others put into the cart or ordered, and what is not carried out yet: left alone, but told."""
    open_ones = (p for p in observation.positions if p.open and not p.ours)
    return tuple(sorted(open_ones, key=lambda p: (p.address, p.verb, p.item, p.ref)))


def plan_text(report: Report, language: str) -> str:
    """The text of a plan file, in the language of the workspace: it is the same for whoever plans, wherever."""
    return json_text(report_json(report, language))


def origin_of(observation: Observation) -> Origin:
    """Which portal was observed."""
    return Origin(observation.driver, observation.company, observation.origin, observation.revision)


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
