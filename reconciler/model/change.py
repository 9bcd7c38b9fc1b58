"""Changes: what differs between the wish and the portal."""

from enum import StrEnum
from typing import Any

from reconciler.model.address import Address
from reconciler.model.noun import noun
from reconciler.model.resource import Resource, State


class Action(StrEnum):
    """What happens to one resource."""

    CREATE = "create"
    UPDATE = "update"
    REPLACE = "replace"
    DELETE = "delete"
    WITHDRAW = "withdraw"


Names = tuple[tuple[str, str], ...]
"""What tells an element of a list from the others: fields and their values; no field where it is its own name."""


@noun
class ItemChange:
    """One element of a list before and after, as plain values; None is absent."""

    key: Names
    before: Any
    after: Any

    @property
    def action(self) -> str:
        """``added``, ``removed`` or ``changed``."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    @property
    def name(self) -> str:
        """The element for people: its key without the names of the fields."""
        return " ".join(value for _, value in self.key)


@noun
class FieldChange:
    """One leaf before and after, as plain values (None is absent); of a list also what happens to each element."""

    path: str
    before: Any
    after: Any
    items: tuple[ItemChange, ...] = ()


@noun
class Change:
    """What happens to one resource, and why (a fixed word: ``not-in-portal``, ``differs`` …)."""

    address: Address
    action: Action
    reason: str
    fields: tuple[FieldChange, ...] = ()
    before: Resource | None = None
    after: Resource | None = None

    @property
    def was(self) -> str:
        """The old address of a resource that changes its name, else nothing."""
        return str(self.before.address) if self.before and self.before.address != self.address else ""


@noun
class Diff:
    """All changes from ``before`` (the projected portal) to ``after`` (how it will be).

    ``unmanaged`` is in no manifest and stays; of it, ``kept`` would be deleted if the policy did not keep it.
    ``followers`` are, in pairs, what is renamed and who refers to it.
    """

    changes: tuple[Change, ...]
    before: State
    after: State
    unchanged: int = 0
    unmanaged: tuple[Address, ...] = ()
    kept: tuple[Address, ...] = ()
    followers: tuple[tuple[Address, Address], ...] = ()
