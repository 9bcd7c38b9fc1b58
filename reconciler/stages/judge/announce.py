"""A diff and the renames that come before it in, the diff that tells of both out."""

from dataclasses import replace

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff
from reconciler.model.renames import Renaming


def announce(diff: Diff, renaming: Renaming) -> Diff:
    """The diff with the renames among its changes; what is only renamed is no longer unchanged."""
    changes = {change.address: change for change in diff.changes}
    new = {address: _renamed(address, changes.get(address), diff, renaming) for address in renaming.told}
    if not new:
        return diff
    unchanged = diff.unchanged - len(new.keys() - changes.keys())
    everything = {**changes, **new}
    return replace(diff, changes=tuple(everything[a] for a in sorted(everything)), unchanged=unchanged,
                   followers=renaming.followers)


def _renamed(address: Address, change: Change | None, diff: Diff, renaming: Renaming) -> Change:
    fields, before = renaming.told[address], change.before if change else diff.before.get(address)
    former = before and replace(before, address=renaming.former.get(address, address))
    if change:
        return replace(change, fields=(*fields, *change.fields), before=former)
    return Change(address, Action.UPDATE, "renamed", fields, former, diff.after.get(address))
