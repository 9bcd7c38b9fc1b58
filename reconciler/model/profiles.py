"""Which blocking profile a resource names, what takes effect where it names none, and what a profile blocks."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Ours, Ref
from reconciler.model.resource import Resource, State
from reconciler.model.text import Text

SYSTEM = "system"
"""The portal's built-in profile: it blocks nothing and always exists."""

DIRECTIONS: Mapping[str, Text] = {
    "outgoing": Text("ausgehend", "outgoing"),
    "incoming": Text("eingehend", "incoming"),
    "forwarded": Text("weitergeleitet", "forwarded"),
}
"""The directions in which a profile blocks, with their words."""


class Above(NamedTuple):
    """A kind that a resource may have its profile from; ``by`` names which one, None where there is but one."""

    kind: str
    by: Field | None

    def of(self, resource: Resource, state: State) -> Resource | None:
        """The one of this kind that is above a resource."""
        if self.by:
            return state.of(self.kind).get(self.by.value(resource.body) or "")
        return next(iter(state.of(self.kind).values()), None)


class Profiles(NamedTuple):
    """How profiles are named, read from the kinds: a leaf that may say ``system`` names one.

    ``kind`` is theirs, ``leaves`` has the leaves by kind. ``above`` tells by kind, the strongest first, where a profile
    comes from if none is named; what the ``heirs`` have from above is written into them, but for what is there once.
    ``moving`` are the paths of their fields by which they go to another one of those above.
    """

    kind: str
    leaves: Mapping[str, Field]
    above: Mapping[str, tuple[Above, ...]]
    heirs: frozenset[str]
    moving: frozenset[str]

    @classmethod
    def of(cls, kinds: Mapping[str, Kind]) -> "Profiles":
        """As the marks of these kinds say."""
        naming = {one.key: (field, ref.kind) for one in kinds.values() if not one.mark(Ours)
                  for field in one.fields if (ref := field.mark(Ref)) and SYSTEM in ref.builtin}
        above: dict[str, tuple[Above, ...]] = dict.fromkeys(naming, ())
        heirs = frozenset(key for key in naming if kinds[key].inherits)
        for heir in heirs:
            chain = [heir, *(key for key in kinds[heir].inherits if key in naming)]
            above |= {key: tuple(Above(one, kinds[key].field(one)) for one in chain[n:])
                      for n, key in enumerate(chain, 1)}
        moving = frozenset(field.path for heir in heirs for field in kinds[heir].fields
                           if (ref := field.mark(Ref)) and ref.kind in kinds[heir].inherits)
        kind = next(kind for _, kind in naming.values())
        return cls(kind, {key: field for key, (field, _) in naming.items()}, above, heirs, moving)

    def in_effect(self, resource: Resource, state: State) -> str:
        """The profile that takes effect: the one that is named, else one from above, else the system's."""
        kind = resource.address.kind
        found: str | None = self.leaves[kind].value(resource.body)
        for level in self.above[kind][-1 if kind in self.heirs else 0:] if found is None else ():
            one = level.of(resource, state) if found is None else None
            found = self.leaves[level.kind].value(one.body) if one else found
        return found or SYSTEM

    def ranges(self, profile: str, direction: str, state: State) -> tuple[str, ...]:
        """The number ranges that a profile blocks in a direction; none for the system's."""
        found = state.of(self.kind).get(profile)
        blocked: tuple[str, ...] = getattr(found.body, direction) if found else ()
        return blocked

    def switching(self, diff: Diff) -> frozenset[Address]:
        """Those that others inherit from and that name another profile than before."""
        above = (c for c in diff.changes if c.address.kind in self.leaves.keys() - self.heirs)
        return frozenset(c.address for c in above if any(f.path == self.leaves[c.address.kind].path for f in c.fields))

    def followed(self, heir: Resource, switched: Collection[Address]) -> Address | None:
        """Of those that switch, the strongest that an heir inherits from."""
        above = self.above[heir.address.kind]
        named = (Address(kind, by.value(heir.body) or "") for kind, by in above if by)
        alone = {kind for kind, by in above if not by}
        found = next((address for address in named if address in switched), None)
        return found or next((address for address in switched if address.kind in alone), None)
