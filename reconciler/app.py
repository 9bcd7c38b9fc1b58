"""Every command as a straight line of stages: a request in, a report out. Read this first.

Nothing here prints, and only ``apply``, ``order`` and the portal's own commands change anything.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reconciler import errors
from reconciler.closing import checked, planned
from reconciler.draft import Draft, draft, places, read_alone
from reconciler.files.plan import digest_of, read_plan
from reconciler.model.cost import Cost, Sums
from reconciler.model.finding import Finding, Severity
from reconciler.model.marks import Personal
from reconciler.model.people import folders_of_people
from reconciler.model.position import Observation, Position
from reconciler.model.report import Commitments, Origin, Report, Unordered
from reconciler.model.rule import Facts, Rule
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
from reconciler.views._view import Options
from reconciler.views.json import render

Confirm = Callable[[Report], bool]
"""Shows a report and asks for a yes."""


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
    findings = tell(breaches, opened.kit.rules, reading.state, place_in_file)
    exit_code = errors.REFUSED if _errors(findings) else errors.DONE
    report = Report("validate", exit_code, findings=findings, documents=len(opened.wishes.documents),
                    personal=personal(opened.kit), people=opened.people)
    return replace(report, closing=checked(report, opened.wishes.files), rules=_named(report, opened.kit))


def plan(request: Request) -> Report:
    """What has to be ordered so that the portal becomes what the manifests say. Never writes."""
    opened = open_all(request)
    return plan_on(opened, connect(opened.workspace, opened.kit).observe(), request)


def show(path: Path) -> Report:
    """What a plan file says."""
    kit = load_kit()
    report = read_plan(path)
    return replace(report, command="show", personal=personal(kit), rules=_named(report, kit))


def plan_on(opened: Opened, observation: Observation, request: Request) -> Report:
    """The plan for an opened workspace on a portal as it was observed; it has no digest where a rule is broken."""
    drafted = draft(opened.workspace, opened.wishes, observation, opened.kit, request)
    report = report_of(opened, observation, drafted)
    if report.exit == errors.REFUSED:  # no plan file is made of it
        return report
    return replace(report, digest=digest_of(plan_text(report, opened.workspace.language)))


def today_only(request: Request, observation: Observation) -> None:
    """Nothing, if the day asked for is the portal's.

    Raises:
        UsageProblem: else; other days are for planning and for terms.
    """
    if request.as_of not in (None, observation.today):
        raise errors.UsageProblem(f"--as-of ist zum Planen da; am Portal ist der {observation.today}.",
                                  f"--as-of is for planning; the portal's day is {observation.today}.")


def report_of(opened: Opened, observation: Observation, drafted: Draft) -> Report:
    """What a plan says, before its digest."""
    consequences = drafted.consequences
    refused = set(drafted.plan.refused)
    broken = any(f.severity is Severity.ERROR and f.rule not in refused for f in drafted.findings)
    exit_code = errors.REFUSED if broken else errors.GUARDED if refused else errors.DONE
    report = Report(
        "plan", exit_code, drafted.plan.as_of, _origin(observation), drafted.findings, drafted.plan,
        commitments=consequences.commitments, indirect=consequences.indirect,
        followers=consequences.followers, emergency=consequences.emergency,
        places=places(drafted), cost=drafted.cost, personal=personal(opened.kit), manual=drafted.manual,
        people=opened.people,
        documents=len(opened.wishes.documents),
        numbers=consequences.numbers, blocking=consequences.blocking, gaps=consequences.gaps,
        positions=_foreign(observation), ordered=ordered(observation.positions, observation.today),
        unordered=_unordered(opened, observation, drafted.cost, drafted.cost.lying if drafted.cost else None),
    )
    return replace(report, closing=planned(report), rules=_named(report, opened.kit))


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
    return render(report, Options(language=language))


def _origin(observation: Observation) -> Origin:
    return Origin(observation.driver, observation.company, observation.origin, observation.revision)


def _named(report: Report, kit: Kit) -> Mapping[str, Rule]:
    """The rules that a report speaks of."""
    named, plan = {f.rule for f in report.findings} | {chore.rule for chore in report.manual}, report.plan
    if plan:
        named |= {b.rule for b in plan.blocked}
        named |= {w.rule for wave in plan.waves for o in wave.orders for w in o.waits_for}
    return {rule: kit.rules[rule] for rule in sorted(named) if rule in kit.rules}


def personal(kit: Kit) -> frozenset[str]:
    """The paths of fields that tell something about a person."""
    marked = ((f.path, f.mark(Personal)) for k in kit.kinds.values() for f in k.fields)
    return frozenset(path for at, mark in marked if mark for path in ([f"{at}.{key}" for key in mark.keys] or [at]))


def _errors(findings: tuple[Finding, ...]) -> int:
    return sum(f.severity is Severity.ERROR for f in findings)
