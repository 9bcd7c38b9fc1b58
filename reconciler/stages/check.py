"""Facts and rules in, breaches out."""

from collections.abc import Iterable, Iterator

from reconciler.model.finding import Breach
from reconciler.model.rule import Facts, Rule


def check(facts: Facts, rules: Iterable[Rule]) -> tuple[Breach, ...]:
    """Every breach of every rule: of each wished resource, of the whole, and of each change."""
    return tuple(_breaches(facts, tuple(rules)))


def _breaches(facts: Facts, rules: tuple[Rule, ...]) -> Iterator[Breach]:
    kinds = {kind for rule in rules for kind in rule.of}
    for kind in sorted(kinds):
        checks = [rule.each for rule in rules if rule.each and kind in rule.of]
        for resource in facts.wished.of(kind).values():
            for each in checks:
                yield from each(resource, facts)
    for rule in rules:
        if rule.whole:
            yield from rule.whole(facts)
        if rule.change and facts.diff:
            for change in facts.diff.changes:
                yield from rule.change(change, facts)
