"""A diff in, the part of it that was asked for out."""

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from reconciler.model.change import Change, Diff


def narrow(diff: Diff, target: Sequence[str], exclude: Sequence[str], select: Sequence[str]) -> Diff:
    """Only changes whose address matches a pattern of ``target``, none of ``exclude``, and all labels."""
    if not (target or exclude or select):
        return diff
    labels = [label.partition("=")[::2] for label in select]
    chosen = tuple(
        c for c in diff.changes
        if (not target or _matches(c, target)) and not _matches(c, exclude) and _has(c, labels)
    )
    return replace(diff, changes=chosen)


def _matches(change: Change, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(str(change.address), p) or fnmatchcase(change.address.name, p) for p in patterns)


def _has(change: Change, labels: Sequence[tuple[str, str]]) -> bool:
    resource = change.after or change.before
    return resource is not None and all(resource.labels.get(k) == v for k, v in labels)
