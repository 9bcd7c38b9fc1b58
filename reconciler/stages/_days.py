"""Days of positions and terms: from when something counts, when it takes effect, when it can be ended."""

from datetime import date, timedelta
from typing import Any

from reconciler.model.kind import Kind, unordered, with_value
from reconciler.model.marks import Term
from reconciler.model.position import Position


def begins(position: Position, today: date) -> date:
    """The day from which an open position counts; what only lies in the cart as if it were bought today."""
    bought = position.ordered_on or today
    return max(position.activation_date or bought, bought)


def due(position: Position, today: date) -> date:
    """The day on which a position takes effect; what only lies in the cart counts as bought today."""
    return max(begins(position, today), later(position.ordered_on or today, 1))


def carried_out(position: Position, today: date, day: date) -> bool:
    """Whether a position is ordered today, and will have been carried out on a later day."""
    return position.state == "ordered" and today < due(position, today) <= day


def first_end(term: Term, began: date) -> date:
    """The first day on which the portal accepts the end of what began on that day."""
    return later(began, term.days)


def later(day: date, days: int) -> date:
    """So many calendar days after ``day``, or the last day of all."""
    return day + timedelta(min(days, (date.max - day).days))


def item_term(kind: Kind, item: str) -> Term | None:
    """The minimum term of something that is booked for a resource."""
    leaf = kind.field(item)
    field = leaf or next((f for f in kind.carted if isinstance(f.value(kind.body()), tuple)), None)
    return field.mark(Term) if field else None


def items(body: object, kind: Kind) -> list[str]:
    """All that is booked in a body: the values of its lists, and the leaves that are set."""
    found: list[str] = []
    for field in kind.carted:
        value = field.value(body)
        found += value if isinstance(value, tuple) else [field.path] if value is not None else []
    return found


def with_item(body: Any, verb: str, item: str, value: object, kind: Kind) -> Any:
    """The body once an item is booked (``value`` is that of a leaf of its own) or cancelled."""
    leaf = next((f for f in kind.carted if f.path == item), None)
    if leaf:
        booked = leaf.value(kind.read({item: value})) if verb == "book" else None
        return with_value(body, leaf.attribute, booked)
    for field in kind.carted:
        old = field.value(body)
        if isinstance(old, tuple):
            rest = tuple(v for v in old if v != item)
            body = with_value(body, field.attribute, unordered((*rest, item)) if verb == "book" else rest)
    return body
