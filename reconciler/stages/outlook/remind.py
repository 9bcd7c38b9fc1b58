"""Chores: what the tool cannot do at the portal, and a person must."""

from collections.abc import Iterable, Iterator

from reconciler.model.consequences import Chore
from reconciler.model.message import Message
from reconciler.model.resource import State
from reconciler.model.rule import Rule
from reconciler.model.silences import silences


def remind(after: State, active: State, rules: Iterable[Rule]) -> tuple[Chore, ...]:
    """The chores of all wishes in ``after``, told until what they are about is active, or silenced with a reason."""
    return tuple(sorted(_chores(after, active, tuple(rules)), key=lambda c: (c.address, c.rule)))


def _chores(after: State, active: State, rules: tuple[Rule, ...]) -> Iterator[Chore]:
    for rule in rules:
        wishes = (w for kind in rule.of for w in after.of(kind).values() if w.layers) if rule.chores else ()
        for wish in wishes:
            if rule.chores and not silences(wish).get(rule.id):
                for breach in rule.chores(wish, active.get(wish.address)):
                    yield Chore(wish.address, rule.id, Message(rule.fix, breach.values))
