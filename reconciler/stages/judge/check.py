"""Facts and rules in, breaches out.

Rules see the facts as far as they could be read. One that asks for more has nothing to say; what it says of a field
that could not be read, or of what is inside it, is an echo and left out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.rule import Facts, Rule
from reconciler.model.unread import Unread, is_hidden
from reconciler.stages.judge._veil import veil


def check(
    facts: Facts, rules: Iterable[Rule], unread: Collection[tuple[Address, Path]] = ()
) -> tuple[Breach, ...]:
    """Every breach of every rule: of each wished resource, of the whole, and of each change.

    ``unread`` are the fields that could not be read.
    """
    found = _breaches(veil(facts, unread), tuple(rules))
    return tuple(breach for breach in found if not is_hidden(breach, unread)) if unread else tuple(found)


def _breaches(facts: Facts, rules: tuple[Rule, ...]) -> Iterator[Breach]:
    kinds = {kind for rule in rules for kind in rule.of}
    for kind in sorted(kinds):
        checks = [rule.each for rule in rules if rule.each and kind in rule.of]
        for resource in facts.wished.of(kind).values():
            for each in checks:
                try:  # here rather than in a function: asked for each resource and rule
                    found = each(resource, facts)
                    if found:
                        yield from found
                except Unread:
                    continue
    for rule in rules:
        if rule.whole:
            yield from _as_known(rule.whole, facts)
        if rule.change and facts.diff:
            for change in facts.diff.changes:
                yield from _as_known(rule.change, change, facts)


def _as_known(check: Callable[..., Iterable[Breach]], *asked: object) -> Iterator[Breach]:
    """What a check finds before it meets something that could not be read."""
    try:
        yield from check(*asked)
    except Unread:
        return
