"""What is queued in, breaches out: activation dates that somebody wrote and that come too soon for it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from reconciler.model.finding import Breach
from reconciler.model.kind import Kind
from reconciler.model.marks import Begins
from reconciler.model.order import Order
from reconciler.model.position import Position


def overdue(queued: Iterable[tuple[date, Order | Position]], kinds: Mapping[str, Kind]) -> Iterator[Breach]:
    """What is to begin before the first day on which it can be ordered: that of its wave, or the day of the cart."""
    for day, one in queued:
        begins = kinds[one.address.kind].marked(Begins) if one.verb == "activate" else None
        written = one.body.get(begins[0].path) if begins else None
        if begins and written and written < day.isoformat():
            field, mark = begins
            values = {"value": date.fromisoformat(written), "earliest": day}
            yield Breach(mark.late, one.address, (field.path,), values)
