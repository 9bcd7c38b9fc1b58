"""Documents and a portal in; what is called otherwise, and the portal as if that had happened already, out.

Renames come before everything else of a plan, so that all other stages see the new names alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reconciler.model.address import Address
from reconciler.model.change import FieldChange
from reconciler.model.document import Document
from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Ours, Renamable
from reconciler.model.position import Observation, Position
from reconciler.model.references import references
from reconciler.model.renames import (
    NAME,
    WAS,
    Elements,
    Renaming,
    element_fields,
    element_path,
    following,
    with_renamed,
)
from reconciler.model.resource import Resource, State
from reconciler.model.step import Step
from reconciler.stages.wish._rename_chains import Wanted, complaints, moves, replaced


def rename(documents: Iterable[Document], observation: Observation, kinds: Mapping[str, Kind]) -> Renaming:
    """Everything that the documents say was called otherwise, and that the portal still calls so."""
    by_kind: dict[str, list[Document]] = {}
    for document in documents:
        by_kind.setdefault(document.address.kind, []).append(document)
    renaming = Renaming(observation)
    for kind in kinds.values():
        if not kind.mark(Ours):
            renaming = _resources(renaming, by_kind.get(kind.key, ()), kind, kinds)
    for kind in kinds.values():
        for listed in element_fields(kind, kinds.values()):
            for document in sorted(by_kind.get(kind.key, ()), key=lambda d: d.address):
                renaming = _elements(renaming, document, listed, kinds)
    called = {old: new for new, old in renaming.former.items()}
    return replace(renaming, followers=tuple((called.get(a, a), called.get(b, b)) for a, b in renaming.followers))


def _resources(so_far: Renaming, documents: Sequence[Document], kind: Kind, kinds: Mapping[str, Kind]) -> Renaming:
    """The renames of one kind.

    A kind that cannot be renamed is only looked at for what is wrong. There the old one is gone before the new one is
    made; who lived under the old name was no mistake.
    """
    wanted = sorted(_former(documents))
    if not wanted:
        return so_far
    observation = so_far.observation
    present = {*observation.state.of(kind.key), *(p.address.name for p in observation.positions
                                                  if _comes(p, kinds) and p.address.kind == kind.key and not p.theirs)}
    wished = {document.address.name for document in documents}
    moved = moves(wanted, present, wished) if kind.mark(Renamable) else replaced(wanted, present, wished)
    if not kind.mark(Renamable):
        doubtful = [w for w in wanted if w.old in present or Address(kind.key, w.old) not in observation.lives]
        return replace(so_far, breaches=(*so_far.breaches, *complaints(doubtful, present, wished, moved)))
    breaches = (*so_far.breaches, *complaints(wanted, present, wished, moved))
    names = {Address(kind.key, old): new for old, new in moved.items()}
    steps = (Step(Address(kind.key, old), "direct", "update", body={NAME: new})
             for old, new in moved.items())
    former = {old._replace(name=new): old for old, new in names.items()}
    told = {new: (FieldChange(NAME, old.name, new.name),) for new, old in former.items()}
    followers = _followers(observation, names, {}, kinds)
    return Renaming(_called(observation, names, {}, kinds), (*so_far.steps, *steps), {**so_far.former, **former},
                    {**so_far.told, **told}, (*so_far.followers, *followers), breaches)


def _former(documents: Iterable[Document]) -> Iterator[Wanted]:
    for document in documents:
        annotations = (document.content.get("metadata") or {}).get("annotations")
        old = annotations.get(WAS) if isinstance(annotations, Mapping) else None
        if isinstance(old, str) and old != document.address.name:
            yield Wanted(document.address.name, old, document.address, ("metadata", "annotations", WAS))


def _elements(so_far: Renaming, document: Document, listed: Field, kinds: Mapping[str, Kind]) -> Renaming:
    """The renames in one list of one resource: one order, for all of them."""
    resource, entries = so_far.observation.state.get(document.address), _entries(document, listed)
    wanted = [Wanted(str(entry.get("name")), entry["was"], document.address, (listed.path, n, "was"))
              for n, entry in entries if isinstance(entry.get("was"), str) and entry["was"] != entry.get("name")]
    if resource is None or not wanted:
        return so_far
    present = {element.name for element in listed.value(resource.body)}
    wished = {str(entry.get("name")) for _, entry in entries}
    moved = moves(wanted, present, wished)
    so_far = replace(so_far, breaches=(*so_far.breaches, *complaints(wanted, present, wished, moved)))
    return _with_elements(so_far, resource, listed, moved, kinds) if moved else so_far


def _with_elements(
    so_far: Renaming, resource: Resource, listed: Field, moved: Mapping[str, str], kinds: Mapping[str, Kind]
) -> Renaming:
    address = resource.address
    fields = tuple(FieldChange(element_path(listed.path, old), old, new) for old, new in moved.items())
    renamed = replace(resource, body=with_renamed(resource.body, listed, moved))
    observation = replace(so_far.observation, state=so_far.observation.state.but((renamed,)))
    elements = {(address, old): new for old, new in moved.items()}
    step = Step(address, "direct", "update", body={f.path: f.after for f in fields})
    return replace(so_far, observation=_called(observation, {}, elements, kinds), steps=(*so_far.steps, step),
                   told={**so_far.told, address: (*so_far.told.get(address, ()), *fields)},
                   followers=(*so_far.followers, *_followers(observation, {}, elements, kinds)))


def _entries(document: Document, listed: Field) -> list[tuple[int, Mapping[str, Any]]]:
    """The elements of a list as they are written, each with its place; what has no form is left to others."""
    spec = document.content.get("spec")
    entries = spec.get(listed.path) if isinstance(spec, Mapping) else None
    return [(n, e) for n, e in enumerate(entries) if isinstance(e, Mapping)] if isinstance(entries, list) else []


def _followers(
    observation: Observation, names: Mapping[Address, str], elements: Elements, kinds: Mapping[str, Kind]
) -> Iterator[tuple[Address, Address]]:
    """What is renamed, and who refers to it; who is only in the cart or ordered too."""
    for address, body in _everybody(observation, kinds) if names or elements else ():
        for reference in references(kinds[address.kind], body):
            holder = Address(reference.kind, reference.name or "")
            element = reference.element[1] if reference.element else None
            if (holder in names and element is None) or (element is not None and (holder, element) in elements):
                yield holder, address


def _everybody(observation: Observation, kinds: Mapping[str, Kind]) -> Iterator[tuple[Address, object]]:
    yield from ((r.address, r.body) for r in observation.state)
    yield from ((p.address, kinds[p.address.kind].read(p.body)) for p in observation.positions if _comes(p, kinds))


def _comes(position: Position, kinds: Mapping[str, Kind]) -> bool:
    return position.open and position.verb == "activate" and position.address.kind in kinds


def _called(
    observation: Observation, names: Mapping[Address, str], elements: Elements, kinds: Mapping[str, Kind]
) -> Observation:
    """The portal with new names, and everything that refers to them following."""
    if not (names or elements):
        return observation
    resources = (_follows(r, names, elements, kinds) for r in observation.state)
    positions = (_position(p, names, elements, kinds) for p in observation.positions)
    return replace(observation, state=State(resources), positions=tuple(positions))


def _follows(
    resource: Resource, names: Mapping[Address, str], elements: Elements, kinds: Mapping[str, Kind]
) -> Resource:
    address = resource.address
    if address in names:
        resource = replace(resource, address=address._replace(name=names[address]))
    body = following(kinds[address.kind], resource.body, names, elements)
    return resource if body is resource.body else replace(resource, body=body)


def _position(
    position: Position, names: Mapping[Address, str], elements: Elements, kinds: Mapping[str, Kind]
) -> Position:
    if not _comes(position, kinds):
        return position
    kind = kinds[position.address.kind]
    return replace(position, body=kind.plain(following(kind, kind.read(position.body), names, elements)))
