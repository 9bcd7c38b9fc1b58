"""The state and its changes as far as they could be read: what nobody knows is hidden from the rules."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff
from reconciler.model.document import Path
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts
from reconciler.model.unread import veiled


def veil(facts: Facts, unread: Collection[tuple[Address, Path]]) -> Facts:
    """The same facts, of which these fields are hidden, and all that a document may be about which is lost."""
    if not (unread or facts.lost):
        return facts
    paths: dict[Address, list[Path]] = {}
    for address, path in unread:
        paths.setdefault(address, []).append(path)
    wished = [_veiled(resource, paths[resource.address]) for resource in facts.wished if resource.address in paths]
    alone = [_veiled(resource, ((),)) for resource in _unnamed(facts)]
    diff = facts.diff and replace(facts.diff, changes=tuple(_changes(facts, facts.diff, State(wished))))
    return replace(facts, after=facts.after.but((*wished, *alone)), wished=facts.wished.but(wished), diff=diff,
                   _memory={}, _unknown=set())


def _unnamed(facts: Facts) -> Iterator[Resource]:
    """What only the portal names, although a document may do so that is lost."""
    for kind in facts.lost:
        named = facts.wished.of(kind)
        yield from (resource for name, resource in facts.after.of(kind).items() if name not in named)


def _changes(facts: Facts, diff: Diff, partly: State) -> Iterator[Change]:
    """The changes that are known: not what becomes of a thing that is not, nor that no document names one."""
    for change in diff.changes:
        resource = partly.get(change.address)
        if resource is None and (change.after or change.address.kind not in facts.lost):
            yield change
        elif resource and change.action is Action.CREATE:
            yield replace(change, after=resource)


def _veiled(resource: Resource, paths: Collection[Path]) -> Resource:
    return replace(resource, body=veiled(resource.body, paths))
