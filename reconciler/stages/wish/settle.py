"""Wished and projected state in, the wished state with nothing left open out: facts and ``auto`` are filled in.

``auto`` keeps the portal's number; for a new workplace a free one is chosen from the blocks of its group, by a
rule that gives the same number whoever else is hired.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.model.kind import Field, Kind, plain, with_value
from reconciler.model.marks import Assigned, AvailableFrom, Ours, Unique, Within
from reconciler.model.message import Name, Word
from reconciler.model.predecessor import predecessor
from reconciler.model.resource import Resource, State
from reconciler.model.written import AUTO
from reconciler.numbers.block import Block
from reconciler.numbers.choose import Internals, choose_number
from reconciler.stages.wish._own_fields import without_ours_inside

NOBODY = State()


class Settlement(NamedTuple):
    """The wishes with nothing left open, and the facts that were written down wrongly."""

    state: State
    breaches: tuple[Breach, ...]


def settle(
    wished: State, projected: State, kinds: Mapping[str, Kind], today: date, reserved: State = NOBODY, *,
    whole: bool = True,
) -> Settlement:
    """Fill facts and automatic numbers; a fact that differs from the portal's is a Breach.

    Numbers of what is ``reserved`` are not free, whatever becomes of it. Only where the ``whole`` of the wishes could
    be read it is known that no number is free.
    """
    breaches: list[Breach] = []
    settled: dict[Any, Resource] = {}
    open_numbers: list[Resource] = []
    factual = {k.key: tuple(f for f in k.fields if f.mark(Assigned)) for k in kinds.values()}
    unique = {k.key: () if k.mark(Ours) else tuple(f for f in k.fields if f.mark(Unique)) for k in kinds.values()}
    for resource in wished:
        kind = kinds[resource.address.kind]
        known = projected.get(resource.address)
        filled = without_ours_inside(resource, kind)
        if kind.mark(Assigned) and known is None and len(projected):
            breaches.append(_unknown(resource, projected))
        elif factual[kind.key] and known:
            filled = _with_facts(filled, known, kind, breaches)
        if any(f.value(filled.body) == AUTO for f in unique[kind.key]):
            before = known or predecessor(resource, wished, projected)
            if before and before.body.group == filled.body.group:
                filled = _with_known(filled, before, unique[kind.key])
            if any(f.value(filled.body) == AUTO for f in unique[kind.key]):
                open_numbers.append(filled)
        settled[filled.address] = filled
    if open_numbers:
        everything = State([*(r for r in projected if r.address not in settled), *settled.values()])
        chooser = _Chooser(everything, (projected, reserved), kinds, today)
        for resource in open_numbers:
            settled[resource.address] = chooser.choose(resource)
        breaches += chooser.breaches if whole else ()
    return Settlement(State(settled.values()), tuple(breaches))


def _unknown(resource: Resource, projected: State) -> Breach:
    """What exists by contract only cannot be wished for: the portal does not have it."""
    names = [*projected.of(resource.address.kind)]
    there = ", ".join((*names[:5], "…") if len(names) > 5 else names) or "—"
    return Breach("FACT-1", resource.address, ("metadata", "name"), {"value": Name(resource.address), "portal": there})


def _with_facts(resource: Resource, known: Resource, kind: Kind, breaches: list[Breach]) -> Resource:
    body = resource.body
    blank = kind.body()
    for field in (f for f in kind.fields if f.mark(Assigned)):
        written, fact = field.value(body), field.value(known.body)
        if written == field.value(blank):
            body = with_value(body, field.attribute, fact)
        elif written != fact:
            values = {"value": _shown(written), "portal": _shown(fact)}
            breaches.append(Breach("FACT-1", resource.address, field.at, values))
            body = with_value(body, field.attribute, fact)
    return replace(resource, body=body)


def _shown(value: object) -> str:
    return "—" if value is None else str(plain(value))


def _with_known(resource: Resource, known: Resource, unique: Iterable[Field]) -> Resource:
    body = resource.body
    for field in unique:
        if field.value(body) == AUTO:
            body = with_value(body, field.attribute, field.value(known.body))
    return replace(resource, body=body)


class _Numbered(NamedTuple):
    """A kind whose resources have a number out of what another kind holds, and an internal one beside it."""

    kind: Kind
    external: Field
    internal: Field
    within: Within

    @classmethod
    def all(cls, kinds: Iterable[Kind]) -> "dict[str, _Numbered]":
        """Those of these kinds, by key, that have both."""
        found = dict[str, _Numbered]()
        for kind in kinds:
            outer = kind.marked(Within)
            inner = next((f for f in kind.fields if f.mark(Unique) and not f.mark(Within)), None)
            if outer and inner and not kind.mark(Ours):
                found[kind.key] = cls(kind, outer[0], inner, outer[1])
        return found


class _Chooser:
    """Chooses numbers one after the other, in order of names; each choice is taken for the next."""

    def __init__(self, everything: State, held: Iterable[State], kinds: Mapping[str, Kind], today: date) -> None:
        self.breaches: list[Breach] = []
        self._kinds = _Numbered.all(kinds.values())
        self._numbers: set[str] = set()
        self._starts: set[str] = set()
        self._internals = Internals()
        for numbered in self._kinds.values():
            for resource in (r for state in (everything, *held) for r in state.of(numbered.kind.key).values()):
                self._take(numbered.external.value(resource.body), numbered.internal.value(resource.body))
        self._blocks: dict[object, list[Block]] = {}
        self._by_base: dict[tuple[object, str], list[Block]] = {}
        self._full: set[Block] = set()
        for within in {numbered.within for numbered in self._kinds.values()}:
            self._stock(within, everything, kinds[within.kind], today)

    def _stock(self, within: Within, everything: State, kind: Kind, today: date) -> None:
        """What numbers are chosen from: first what is available today."""
        marked, shared = kind.marked(AvailableFrom), kind.field(within.shared)

        def comes(holder: Resource) -> tuple[bool, Address]:
            begins: date | None = marked[0].value(holder.body) if marked else None
            return (begins or today) > today, holder.address

        for holder in sorted(everything.of(kind.key).values(), key=comes):
            block, owner = getattr(holder.body, within.span), shared and shared.value(holder.body)
            if block:
                self._blocks.setdefault(owner, []).append(block)
                self._by_base.setdefault((owner, block.base), []).append(block)

    def choose(self, resource: Resource) -> Resource:
        kind, external_leaf, internal_leaf, within = self._kinds[resource.address.kind]
        body, name, shared = resource.body, resource.address.name, kind.field(within.shared)
        owner = shared.value(body) if shared else None
        external: str | None = external_leaf.value(body)
        if external == AUTO and (blocks := self._blocks.get(owner, [])):
            external = self._free(name, blocks)
            if external is None:
                values = {within.shared: Word(owner)}
                self.breaches.append(Breach(within.full, resource.address, external_leaf.at, values))
        external = external or AUTO
        self._take(external, AUTO)
        internal: str | None = internal_leaf.value(body)
        if internal == AUTO and external != AUTO:
            home = self._home(owner, external)
            near = home.extension(external) if home else external[-3:]
            internal = self._internals.choose(name, near, integrated=body.integrated)
        internal = internal or AUTO
        self._take(AUTO, internal)
        body = with_value(with_value(body, external_leaf.attribute, external), internal_leaf.attribute, internal)
        return replace(resource, body=body)

    def _free(self, name: str, blocks: list[Block]) -> str | None:
        """A free number of the first block that has one; a block that is full once stays so."""
        for block in blocks:
            number = None if block in self._full else choose_number(name, (block,), self._is_taken)
            if number:
                return number
            self._full.add(block)
        return None

    def _home(self, owner: object, number: str) -> Block | None:
        """The block of the group that covers the number; the longest base wins."""
        starts = (number[:length] for length in range(len(number), 0, -1))
        near = (block for start in starts for block in self._by_base.get((owner, start), ()))
        return next((block for block in near if block.covers(number)), None)

    def _take(self, external: str, internal: str) -> None:
        if external != AUTO:
            self._numbers.add(external)
            self._starts.update(external[:n] for n in range(6, len(external)))
        if internal != AUTO:
            self._internals.take(internal)

    def _is_taken(self, number: str) -> bool:
        inside = any(number[:n] in self._numbers for n in range(6, len(number)))
        return inside or number in self._numbers or number in self._starts
