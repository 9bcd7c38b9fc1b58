"""From wishes and a portal to a plan: the stages in one straight line."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.consequences import Chore
from reconciler.model.cost import Cost
from reconciler.model.document import Path as FieldPath
from reconciler.model.finding import Breach, Finding, Severity
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.position import Observation
from reconciler.model.renames import NAME, WAS, Renaming
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts
from reconciler.model.selection import Selection
from reconciler.model.text import NOTHING, Text
from reconciler.opening import Kit, Wishes, Workspace, place_in_file
from reconciler.pricing import plan_cost
from reconciler.request import Request
from reconciler.stages.judge.announce import announce
from reconciler.stages.judge.check import check
from reconciler.stages.judge.compare import compare
from reconciler.stages.judge.fixed import fixed
from reconciler.stages.judge.guard import Guards, guard
from reconciler.stages.judge.narrow import narrow
from reconciler.stages.judge.overdue import overdue
from reconciler.stages.judge.recall import recall
from reconciler.stages.judge.tell import place_of, tell
from reconciler.stages.judge.verify import cart_after
from reconciler.stages.judge.warn import warn
from reconciler.stages.order.expand import expand
from reconciler.stages.order.lower import lower
from reconciler.stages.order.schedule import schedule
from reconciler.stages.order.simulate import Refused, simulate
from reconciler.stages.outlook.foretell import Consequences, foretell
from reconciler.stages.outlook.remind import remind
from reconciler.stages.wish.interpret import interpret
from reconciler.stages.wish.project import project
from reconciler.stages.wish.rename import rename
from reconciler.stages.wish.settle import settle

PART = Text("Ohne --target, --exclude und --select planen, oder auch wählen, was daran hängt.",
            "Plan without --target, --exclude and --select, or choose as well what it hangs on.")


class Reading(NamedTuple):
    """The wished state, settled against the portal, and what is wrong so far."""

    state: State
    before: State
    breaches: tuple[Breach, ...]
    unread: frozenset[tuple[Address, FieldPath]]
    renaming: Renaming


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


def read(wishes: Wishes, observation: Observation, kit: Kit) -> Reading:
    """Interpret the manifests over what the portal has, by its new names, and fill in what they leave open."""
    renaming = rename(wishes.documents, observation, kit.kinds)
    before = project(renaming.observation, kit.kinds)
    reading = interpret(wishes.everything, kit.kinds, before)
    settled = settle(reading.state, before, kit.kinds, observation.today)
    breaches = (*wishes.breaches, *wishes.prices.breaches, *renaming.breaches, *reading.breaches, *settled.breaches)
    return Reading(settled.state, before, breaches, reading.unread, renaming)


def read_alone(wishes: Wishes, kit: Kit) -> Reading:
    """Interpret the manifests without a portal: facts and numbers that they leave open stay open."""
    nothing = Observation("", "", "", "", date.min, State())
    renaming = rename(wishes.documents, nothing, kit.kinds)
    reading = interpret(wishes.everything, kit.kinds, nothing.state)
    breaches = (*wishes.breaches, *wishes.prices.breaches, *renaming.breaches, *reading.breaches)
    return Reading(reading.state, nothing.state, breaches, reading.unread, renaming)


def draft(workspace: Workspace, wishes: Wishes, observation: Observation, kit: Kit, request: Request) -> Draft:
    """The plan for these wishes on this portal on one day; no waves where a rule is broken."""
    today = request.as_of or observation.today
    reading = read(wishes, observation, kit)
    policy = workspace.settings.policy
    mine = tuple(p for p in observation.positions if p.ours and p.state == "in-cart")
    diff = compare(reading.state, reading.before, kit.kinds, mine, delete_unmanaged=policy.unmanaged == "delete",
                   keep=policy.keep)
    facts = Facts(after=diff.after, before=reading.before, today=today, diff=diff, wished=reading.state,
                  mail_domains=policy.mail_domains, whole=not wishes.breaches)
    judged = check(facts, kit.rules.values(), reading.unread)
    breaches = (*reading.breaches, *judged, *fixed(reading.state, reading.before, kit.kinds))
    findings = tell(breaches, kit.rules, reading.state, place_in_file)
    broken = any(f.severity is Severity.ERROR for f in findings)
    if broken and (wishes.breaches or reading.unread):
        # Of what could not be read nothing is known; whatever hangs on it would look like a wish.
        return _silent(today, findings, kit, request)
    selection = Selection(request.target, request.exclude, request.select)
    chosen = narrow(diff, selection)
    renaming = reading.renaming.only({r.address for r in diff.after if selection.fits(r)})
    told = announce(chosen, renaming)
    if nothing := _nothing_wished(wishes, chosen, selection, request):
        plan = replace(_plan(today, told, (), (), request), refused=tuple(dict.fromkeys(b.rule for b in nothing)))
        return Draft(plan, tell(nothing, kit.rules, State(), place_in_file), foretell(told, (), kit.kinds), told)
    waves, blocked = ((), ()) if broken else _waves(chosen, renaming, today, kit, _breaks(facts, kit))
    late = tuple(overdue(waves, kit.kinds))
    if broken or late:
        again = recall(told, (), observation.positions)
        findings = tell((*breaches, *late, *again), kit.rules, reading.state, place_in_file)
        return Draft(_plan(today, told, (), (), request), findings, foretell(told, (), kit.kinds), told)
    plan = _plan(today, told, waves, blocked, request)
    leaving = _to_go(observation, request)
    more = (*recall(told, waves, observation.positions),
            *warn(told, policy.protect, observation.positions, leaving, today))
    findings = tell((*breaches, *more), kit.rules, reading.state, place_in_file) if more else findings
    if request.simulate and waves:
        findings = (*_refusals(plan, observation, kit), *findings)
    guards = Guards({k: getattr(policy.limits, k) for k in ("deletes", "updates", "creates")}, request.allow,
                    policy.protect, leaving)
    stops = guard(told, guards, kit.kinds, kit.rules, findings)
    refused = tell(stops, kit.rules, reading.state, place_in_file, whole=False)
    cart = cart_after(renaming.observation.positions, plan.due)
    plan = replace(plan, refused=tuple(dict.fromkeys(f.rule for f in refused)), cart=cart)
    cost, unpriced = plan_cost(reading.state, observation, plan, kit)
    chores = remind(told.after, renaming.observation.state, kit.rules.values())
    consequences = foretell(told, waves, kit.kinds, blocked, replace(renaming.observation, today=today))
    return Draft(plan, (*refused, *findings, *unpriced), consequences, told, cost, chores)


def _to_go(observation: Observation, request: Request) -> dict[Address, bool]:
    """Whose deletion lies in the cart and is to be bought, and whether it is ours."""
    return {p.address: p.ours for p in observation.positions
            if p.state == "in-cart" and p.verb == "delete" and (p.ours or request.foreign)}


def _silent(today: date, findings: tuple[Finding, ...], kit: Kit, request: Request) -> Draft:
    """Findings and nothing else."""
    nothing = Diff((), State(), State())
    return Draft(_plan(today, nothing, (), (), request), findings, foretell(nothing, (), kit.kinds), nothing)


def _plan(
    today: date, diff: Diff, waves: tuple[Wave, ...], blocked: tuple[Blocked, ...], request: Request
) -> Plan:
    selection = Selection(request.target, request.exclude, request.select)
    return Plan(today, diff.changes, waves, blocked, diff.unchanged, diff.unmanaged, diff.kept, request.allow,
                selection=selection)


def _waves(
    diff: Diff, renaming: Renaming, today: date, kit: Kit, breaks: Callable[[Resource], frozenset[str]]
) -> tuple[tuple[Wave, ...], tuple[Blocked, ...]]:
    """The orders: what is called otherwise first, because everything after it says the new names."""
    observation = replace(renaming.observation, today=today)
    steps = expand(diff, observation, kit.kinds, breaks)
    planned = schedule(steps, diff, kit.kinds, today)
    days = dict(planned.waves)
    if renaming.steps:
        days[today] = (*renaming.steps, *days.get(today, ()))
    return lower(sorted(days.items()), observation, kit.kinds), planned.blocked


def _breaks(facts: Facts, kit: Kit) -> Callable[[Resource], frozenset[str]]:
    """Which of the portal's rules a resource breaks, in the company as it will be."""
    rules = [rule for rule in kit.rules.values() if rule.portal and rule.each]

    def breaks(resource: Resource) -> frozenset[str]:
        return frozenset(breach.rule for rule in rules for breach in rule.errors(resource, facts))

    return breaks


def _refusals(plan: Plan, observation: Observation, kit: Kit) -> tuple[Finding, ...]:
    """What the portal's own rules would refuse when the plan is played to its end."""
    from reconciler.portal.books.memory import MemoryStore
    from reconciler.portal.service import Service

    then = replace(observation, today=min(observation.today, plan.as_of))
    rehearsal = Service(MemoryStore.of(then, kit.kinds), kit.kinds, tuple(kit.rules.values()), lambda: 0.0)
    part = PART if plan.selection.said() else NOTHING
    return tuple(_refusal(refused, part) for refused in simulate(plan.waves, rehearsal, plan.as_of))


def _refusal(refused: Refused, way_out: Text) -> Finding:
    """An error; a warning where only the purchase must wait: what is wished for in the end is in order."""
    order, day, reason = refused.order, refused.wave, refused.reason
    told = say.of_whom(order.verb, order.item, order.address)
    message = Text(f"Das Portal würde die {told.de} am {day} ablehnen: {reason.de}",
                   f"The portal would refuse the {told.en} on {day}: {reason.en}")
    if refused.only_yet:
        message = Text(f"Der Warenkorb vom {day} lässt sich so noch nicht bestellen: {reason.de}",
                       f"The cart of {day} cannot be bought yet: {reason.en}")
    severity = Severity.WARNING if refused.only_yet else Severity.ERROR
    return Finding(rule=refused.rule, severity=severity, address=order.address, message=message, help=way_out)


def _nothing_wished(wishes: Wishes, diff: Diff, selection: Selection, request: Request) -> tuple[Breach, ...]:
    """No manifest at all, or nothing that was chosen, is a mistake rather than a wish, whatever rule it would break."""
    if wishes.breaches or wishes.prices.breaches or request.allow.get("empty"):
        return ()
    if not wishes.documents:
        what = Text("kein Manifest gefunden", "no manifest was found")
        return (Breach("EMPTY", values={"what": what, "allow": "--allow empty=1"}),)
    return tuple(Breach("CHOICE-1", values={"what": said}) for said in selection.misses((*diff.after, *diff.before)))


def places(draft: Draft) -> Mapping[tuple[Address, str], str]:
    """Where the value of each changed field was written."""
    found: dict[tuple[Address, str], str] = {}
    for change in draft.plan.changes:
        resource = change.after
        for difference in change.fields if resource and resource.layers else ():
            path = ("metadata", "annotations", WAS) if difference.path == NAME else tuple(difference.path.split("."))
            if resource and (path[0] == "metadata" or any(layer.find(path) for layer in resource.layers)):
                place = place_of(resource, path, place_in_file, Breach(""))
                found[change.address, difference.path] = str(place)
    return found
