"""A diff in, the part of it that was asked for out."""

from dataclasses import replace

from reconciler.model.change import Diff
from reconciler.model.selection import Selection


def narrow(diff: Diff, selection: Selection) -> Diff:
    """Only the changes of resources that fit."""
    if not any(selection):
        return diff
    sides = ((change, change.after or change.before) for change in diff.changes)
    return replace(diff, changes=tuple(c for c, resource in sides if resource and selection.fits(resource)))
