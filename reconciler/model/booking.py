"""Items, and on which days they count, take effect and may end: the one arithmetic of planner and portal.

An *item* is what a person books for a resource and pays for: a value of a list that goes through the cart (a
package), or a leaf of its own that does (``mobileIntegration``). Whether something may be booked is checked elsewhere.
"""

from datetime import date, timedelta
from typing import Any

from reconciler.model.kind import Field, Kind, unordered, with_value
from reconciler.model.marks import Term
from reconciler.model.message import Word
from reconciler.model.position import Position
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.model.text import Text

ONE_DAY = timedelta(days=1)

_NAMES = {"mobileIntegration": Text("Mobile Integration", "mobile integration")}


def item_name(item: str) -> Text | Word:
    """What can be booked, as people call it: what a leaf holds has another name in manifests."""
    return _NAMES.get(item) or Word(item)


def later(day: date, days: int) -> date:
    """So many calendar days after ``day``, or the last day of all."""
    return day + timedelta(min(days, (date.max - day).days))


def begins(position: Position, today: date) -> date:
    """The day from which an open position counts; what only lies in the cart as if it were bought today."""
    bought = position.ordered_on or today
    return max(position.activation_date or bought, bought)


def due(position: Position, today: date) -> date:
    """The day on which a position is carried out, not before the day after its order; as if bought today else."""
    return max(begins(position, today), later(position.ordered_on or today, 1))


def carried_out(position: Position, today: date, day: date) -> bool:
    """Whether a position is ordered today, and will have been carried out on a later day."""
    return position.state == "ordered" and today < due(position, today) <= day


def first_end(term: Term, began: date) -> date:
    """The first day on which the portal accepts the end of what began on that day."""
    return later(began, term.days)


def own_term(kind: Kind, resource: Resource) -> tuple[Term, date] | None:
    """The term of a resource as a whole and the first day of its end; None if nothing holds it."""
    term, life = kind.mark(Term), resource.life
    return (term, first_end(term, life.began)) if term and life and life.began else None


def term_of_item(kind: Kind, resource: Resource, item: str) -> tuple[Term, date] | None:
    """The term of a booked item, since its booking or else with the resource, and the first day of its end."""
    term, life = item_term(kind, item), resource.life
    since = life and (life.booked.get(item) or life.began)
    return (term, first_end(term, since)) if term and since else None


def item_term(kind: Kind, item: str) -> Term | None:
    """The minimum term of an item of this kind."""
    field = item_field(kind, item)
    return field.mark(Term) if field else None


def item_field(kind: Kind, item: str) -> Field | None:
    """The leaf that an item is booked in: the leaf of this name, else the list that it is a value of."""
    single = next((f for f in kind.carted if f.path == item), None)
    if single is not None:
        return None if is_list(kind, single) else single
    return next((f for f in kind.carted if is_list(kind, f)), None)


def is_list(kind: Kind, field: Field) -> bool:
    """Whether a leaf holds any number of items."""
    return isinstance(field.value(kind.body()), tuple)


def items(kind: Kind, body: object) -> tuple[str, ...]:
    """All that is booked in a body: the values of its lists, and the leaves that are set."""
    found: list[str] = []
    for field in kind.carted:
        value = field.value(body)
        found += value if isinstance(value, tuple) else [field.path] if value is not None else []
    return tuple(found)


def with_item(kind: Kind, body: Any, item: str, value: object = None) -> Any:
    """The body with an item booked; ``value`` are the plain values of a leaf of its own.

    Raises:
        ValueError: if there is no such item, or the values make none.
    """
    field = item_field(kind, item)
    if field is None:
        raise ValueError(item)
    if not is_list(kind, field):
        return with_value(body, field.attribute, field.value(kind.read({item: value})))
    booked = unordered((*(v for v in field.value(body) if v != item), item))
    return with_value(body, field.attribute, field.value(kind.read({field.path: booked})))


def without_item(kind: Kind, body: Any, item: str) -> Any:
    """The body with an item cancelled."""
    field = item_field(kind, item)
    if field is None:
        return body
    rest = tuple(v for v in field.value(body) if v != item) if is_list(kind, field) else None
    return with_value(body, field.attribute, rest)


def laid_over(kind: Kind, body: Any, what: Position | Step) -> Any:
    """The body once what this books or cancels is carried out.

    Raises:
        ValueError: if what it books makes no item.
    """
    if what.verb == "book":
        return with_item(kind, body, what.item, what.body.get("value"))
    return without_item(kind, body, what.item)
