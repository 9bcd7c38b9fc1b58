"""What a server counts, as Prometheus reads it: routes, statuses and outcomes, and no word about anybody."""

from collections.abc import Mapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

TYPE = CONTENT_TYPE_PLAIN_0_0_4
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The figures of one server since it started."""

    def __init__(self) -> None:
        self._all = CollectorRegistry()
        route = ["method", "route"]
        self._requests = Counter("reconciler_requests", "Requests by route and status.", [*route, "status"],
                                 registry=self._all)
        self._seconds = Histogram("reconciler_request_seconds", "How long requests took.", route, buckets=SECONDS,
                                  registry=self._all)
        self._orders = Counter("reconciler_orders", "Orders by what became of them.", ["outcome"], registry=self._all)
        for outcome in ("done", "already-present", "rejected", "unknown"):  # whoever waits for one sees none till then
            self._orders.labels(outcome)
        self._lease = Gauge("reconciler_lease_held", "Whether somebody has the right to write.", registry=self._all)
        self._lag = Gauge("reconciler_portal_lag_days", "Days by which a portal that goes by the calendar is behind.",
                          registry=self._all)
        self._real = Gauge("reconciler_portal_clock_real", "Whether the portal goes by the calendar.",
                           registry=self._all)

    def note(self, line: Mapping[str, Any]) -> None:
        """Count what a line of the log tells; see ``server.log``."""
        if "route" in line:
            self._requests.labels(line["method"], line["route"], line["status"]).inc()
            self._seconds.labels(line["method"], line["route"]).observe(line["ms"] / 1000)

    def order(self, outcome: str) -> None:
        """An order came to this."""
        self._orders.labels(outcome).inc()

    def text(self, *, held: bool, lag: int | None) -> bytes:
        """All figures; ``lag`` in days, None for a portal with a clock of its own."""
        self._lease.set(held)
        self._lag.set(lag or 0)
        self._real.set(lag is not None)
        return generate_latest(self._all)
