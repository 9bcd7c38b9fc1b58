"""Addresses that somebody wants to change: which of them do change, one after the other."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.message import Message, Name
from reconciler.model.text import Text

ABSENT = Text("„{old}“ gibt es im Portal nicht; „{new}“ wird neu angelegt",
              "there is no “{old}” in the portal; “{new}” is made anew")
BOTH = Text("im Portal gibt es „{old}“ und „{new}“; umbenannt wird nichts",
            "the portal has “{old}” and “{new}”; nothing is renamed")
KEPT = Text("ein Manifest nennt weiterhin „{old}“, es bleibt; „{new}“ wird neu angelegt",
            "a manifest still names “{old}”, which stays; “{new}” is made anew")


class Wanted(NamedTuple):
    """Somebody wrote that ``new`` was called ``old``, at ``path`` of the manifest of ``address``."""

    new: str
    old: str
    address: Address
    path: Path


def moves(wanted: Sequence[Wanted], present: Collection[str], wished: Collection[str]) -> dict[str, str]:
    """Old → new names of what is still called otherwise, each as soon as its new name is free.

    ``present`` are the portal's names, ``wished`` the manifests'. Names in a ring never become free. A name that
    somebody else has taken over by a rename of their own is theirs: it moves on only together with them.
    """
    former = {w.new: w.old for w in wanted}
    left = {w.old: w.new for w in sorted(wanted)
            if w.old in present and w.new in wished and former.get(w.old, w.old) in present}
    place = {old: n for n, old in enumerate(left)}
    waiting = {new: old for old, new in left.items()}
    free = [(place[old], old) for old, new in left.items() if new not in present]
    found = dict[str, str]()
    while free:
        _, old = heappop(free)
        found[old] = left[old]
        if old in waiting:
            heappush(free, (place[waiting[old]], waiting[old]))
    return found


def replaced(wanted: Sequence[Wanted], present: Collection[str], wished: Collection[str]) -> dict[str, str]:
    """Old → new names of what cannot be renamed: the new one is made in place of the old one, if nobody needs both."""
    return {w.old: w.new for w in sorted(wanted)
            if w.old in present and w.old not in wished and w.new not in present}


def _named(one: Wanted, name: str) -> Name:
    return Name(Address(one.address.kind, name))


def complaints(
    wanted: Sequence[Wanted], present: Collection[str], wished: Collection[str], moved: Collection[str]
) -> Iterator[Breach]:
    """What is wrong with the wishes: two that mean the same, and those that have no effect and never had.

    ``moved`` are the old names of what does become another. Where the old name is gone and the new one is there,
    that has happened already.
    """
    rings, first = _in_rings({w.new: w.old for w in wanted}), dict[str, Wanted]()
    for one in wanted:
        other = first.setdefault(one.old, one)
        values = {"old": _named(one, one.old), "new": _named(one, one.new), "other": _named(one, other.new)}
        if other is not one:
            yield Breach("NAME-2", one.address, one.path, values)
        elif one.new in rings:
            yield Breach("NAME-3", one.address, one.path, values)
        elif present and one.old not in present and one.new not in present:
            yield Breach("NAME-1", one.address, one.path, {"cause": Message(ABSENT, values)})
        elif one.old in present and one.old not in moved and one.old not in wished:
            yield Breach("NAME-1", one.address, one.path, {"cause": Message(BOTH, values)})
        elif one.old in present and one.old not in moved and one.new not in present:
            yield Breach("NAME-1", one.address, one.path, {"cause": Message(KEPT, values)})


def _in_rings(former: Mapping[str, str]) -> set[str]:
    """The names from which going on from name to former name leads back to them."""
    found: set[str] = set()
    seen: set[str] = set()
    for name in former:
        way: dict[str, int] = {}
        here: str | None = name
        while here is not None and here not in seen:
            seen.add(here)
            way[here] = len(way)
            here = former.get(here)
        if here in way:
            found.update([*way][way[here]:])
    return found
