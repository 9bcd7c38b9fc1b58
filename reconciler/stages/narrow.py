"""A diff in, the part of it that was asked for out."""

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.resource import Resource


class Selection(NamedTuple):
    """What a run is about: patterns of addresses, patterns of those left out, labels (``team=sales``)."""

    target: Sequence[str] = ()
    exclude: Sequence[str] = ()
    select: Sequence[str] = ()

    def fits(self, resource: Resource) -> bool:
        """Whether the address matches a pattern of ``target`` and none of ``exclude``, and all labels are there."""
        labels = [label.partition("=")[::2] for label in self.select]
        return (
            (not self.target or _matches(resource.address, self.target))
            and not _matches(resource.address, self.exclude)
            and all(resource.labels.get(k) == v for k, v in labels)
        )


def narrow(diff: Diff, selection: Selection) -> Diff:
    """Only the changes of resources that fit."""
    if not any(selection):
        return diff
    sides = ((change, change.after or change.before) for change in diff.changes)
    return replace(diff, changes=tuple(c for c, resource in sides if resource and selection.fits(resource)))


def _matches(address: Address, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(str(address), p) or fnmatchcase(address.name, p) for p in patterns)
