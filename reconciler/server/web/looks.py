"""What the portal holds, looked at once and kept until there is another revision."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from reconciler.model.address import Address
from reconciler.model.kind import Kind
from reconciler.model.position import Observation, Position
from reconciler.model.references import claims
from reconciler.portal.service import Service

NUMBERS = "number"
"""The scope of public numbers."""


@dataclass(frozen=True)
class Look:
    """The portal at one revision: ``seen`` is what it tells, ``history`` has what was carried out too."""

    seen: Observation
    history: tuple[Position, ...]
    kinds: Mapping[str, Kind]

    @property
    def lying(self) -> tuple[Position, ...]:
        """What lies in the cart, whoever put it in, in the order in which it is shown."""
        found = (p for p in self.seen.positions if p.state == "in-cart")
        return tuple(sorted(found, key=lambda p: (p.address, p.verb, p.item)))

    @cached_property
    def of(self) -> Mapping[Address, tuple[Position, ...]]:
        """By address, what lies in the cart for it, is ordered, or was rejected."""
        found: dict[Address, tuple[Position, ...]] = {}
        for position in self.seen.positions:
            found[position.address] = (*found.get(position.address, ()), position)
        return found

    @cached_property
    def holders(self) -> Mapping[str, tuple[str, Address]]:
        """By public number, how it is held and by whom: ``taken``, ``leaving``, or the state of the position.

        To the state of a position of others ``-theirs`` is added.
        """
        found: dict[str, tuple[str, Address]] = {}
        for resource in self.seen.state:
            for number in _numbers(self.kinds[resource.address.kind], resource.body):
                found[number] = ("leaving" if resource.leaving else "taken", resource.address)
        for position in self.seen.positions:
            if position.open and position.verb == "activate":
                kind = self.kinds[position.address.kind]
                state = position.state if position.ours else f"{position.state}-theirs"
                for number in _numbers(kind, kind.read(position.body)):
                    found.setdefault(number, (state, position.address))
        return found


class Looks:
    """Looks at the portal that is there now; a look is shared by all who ask for the same revision."""

    def __init__(self, portal: Callable[[], Service], kinds: Mapping[str, Kind]) -> None:
        self._portal, self._kinds = portal, kinds
        self._lock = Lock()
        self._kept: tuple[Service, tuple[str, str], Look] | None = None

    def now(self) -> Look:
        """The portal as it is now."""
        portal = self._portal()
        mark = portal.revision()
        with self._lock:
            if self._kept is None or self._kept[:2] != (portal, mark):
                seen = portal.observe()  # a change in between belongs to the next revision, and is read again then
                self._kept = portal, (seen.origin, seen.revision), Look(seen, portal.positions(), self._kinds)
            return self._kept[2]


def _numbers(kind: Kind, body: object) -> Iterator[str]:
    return (claim.value for claim in claims(kind, body) if claim.scope == NUMBERS)
