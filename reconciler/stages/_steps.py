"""Steps that several stages make."""

from collections.abc import Sequence

from reconciler.model.change import FieldChange
from reconciler.model.kind import Kind
from reconciler.model.references import claims
from reconciler.model.resource import Resource
from reconciler.model.step import Claim, Step


def direct_step(before: Resource, after: Resource, fields: Sequence[FieldChange], kind: Kind) -> Step:
    """An update that takes effect at once, from one body to another."""
    old, new = _of_leaves(before, fields, kind), _of_leaves(after, fields, kind)
    return Step(before.address, "direct", "update", body={f.path: f.after for f in fields}, fields=tuple(fields),
                before=before, after=after, claims=new, releases=old)


def holdings(resource: Resource, kind: Kind) -> frozenset[Claim]:
    """The unique values that a resource holds."""
    return frozenset((c.scope, c.value) for c in claims(kind, resource.body))


def _of_leaves(resource: Resource, fields: Sequence[FieldChange], kind: Kind) -> frozenset[Claim]:
    paths = {f.path for f in fields}
    return frozenset((c.scope, c.value) for c in claims(kind, resource.body) if c.path in paths)
