"""Resources that offer something to others: whether it becomes less, or becomes another's."""

from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Offers


def offers_less(kind: Kind, before: object, after: object) -> bool:
    """Whether a body offers less than it did, so that somebody may lose what he refers to."""
    return any(_shrinks(f, before, after) for f in kind.fields if f.mark(Offers))


def handed_over(kind: Kind, before: object, after: object) -> bool:
    """Whether all of it is offered to others than before: a block goes to another group."""
    return any(f.value(before) != f.value(after) for f in kind.fields
               if f.mark(Offers) and not isinstance(f.value(before), tuple | int))


def _shrinks(field: Field, before: object, after: object) -> bool:
    """A list loses an element, a count goes down; any other value has only its likes."""
    old, new = field.value(before), field.value(after)
    if isinstance(old, tuple) and isinstance(new, tuple):
        return not set(map(_named, old)) <= set(map(_named, new))
    if isinstance(old, int) and isinstance(new, int):
        return new < old
    return bool(old != new)


def _named(element: object) -> object:
    return getattr(element, "name", element)
