"""Whether a plan file may be used: it is for this portal and these days, and approves what a plan made now would do."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from reconciler import errors
from reconciler.commands._counted import n
from reconciler.commands.opened import Opened, secrets
from reconciler.errors import PlanFileProblem
from reconciler.files.plan import read_plan
from reconciler.model.message import Message, Said, Word, sentence
from reconciler.model.order import Order
from reconciler.model.plan import Plan, Wave
from reconciler.model.planned import Planned, carried_out
from reconciler.model.position import Observation
from reconciler.model.report import Origin, Report
from reconciler.model.resource import State
from reconciler.model.sections import Steps
from reconciler.model.text import Text
from reconciler.ports import Portal
from reconciler.stages.judge.approve import approve
from reconciler.stages.judge.tell import tell
from reconciler.stages.judge.verify import verify
from reconciler.stages.order.lower import reference
from reconciler.workspace.place import place_in_file

LIFETIME = timedelta(days=7)
"""How long a plan file may be applied."""


def read_usable(path: Path, observation: Observation, opened: Opened) -> Report:
    """A plan file, if it is for this portal and company, and for this day.

    Raises:
        PlanFileProblem: else; nothing was changed.
    """
    planned = read_plan(path)
    here = Origin.of(observation)
    there = planned.head.portal
    if there is None or (there.driver, there.company, there.origin) != (here.driver, here.company, here.origin):
        raise _unusable(path, Text("gilt für ein anderes Portal", "is for another portal"))
    companies = [d.address.name for d in opened.wishes.documents if d.address.kind == "company"]
    if companies and there.company not in companies:
        raise _unusable(path, Text("gilt für ein anderes Unternehmen", "is for another company"))
    if _count(here.revision) < _count(there.revision):
        raise _unusable(path, Text("ist jünger als das Portal, das wohl aus einer Sicherung zurückgespielt wurde",
                                   "is younger than the portal, which seems to be restored from a backup"))
    day, today = planned.head.as_of, observation.today
    if day is None or day > today:
        raise _unusable(path, sentence("gilt für den {day}, am Portal ist erst der {today}",
                                       "is for {day}, and the portal's day is {today} only",
                                       day=day or Word("–"), today=today))
    if today > day + LIFETIME:
        raise _unusable(path, sentence("ist abgelaufen: Sie ist vom {day} und gilt {days} Tage",
                                       "has expired: it is of {day} and holds for {days} days",
                                       day=day, days=LIFETIME.days))
    return planned


def approved(planned: Report, fresh: Report, portal: Portal, observation: Observation, opened: Opened) -> Report:
    """The report of a fresh plan that sends what the plan file approved, or tells where both differ (exit 5)."""
    due = planned.plan.due if planned.plan else ()
    known = {str(o.ref) for o in due if o.ref and portal.find(o.ref) is not None}

    @cache
    def missing() -> set[str | None]:
        return {o.ref for o in verify(due, observation, portal.positions(), opened.kit.kinds)}

    def named(order: Order) -> str:
        return reference(order, order.expects, observation)

    plan = fresh.plan
    approval = approve(due, plan.due if plan else (), known, lambda order: order.ref not in missing(), named,
                       portal.positions())
    if plan is None or approval.breaches:
        findings = tell(approval.breaches, opened.kit.rules, State(), place_in_file)
        head = replace(fresh.head, exit=errors.STALE, digest="")
        sections = Planned(Plan(observation.today), findings).sections
        return carried_out(Report(head, sections, _stale(len(approval.breaches)),
                                  secrets(opened.kit, findings, fresh.secrets.people)), ())
    later = plan.waves[1:] if plan.due else plan.waves
    now = (Wave(observation.today, approval.orders),) if approval.orders else ()
    steps = fresh.get(Steps)
    sent = replace(plan, waves=(*now, *later))
    report = fresh.having(replace(steps, plan=sent)) if steps else fresh
    return replace(report, head=replace(fresh.head, digest=planned.head.digest))


def _count(revision: str) -> int:
    return int(revision) if revision.isascii() and revision.isdigit() else 0


def _stale(count: int) -> Message:
    return sentence("Die Plandatei passt an {places} nicht mehr. Es wurde nichts gesendet; neu planen.",
                    "The plan file no longer fits in {places}. Nothing was sent; plan again.",
                    places=n(count, Text("Stelle", "place"), Text("Stellen", "places")))


def _unusable(path: Path, problem: Said) -> PlanFileProblem:
    return PlanFileProblem(sentence("Plandatei {file} {problem}. Neu planen: reconciler plan --out {file}",
                                    "plan file {file} {problem}. Plan again: reconciler plan --out {file}",
                                    file=path.name, problem=problem))
