"""Waves in, breaches out: activation dates that somebody wrote and that their orders come too late for."""

from collections.abc import Iterator, Sequence

from reconciler.model.finding import Breach
from reconciler.model.plan import Wave


def overdue(waves: Sequence[Wave]) -> Iterator[Breach]:
    """What is to begin before the first day on which it can be queued, because of what it waits for."""
    for wave in waves:
        for order in wave.orders:
            written = order.body.get("activationDate") if order.verb == "activate" else None
            if written and written < wave.not_before.isoformat():
                values = {"value": str(written), "earliest": wave.not_before.isoformat()}
                yield Breach("DATE-1", order.address, ("activationDate",), values)
