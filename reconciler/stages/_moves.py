"""Which of the names that somebody wants to change do change, one after the other."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
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
    taken, found = set(present), dict[str, str]()
    while (old := next((old for old, new in left.items() if new not in taken), None)) is not None:
        found[old] = left.pop(old)
        taken = taken - {old} | {found[old]}
    return found


def replaced(wanted: Sequence[Wanted], present: Collection[str], wished: Collection[str]) -> dict[str, str]:
    """Old → new names of what cannot be renamed: the new one is made in place of the old one, if nobody needs both."""
    return {w.old: w.new for w in sorted(wanted)
            if w.old in present and w.old not in wished and w.new not in present}


def complaints(
    wanted: Sequence[Wanted], present: Collection[str], wished: Collection[str], moved: Collection[str]
) -> Iterator[Breach]:
    """What is wrong with the wishes: two that mean the same, and those that have no effect and never had.

    ``moved`` are the old names of what does become another. Where the old name is gone and the new one is there,
    that has happened already.
    """
    former, first = {w.new: w.old for w in wanted}, dict[str, Wanted]()
    for one in wanted:
        other = first.setdefault(one.old, one)
        values = {"old": one.old, "new": one.new, "other": other.new}
        if other is not one:
            yield Breach("NAME-2", one.address, one.path, values)
        elif _in_ring(one.new, former):
            yield Breach("NAME-3", one.address, one.path, values)
        elif present and one.old not in present and one.new not in present:
            yield Breach("NAME-1", one.address, one.path, {"cause": ABSENT.filled(values)})
        elif one.old in present and one.old not in moved and one.old not in wished:
            yield Breach("NAME-1", one.address, one.path, {"cause": BOTH.filled(values)})
        elif one.old in present and one.old not in moved and one.new not in present:
            yield Breach("NAME-1", one.address, one.path, {"cause": KEPT.filled(values)})


def _in_ring(name: str, former: Mapping[str, str]) -> bool:
    """Whether going from name to former name leads back to the first."""
    seen: set[str] = set()
    here: str | None = former.get(name)
    while here is not None and here not in seen:
        if here == name:
            return True
        seen.add(here)
        here = former.get(here)
    return False
