"""Who holds a value that only one should hold."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Spot
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.model.text import Text

SHOWN = 5
"""How many other holders a finding names at most."""

Holders = Mapping[str, list[Address]]


def staying(facts: Facts) -> list[Resource]:
    """The workplaces that there will be, those first that no manifest names.

    Left out are those whose deletion is ordered already.
    """
    return facts.index(_staying)


def holders(resources: Iterable[Resource], values: Callable[[Resource], Iterable[str]]) -> Holders:
    """Per value, who holds it, in the order given."""
    found: dict[str, list[Address]] = {}
    for resource in resources:
        for value in values(resource):
            found.setdefault(value, []).append(resource.address)
    return found


def others(address: Address, value: str, found: Holders) -> list[Address]:
    """The first few others that hold the value, if ``address`` is not the first of its holders; else nobody."""
    who = found.get(value, ())
    if len(who) < 2 or who[0] == address:
        return []
    return list(islice((other for other in who if other != address), SHOWN))


def spots(addresses: Iterable[Address], path: Path, label: Text) -> tuple[Spot, ...]:
    """These as second places of a finding."""
    return tuple(Spot(address, path, label) for address in addresses)


def names(addresses: Iterable[Address]) -> str:
    """Their names in one line."""
    return ", ".join(address.name for address in addresses)


def _staying(facts: Facts) -> list[Resource]:
    wished = facts.wished.of("workplace")
    there = (r for r in facts.after.of("workplace").values() if r.life is None or not r.life.leaving)
    return sorted(there, key=lambda r: r.address.name in wished)
