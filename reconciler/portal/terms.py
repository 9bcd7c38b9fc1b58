"""Days: when a term is over, when a position is due, since when something counts."""

from datetime import date, timedelta

from reconciler.model.kind import Kind
from reconciler.model.marks import Term
from reconciler.model.position import Position
from reconciler.model.resource import Resource
from reconciler.portal.bodies import item_field


def later(day: date, days: int) -> date:
    """So many calendar days after ``day``, or the last day of all."""
    return day + timedelta(min(days, (date.max - day).days))


def first_day(term: Term, since: date) -> date:
    """The first day on which what began on ``since`` can be ended."""
    return later(since, term.days)


def begins(position: Position) -> date:
    """The day from which an ordered position counts; the calendar day of its order at the earliest."""
    ordered = position.ordered_on or date.min
    return max(position.activation_date or ordered, ordered)


def due(position: Position) -> date:
    """The day on which an ordered position is carried out: not before the day after its order."""
    return max(begins(position), later(position.ordered_on or date.min, 1))


def item_term(kind: Kind, resource: Resource, item: str) -> tuple[Term, date] | None:
    """The term of a booked item and the first day of its end; None if nothing holds it."""
    field, life = item_field(kind, item), resource.life
    term = field.mark(Term) if field else None
    since = life and (life.booked.get(item) or life.began)
    return (term, first_day(term, since)) if term and since else None


def own_term(kind: Kind, resource: Resource) -> tuple[Term, date] | None:
    """The term of a resource as a whole and the first day of its end; None if nothing holds it."""
    term, life = kind.mark(Term), resource.life
    return (term, first_day(term, life.began)) if term and life and life.began else None
