"""Waves in, breaches out: activation dates that somebody wrote and that their orders come too late for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reconciler.model.finding import Breach
from reconciler.model.kind import Kind
from reconciler.model.marks import Begins
from reconciler.model.plan import Wave


def overdue(waves: Sequence[Wave], kinds: Mapping[str, Kind]) -> Iterator[Breach]:
    """What is to begin before the first day on which it can be queued, because of what it waits for."""
    for wave in waves:
        for order in wave.orders:
            begins = kinds[order.address.kind].marked(Begins) if order.verb == "activate" else None
            written = order.body.get(begins[0].path) if begins else None
            if begins and written and written < wave.not_before.isoformat():
                field, mark = begins
                values = {"value": date.fromisoformat(written), "earliest": wave.not_before}
                yield Breach(mark.late, order.address, (field.path,), values)
