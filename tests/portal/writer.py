"""One process of several that write to one portal at once, all under one holder's name: each supersedes the rest.

    python -m tests.portal.writer URL NAME ROUNDS

In each round it sends an order of its own, one that all send, and buys a position of its own. It prints its tokens and
how often an order of its took effect.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import closing

from reconciler.errors import LeaseHeld, Unreachable
from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.portal.books.store import SqlStore
from reconciler.portal.books.url import database_at
from reconciler.portal.service import Service
from tests.engine.values import KINDS
from tests.portal.company import lying, workplace

PATIENCE = 60.0


class Writer:
    """Sends until it is answered, with a new token where another superseded the last."""

    def __init__(self, portal: Service) -> None:
        self._portal = portal
        self._token = 0
        self.tokens: list[int] = []
        self.refused = 0
        self.done = 0

    def send(self, order: Order) -> Receipt:
        """Send one order."""
        return self._until_taken(lambda: self._portal.execute(order, self._token))

    def buy(self, ref: str) -> Receipt:
        """Order one position of the cart."""
        return self._until_taken(lambda: self._portal.submit(lying(self._portal, ref), self._token))

    def _until_taken(self, call: Callable[[], Receipt]) -> Receipt:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                receipt = call()
            except LeaseHeld:
                self.refused += 1
                self._acquire()
            except Unreachable:  # it waited for its turn for too long
                continue
            else:
                self.done += receipt.outcome is Outcome.DONE
                return receipt
        raise TimeoutError

    def _acquire(self) -> None:
        try:
            self._token = self._portal.acquire("the same pipeline")
        except Unreachable:
            return
        self.tokens.append(self._token)


def main(url: str, name: str, rounds: str) -> None:
    """Write as often as that."""
    with closing(Service(SqlStore(database_at(url), KINDS), KINDS, (), time.time)) as portal:
        writer = Writer(portal)
        for n in range(int(rounds)):
            for ref in (f"{name}-{n}", f"all-{n}"):
                body = {"displayName": ref}
                writer.send(Order(ref, "direct", "create", Address("group", f"g{ref}"), body=body))
        ref, seat = f"{name}-end", workplace(f"2{name}", f"2{name}")
        writer.send(Order(ref, "cart", "activate", Address("workplace", f"seat.nr{name}"), body=seat))
        writer.buy(ref)
    print(json.dumps([writer.tokens, writer.refused, writer.done]))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(*sys.argv[1:])
