"""What a plan means beyond its lines: what it binds, what it sends out, what changes at a distance.

Read from the orders, the changes and the marks of the kinds.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff, FieldChange
from reconciler.model.kind import Kind
from reconciler.model.marks import Emergency, Manual
from reconciler.model.plan import Wave
from reconciler.model.references import references
from reconciler.model.report import Commitments
from reconciler.model.resource import State
from reconciler.model.text import Text


class Consequences(NamedTuple):
    """Commitments; by cause, what changes indirectly; what touches emergency calls; what is left to a person."""

    commitments: Commitments
    indirect: Mapping[str, tuple[str, ...]]
    emergency: tuple[str, ...]
    manual: tuple[Text, ...]


def foretell(diff: Diff, waves: tuple[Wave, ...], kinds: Mapping[str, Kind]) -> Consequences:
    """All consequences of one plan."""
    return Consequences(
        _commitments(waves), _indirect(diff, kinds), tuple(_emergency(diff, kinds)),
        tuple(_manual(diff, kinds)),
    )


def _commitments(waves: tuple[Wave, ...]) -> Commitments:
    orders = [o for wave in waves for o in wave.orders if o.verb == "activate"]
    ends = [o.binds_until for o in orders if o.binds_until]
    mobile = sum(bool((o.body.get("login") or {}).get("mobile")) for o in orders)
    return Commitments(len(orders), max(ends, default=None), len(orders), mobile)


def _indirect(diff: Diff, kinds: Mapping[str, Kind]) -> dict[str, tuple[str, ...]]:
    """Cause → who changes although no file of theirs did."""
    found: dict[str, set[str]] = {}
    for change in diff.changes:
        if change.action is Action.UPDATE and change.after:
            for cause in _origins(change):
                found.setdefault(str(cause), set()).add(str(change.address))
    edited = {c.address for c in diff.changes if c.action is Action.UPDATE and c.address.kind == "blockingprofile"}
    if edited:
        for resource in diff.after.of("workplace").values():
            for reference in references(kinds["workplace"], resource.body):
                address = Address(reference.kind, reference.name or "")
                if address in edited:
                    found.setdefault(str(address), set()).add(str(resource.address))
    for cause, follower in diff.followers:
        found.setdefault(str(cause), set()).add(str(follower))
    return {cause: tuple(sorted(found[cause])) for cause in sorted(found)}


def _origins(change: Change) -> Iterator[Address]:
    """The documents, other than its own, that the changed values come from."""
    layers = change.after.layers if change.after else ()
    for difference in change.fields:
        path = tuple(difference.path.split("."))
        holder = next((layer.document.address for layer in layers if layer.find(path)), None)
        if holder and holder != change.address:
            yield holder


def _emergency(diff: Diff, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """Each change that touches emergency calls, with the paths that do."""
    for change in diff.changes:
        paths = {f.path for f in kinds[change.address.kind].fields if f.mark(Emergency)}
        touched = [f.path for f in change.fields if f.path in paths and _matters(f, change)]
        if touched:
            yield " ".join((str(change.address), *touched))


def _matters(difference: FieldChange, change: Change) -> bool:
    """Of the devices only the last one matters; a new workplace is told with its number alone."""
    if difference.before == difference.after:
        return False
    if change.action is Action.CREATE:
        return difference.path == "number.external"
    if difference.path == "devices":
        return not difference.after
    return change.action in (Action.UPDATE, Action.REPLACE)


def _manual(diff: Diff, kinds: Mapping[str, Kind]) -> Iterator[Text]:
    """What is wished but never ordered by the tool: work for a person."""
    for kind in kinds.values():
        for field in kind.fields:
            manual = field.mark(Manual)
            for resource in diff.after.of(kind.key).values() if manual else ():
                for value in field.value(resource.body):
                    known = _present(diff.before, resource.address, field.attribute)
                    if manual and value in manual.values and value not in known:
                        yield Text(f"Von Hand: {value} für {resource.address} auf anderem Weg buchen",
                                   f"By hand: book {value} for {resource.address} by its own route")


def _present(before: State, address: Address, attribute: str) -> tuple[str, ...]:
    known = before.get(address)
    return getattr(known.body, attribute) if known else ()
