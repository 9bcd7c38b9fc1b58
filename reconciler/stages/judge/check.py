"""Facts and rules in, breaches out.

What rules say of a field that could not be read, or of what is inside it, is an echo and left out.
"""

from collections.abc import Collection, Iterable, Iterator

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.rule import Facts, Rule


def check(
    facts: Facts, rules: Iterable[Rule], unread: Collection[tuple[Address, Path]] = ()
) -> tuple[Breach, ...]:
    """Every breach of every rule: of each wished resource, of the whole, and of each change.

    ``unread`` are the fields that could not be read.
    """
    paths: dict[Address | None, list[Path]] = {}
    for address, path in unread:
        paths.setdefault(address, []).append(path)
    return tuple(b for b in _breaches(facts, tuple(rules)) if not _is_echo(b.path, paths.get(b.address, ())))


def _is_echo(path: Path, unread: Collection[Path]) -> bool:
    return bool(path) and any(path[: len(one)] == one or one[: len(path)] == path for one in unread)


def _breaches(facts: Facts, rules: tuple[Rule, ...]) -> Iterator[Breach]:
    kinds = {kind for rule in rules for kind in rule.of}
    for kind in sorted(kinds):
        checks = [rule.each for rule in rules if rule.each and kind in rule.of]
        for resource in facts.wished.of(kind).values():
            for each in checks:
                found = each(resource, facts)
                if found:
                    yield from found
    for rule in rules:
        if rule.whole:
            yield from rule.whole(facts)
        if rule.change and facts.diff:
            for change in facts.diff.changes:
                yield from rule.change(change, facts)
