"""The rules that the portal itself holds everyone to."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reconciler.model.finding import Breach
from reconciler.model.message import Message
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts, Rule
from reconciler.portal import refusals as say
from reconciler.portal.desk import Desk
from reconciler.portal.refusals import Refusal, refusal


def broken(desk: Desk, resource: Resource, facts: Facts) -> Iterator[Refusal]:
    """The errors of one resource, seen with all settings.

    The rules of the portal look at the resource and at settings, never at other workplaces; so the same facts,
    with all that was worked out from them, serve every order until a setting changes.
    """
    return (refused for _, refused in _broken(desk, resource, facts))


def _broken(desk: Desk, resource: Resource, facts: Facts) -> Iterator[tuple[Breach, Refusal]]:
    for rule in desk.rules:
        for breach in rule.errors(resource, facts):
            yield breach, Refusal(rule.id, Message(rule.message, breach.values))


def spoiled(desk: Desk, after: Resource, before: Resource | None) -> Iterator[Refusal]:
    """The errors of one resource that it had not before, or not in a field that is touched now."""
    found = tuple(_broken(desk, after, desk.facts_with(after)))
    if not found:
        return
    known = frozenset(broken(desk, before, desk.facts_with(before))) if before else frozenset()
    touched = {f.path for f in desk.kind(after.address).fields
               if before and f.value(before.body) != f.value(after.body)}
    for breach, refused in found:
        path = ".".join(map(str, breach.path))
        if refused not in known or any(path == leaf or path.startswith(f"{leaf}.") for leaf in touched):
            yield refused


def broken_as_a_whole(rules: Iterable[Rule], state: State) -> Iterator[Refusal]:
    """The errors of the company as a whole: of whom they speak, what is wrong, and the way out."""
    facts = Facts(after=state, wished=state)
    for rule in (rule for rule in rules if rule.whole):
        for breach in rule.only_errors(rule.whole(facts) if rule.whole else ()):
            message, fix = Message(rule.message, breach.values), Message(rule.fix, breach.values)
            refused = refusal(rule.id, say.WHOLE, address=breach.address, message=message, fix=fix)
            yield replace(refused, breach=breach)
