"""What a run is about."""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.resource import Resource


class Selection(NamedTuple):
    """Patterns of addresses, patterns of those left out, labels (``team=sales``); empty: everything."""

    target: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()

    def fits(self, resource: Resource) -> bool:
        """Whether the address matches a pattern of ``target`` and none of ``exclude``, and all labels are there."""
        labels = [label.partition("=")[::2] for label in self.select]
        return (
            (not self.target or matches(resource.address, self.target))
            and not matches(resource.address, self.exclude)
            and all(resource.labels.get(k) == v for k, v in labels)
        )


def matches(address: Address, patterns: Sequence[str]) -> bool:
    """Whether one of the patterns fits the address, or its name alone."""
    return any(fnmatchcase(str(address), p) or fnmatchcase(address.name, p) for p in patterns)
