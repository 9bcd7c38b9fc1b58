"""Resources that a run is about."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.nearest import Names
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

    def said(self) -> tuple[str, ...]:
        """What was chosen, as written on the command line."""
        return tuple(f"--{name} {p}" for name, patterns in self._asdict().items() for p in patterns)

    def misses(self, resources: Iterable[Resource]) -> tuple[str, ...]:
        """What was chosen and fits none of these, as written on the command line; all of it, if nothing is left."""
        there = list(resources)
        one_by_one = {
            **{f"--target {p}": Selection((p,)) for p in self.target},
            **{f"--exclude {p}": Selection((p,)) for p in self.exclude},
            **{f"--select {p}": Selection(select=(p,)) for p in self.select},
        }
        missed = tuple(said for said, one in one_by_one.items() if not any(map(one.fits, there)))
        if missed or not one_by_one or any(map(self.fits, there)):
            return missed
        return (" ".join(one_by_one),)


EVERYTHING = Selection()


def meant(said: str, addresses: Iterable[Address]) -> Address | None:
    """The address that a choice without a wildcard, as written on the command line, probably means."""
    option, _, pattern = said.partition(" ")
    if option == "--select" or any(sign in pattern for sign in " *?["):
        return None
    by_text = {str(a) if "/" in pattern else a.name: a for a in addresses}
    return by_text.get(Names(by_text).nearest(pattern))


def matches(address: Address, patterns: Sequence[str]) -> bool:
    """Whether one of the patterns fits the address, or its name alone."""
    return any(fnmatchcase(str(address), p) or fnmatchcase(address.name, p) for p in patterns)
