"""Who holds a value that only one should hold."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Spot
from reconciler.model.message import Joined, Name, Value
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.model.text import Text
from reconciler.model.unread import readable

SHOWN = 5
"""How many other holders a finding names at most."""


class Holders(NamedTuple):
    """Per value its first holder, and all its holders where there are several."""

    first: Mapping[str, Address]
    several: Mapping[str, list[Address]]


class Clash(NamedTuple):
    """A wish that holds what somebody else holds already; ``others`` are the first few of them."""

    address: Address
    value: str
    others: list[Address]

    @property
    def values(self) -> Mapping[str, Value]:
        """For the sentences: ``value``, and the names of the ``others``."""
        return {"value": self.value, "others": Joined(tuple(map(Name, self.others)))}

    def spots(self, path: Path, label: Text) -> tuple[Spot, ...]:
        """The others as second places of a finding."""
        return tuple(Spot(other, path, label) for other in self.others)


def staying(facts: Facts) -> list[Resource]:
    """The workplaces that there will be; left out are those whose deletion is ordered already."""
    return facts.index(_staying)


def holders(resources: Iterable[Resource], values: Callable[[Resource], Iterable[str]]) -> Holders:
    """Who holds which value, in the order given; who could not be read may hold any."""
    first: dict[str, Address] = {}
    several: dict[str, list[Address]] = {}
    for resource, held in readable(resources, lambda one: tuple(values(one))):
        for value in held:
            holder = first.setdefault(value, resource.address)
            if holder is not resource.address:
                several.setdefault(value, [holder]).append(resource.address)
    return Holders(first, several)


def clashes(found: Holders, wished: Collection[str]) -> Iterator[Clash]:
    """Each wish that is not the first to hold its value; whoever no manifest names comes before the wishes."""
    for value, who in found.several.items():
        ordered = sorted(who, key=lambda address: address.name in wished)
        for address in ordered[1:]:
            if address.name in wished:
                others = islice((other for other in ordered if other != address), SHOWN)
                yield Clash(address, value, list(others))


def _staying(facts: Facts) -> list[Resource]:
    return facts.after.staying("workplace")
