"""Who changes by what stands in another document: by its edit, or because the portal says otherwise than it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff, FieldChange
from reconciler.model.consequences import Blocking
from reconciler.model.document import Path, at, keys
from reconciler.model.profiles import Profiles
from reconciler.model.resource import Layer
from reconciler.stages.outlook._awaited import Spot

Grouped = Mapping[Address, tuple[Address, ...]]

_GIVES = {"devices": "desktopClient"}
"""Settings of a workplace that a template has under another name."""


Edits = Mapping[Address, Collection[str]]
"""By document, what of it is edited."""


class Source(NamedTuple):
    """A document, and whether it is edited in what a field comes from."""

    document: Address
    edited: bool = False


class Inherited(NamedTuple):
    """By document, who changes because it is edited; and who differs at the portal from what it says as before."""

    edited: Grouped
    astray: Grouped


def inherited(
    diff: Diff, blocking: Iterable[Blocking], loyal: Mapping[str, Collection[Address]], profiles: Profiles,
    waiting: Collection[Spot] = (),
) -> Inherited:
    """Whatever else is changed of those: what stands in their own documents is no difference here.

    The portal does not know defaults, and nobody can tell whether these were edited: who differs is ``astray``. Who
    differs in nothing but fields whose orders are ``waiting`` is not.
    """
    edits = {c.address: {f.path for f in c.fields} for c in diff.changes
             if c.action in (Action.CREATE, Action.UPDATE) and c.address.kind not in profiles.heirs}
    edited = [(b.address, heir) for b in blocking if b.address.kind == profiles.kind for heir in loyal.get(b.after, ())]
    astray: list[tuple[Address, Address]] = []
    for change in diff.changes:
        if change.address.kind in profiles.heirs and change.action is Action.UPDATE:
            for path, (source, is_edited) in _sources(change, edits):
                if is_edited:
                    edited.append((source, change.address))
                elif (change.address, path) not in waiting and not _newly(source, change, profiles):
                    astray.append((source, change.address))
    return Inherited(grouped(edited), grouped(astray))


def _newly(source: Address, change: Change, profiles: Profiles) -> bool:
    """Whether a document holds for somebody only since he moved.

    It is one that is named, and was not before, or one that is named nowhere and holds for whom it fits.
    """
    moved = {f.path for f in change.fields} & profiles.moving
    named = {above.kind: above.by.path for above in profiles.above[change.address.kind] if above.by}
    return named[source.kind] in moved if source.kind in named else bool(moved)


def grouped(pairs: Iterable[tuple[Address, Address]]) -> Grouped:
    """Names by what they belong to, in order."""
    found: dict[Address, set[Address]] = {}
    for first, second in pairs:
        found.setdefault(first, set()).add(second)
    return {first: tuple(sorted(found[first])) for first in sorted(found)}


def _sources(change: Change, edits: Edits) -> Iterator[tuple[str, Source]]:
    """For each field its path and the document above that makes it change."""
    layers = change.after.layers if change.after else ()
    for difference in change.fields:
        found = _listed if isinstance(difference.before or difference.after, list) else _valued
        if source := found(difference, change.address, layers, edits):
            yield difference.path, source


def _valued(difference: FieldChange, own: Address, layers: Iterable[Layer], edits: Edits) -> Source | None:
    """The strongest document that says a value, or has said one until it was edited, unless that is its own."""
    path = keys(difference.path)
    for layer in layers:
        source, place = layer.document.address, layer.find(path)
        if _given(layer, path) in edits.get(source, ()):
            return Source(source, edited=True)
        if place:
            return Source(source) if source != own and at(layer.document.content, place) == difference.after else None
    return None


def _listed(difference: FieldChange, own: Address, layers: Iterable[Layer], edits: Edits) -> Source | None:
    """Lists add up: only what was edited, or is the one list of all, can be told."""
    path, lists = keys(difference.path), list[Address]()
    for layer in layers:
        source = layer.document.address
        if _given(layer, path) in edits.get(source, ()):
            return Source(source, edited=True)
        lists += [source] if layer.find(path) else []
    return Source(lists[0]) if len(lists) == 1 and lists[0] != own else None


def _given(layer: Layer, path: Path) -> str:
    """The key of this layer that gives a field; empty if none does."""
    key = str(path[0])
    return layer.names.get(key) or layer.names.get(_GIVES.get(key, ""), "") if layer.names else key
