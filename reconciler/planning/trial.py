"""The portal's rules, asked before it is: of one resource, and of a whole plan that is played to its end."""

from collections.abc import Callable
from dataclasses import replace

from reconciler.model import waits as say
from reconciler.model.finding import Finding, Severity
from reconciler.model.message import Quote, sentence
from reconciler.model.plan import Plan
from reconciler.model.position import Observation
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.model.text import NOTHING, Text
from reconciler.stages.order.simulate import Refused, simulate
from reconciler.workspace.kit import Kit

PART = Text("Ohne --target, --exclude und --select planen, oder auch wählen, was daran hängt.",
            "Plan without --target, --exclude and --select, or choose as well what it hangs on.")


def breaks_of(facts: Facts, kit: Kit) -> Callable[[Resource], frozenset[str]]:
    """Which of the portal's rules a resource breaks, in the company as it will be."""
    rules = [rule for rule in kit.rules.values() if rule.portal and rule.each]

    def breaks(resource: Resource) -> frozenset[str]:
        return frozenset(breach.rule for rule in rules for breach in rule.errors(resource, facts))

    return breaks


def refusals(plan: Plan, observation: Observation, kit: Kit) -> tuple[Finding, ...]:
    """What the portal's own rules would refuse when the plan is played to its end."""
    from reconciler.portal.books.memory import MemoryStore
    from reconciler.portal.service import Service

    then = replace(observation, today=min(observation.today, plan.as_of))
    rehearsal = Service(MemoryStore.of(then, kit.kinds), kit.kinds, tuple(kit.rules.values()), lambda: 0.0)
    part = PART if plan.selection.said() else NOTHING
    return tuple(_refusal(refused, part) for refused in simulate(plan.waves, rehearsal, plan.as_of))


def _refusal(refused: Refused, way_out: Text) -> Finding:
    """An error; a warning where only the purchase must wait: what is wished for in the end is in order."""
    order, day, reason = refused.order, refused.wave, Quote(refused.reason)
    told = say.of_whom(order.verb, order.item, order.address)
    message = sentence("Das Portal würde die {step} am {day} ablehnen: {reason}.",
                   "The portal would refuse the {step} on {day}: {reason}.", step=told, day=day, reason=reason)
    if refused.only_yet:
        message = sentence("Der Warenkorb vom {day} lässt sich so noch nicht bestellen: {reason}.",
                       "The cart of {day} cannot be bought yet: {reason}.", day=day, reason=reason)
    severity = Severity.WARNING if refused.only_yet else Severity.ERROR
    return Finding(rule=refused.rule, severity=severity, address=order.address, message=message, help=way_out)
