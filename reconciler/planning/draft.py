"""From wishes and a portal to a plan, in three steps: compared, ordered, guarded.

Each step gives a value. Where a rule is broken there are no orders, and the later steps hand on what is known.
"""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.consequences import Chore
from reconciler.model.cost import Cost
from reconciler.model.document import keys
from reconciler.model.finding import Breach, Finding, Severity
from reconciler.model.message import Word
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.position import Observation, Position
from reconciler.model.renames import NAME, WAS, Renaming
from reconciler.model.resource import State
from reconciler.model.rule import Facts
from reconciler.model.sections import Places
from reconciler.model.selection import Selection
from reconciler.model.text import Text
from reconciler.planning.pricing import plan_cost
from reconciler.planning.read import Reading, read
from reconciler.planning.trial import breaks_of, refusals
from reconciler.request import Request
from reconciler.stages.judge.announce import announce
from reconciler.stages.judge.check import check
from reconciler.stages.judge.compare import compare
from reconciler.stages.judge.fixed import fixed
from reconciler.stages.judge.guard import Guards, guard
from reconciler.stages.judge.missed import missed
from reconciler.stages.judge.narrow import narrow
from reconciler.stages.judge.overdue import overdue
from reconciler.stages.judge.recall import recall
from reconciler.stages.judge.tell import place_written, tell
from reconciler.stages.judge.verify import cart_after
from reconciler.stages.judge.warn import warn
from reconciler.stages.order.expand import expand
from reconciler.stages.order.lower import lower
from reconciler.stages.order.schedule import schedule
from reconciler.stages.outlook.foretell import Consequences, foretell
from reconciler.stages.outlook.remind import remind
from reconciler.workspace.kit import Kit
from reconciler.workspace.place import place_in_file
from reconciler.workspace.settings import Workspace
from reconciler.workspace.wishes import Wishes


class Judged(NamedTuple):
    """What differs, and what the rules say of it.

    ``chosen`` is the difference that was asked for, ``told`` the same with the renames. ``refused`` names guards that
    stop the plan before there is one; ``sound`` is whether orders may be made of it, ``final`` whether there is nothing
    more to be said.
    """

    reading: Reading
    facts: Facts
    chosen: Diff
    told: Diff
    renaming: Renaming
    breaches: tuple[Breach, ...]
    findings: tuple[Finding, ...]
    refused: tuple[str, ...] = ()
    sound: bool = True
    final: bool = False


class Ordered(NamedTuple):
    """The plan with its orders; ``sound`` is whether it is one that could be carried out."""

    plan: Plan
    findings: tuple[Finding, ...]
    sound: bool = True


class Draft(NamedTuple):
    """A plan with everything that is to be said about it."""

    plan: Plan
    findings: tuple[Finding, ...]
    consequences: Consequences
    diff: Diff
    cost: Cost | None = None
    manual: tuple[Chore, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(f.severity is Severity.ERROR for f in self.findings)


def draft(workspace: Workspace, wishes: Wishes, observation: Observation, kit: Kit, request: Request) -> Draft:
    """The plan for these wishes on this portal on one day; no waves where a rule is broken."""
    judged = compared(workspace, wishes, observation, kit, request)
    ordered = orders_of(judged, workspace, observation, kit, request)
    if not ordered.sound:
        return Draft(ordered.plan, ordered.findings, foretell(judged.told, (), kit.kinds), judged.told)
    return guarded(judged, ordered, workspace, observation, kit, request)


def compared(workspace: Workspace, wishes: Wishes, observation: Observation, kit: Kit, request: Request) -> Judged:
    """Wishes beside the portal, and every rule asked."""
    policy, selection = workspace.settings.policy, Selection(request.target, request.exclude, request.select)
    reading = read(wishes, observation, kit)
    diff = compare(reading.state, reading.before, kit.kinds, _mine(observation),
                   delete_unmanaged=policy.unmanaged == "delete", keep=policy.keep)
    facts = Facts(after=diff.after, before=reading.before, today=request.as_of or observation.today, diff=diff,
                  wished=reading.state, mail_domains=policy.mail_domains, lost=wishes.lost)
    breaches = (*reading.breaches, *check(facts, kit.rules.values(), reading.unread),
                *fixed(reading.state, reading.before, kit.kinds))
    findings = tell(breaches, kit.rules, reading.state, place_in_file, known=not (wishes.lost or reading.unread))
    broken = any(f.severity is Severity.ERROR for f in findings)
    if broken and (wishes.breaches or reading.unread):
        # Of what could not be read nothing is known; whatever hangs on it would look like a wish.
        nothing = Diff((), State(), State())
        return Judged(reading, facts, nothing, nothing, reading.renaming, breaches, findings, sound=False, final=True)
    chosen = narrow(diff, selection)
    renaming = reading.renaming.only({r.address for r in diff.after if selection.fits(r)})
    judged = Judged(reading, facts, chosen, announce(chosen, renaming), renaming, breaches, findings, sound=not broken)
    if stops := _nothing_wished(wishes, chosen, selection, request):
        return judged._replace(findings=tell(stops, kit.rules, State(), place_in_file), sound=False, final=True,
                               refused=tuple(dict.fromkeys(b.rule for b in stops)))
    return judged


def orders_of(
    judged: Judged, workspace: Workspace, observation: Observation, kit: Kit, request: Request
) -> Ordered:
    """The orders in waves, found possible: by the calendar, by what the portal said before, by playing them."""
    diff, today = judged.told, request.as_of or observation.today
    plan = Plan(today, diff.changes, (), (), diff.unchanged, diff.unmanaged, diff.kept, request.allow, judged.refused,
                Selection(request.target, request.exclude, request.select))
    if judged.final:
        return Ordered(plan, judged.findings, sound=False)
    waves, blocked = _waves(judged, today, kit) if judged.sound else ((), ())
    late = tuple(overdue(((w.not_before, o) for w in waves for o in w.orders), kit.kinds))
    if late or not judged.sound:
        return Ordered(plan, _also(judged, (*late, *recall(diff, (), observation.positions)), kit), sound=False)
    plan = replace(plan, waves=waves, blocked=blocked)
    more = (*recall(diff, waves, observation.positions),
            *warn(diff, workspace.settings.policy.protect, observation.positions, _to_go(observation, request), today))
    played = refusals(plan, observation, judged.reading.state, kit) if request.simulate and waves else ()
    return Ordered(plan, (*played, *_also(judged, more, kit)))


def _also(judged: Judged, more: tuple[Breach, ...], kit: Kit) -> tuple[Finding, ...]:
    """What was found, and more of it, told in one order."""
    return tell((*judged.breaches, *more), kit.rules, judged.reading.state, place_in_file) if more else judged.findings


def _to_go(observation: Observation, request: Request) -> dict[Address, bool]:
    """Whose deletion lies in the cart and is to be bought, and whether it is ours."""
    return {p.address: p.ours for p in observation.positions
            if p.state == "in-cart" and p.verb == "delete" and (p.ours or request.foreign)}


def guarded(
    judged: Judged, ordered: Ordered, workspace: Workspace, observation: Observation, kit: Kit, request: Request
) -> Draft:
    """The plan beside the limits of the policy, with what it means and what it costs."""
    plan, policy, reading = ordered.plan, workspace.settings.policy, judged.reading
    limits = {name: getattr(policy.limits, name) for name in ("deletes", "updates", "creates")}
    gone = {p.address for p in observation.positions if p.verb == "delete" and p.state == "ordered" and not p.ours}
    guards = Guards(limits, plan.allowances, policy.protect, _to_go(observation, request), gone, request.buying)
    stops = guard(judged.told, guards, kit.kinds, kit.rules, ordered.findings)
    refused = tell(stops, kit.rules, reading.state, place_in_file, whole=False)
    there = judged.renaming.observation
    plan = replace(plan, refused=tuple(dict.fromkeys(f.rule for f in refused)),
                   cart=cart_after(there.positions, plan.due),
                   theirs={p.ref: p.digest for p in there.positions if p.theirs})
    cost, unpriced = plan_cost(reading.state, observation, plan, kit)
    return Draft(plan, (*refused, *ordered.findings, *unpriced),
                 foretell(judged.told, plan.waves, kit.kinds, plan.blocked, replace(there.expected, today=plan.as_of)),
                 judged.told, cost,
                 remind(judged.told.after, there.state, kit.rules.values()))


def _mine(observation: Observation) -> tuple[Position, ...]:
    return tuple(p for p in observation.positions if p.mine)


def _waves(judged: Judged, today: date, kit: Kit) -> tuple[tuple[Wave, ...], tuple[Blocked, ...]]:
    """The orders: what is called otherwise first, because everything after it says the new names."""
    observation, renaming = replace(judged.renaming.observation, today=today), judged.renaming
    steps = expand(judged.chosen, observation, kit.kinds, breaks_of(judged.facts, kit))
    planned = schedule(steps, judged.chosen, kit.kinds, today)
    days = dict(planned.waves)
    if renaming.steps:
        days[today] = (*renaming.steps, *days.get(today, ()))
    return lower(sorted(days.items()), observation, kit.kinds), planned.blocked


def _nothing_wished(wishes: Wishes, diff: Diff, selection: Selection, request: Request) -> tuple[Breach, ...]:
    """No manifest at all, or nothing that was chosen, is a mistake rather than a wish, whatever rule it would break."""
    if wishes.breaches or wishes.prices.breaches or request.allow.get("empty"):
        return ()
    if not wishes.documents:
        what = Text("kein Manifest gefunden", "no manifest was found")
        return (Breach("EMPTY", values={"what": what, "allow": Word("--allow empty=1")}),)
    return tuple(missed(selection, (*diff.after, *diff.before)))


def places(draft: Draft) -> Places:
    """Where the value of each changed field was written."""
    found: dict[tuple[Address, str], str] = {}
    for change in draft.plan.changes:
        resource = change.after
        if resource is None or not resource.layers:
            continue
        for difference in change.fields:
            path = ("metadata", "annotations", WAS) if difference.path == NAME else keys(difference.path)
            if place := place_written(resource, path, place_in_file, Breach("")):
                found[change.address, difference.path] = str(place)
    return found
