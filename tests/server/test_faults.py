"""A wire that loses, cuts and garbles a third of what goes over it: each order exists once, no outcome is a guess."""

import random
from typing import Any

import pytest
import stamina
from starlette.types import ASGIApp, Receive, Scope, Send

from reconciler.model.order import Order, Outcome
from reconciler.runner import Evidence, run
from tests.portal.company import sent, workplace
from tests.runner.test_runner import Quiet
from tests.server.serving import Running, running, small

COUNT, RUNS = 8, 20
ORDERS = [sent("activate", f"workplace/new.nr{n}", workplace(f"{n}", f"{n}", login={"email": "a@acme.example"}),
               ref=f"o1-{n}") for n in range(20, 20 + COUNT)]


class Wire:
    """Between a server and who asks it."""

    def __init__(self, app: ASGIApp, chance: random.Random) -> None:
        self._app, self._chance = app, chance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        what = self._chance.choice(["lost", "done and lost", "cut", "a page"]) if self._chance.random() < 0.34 else ""
        answer: list[Any] = []

        async def kept(message: Any) -> None:
            answer.append(message)

        if what in ("", "done and lost", "cut"):
            await self._app(scope, receive, kept)
        if what == "a page":
            answer = [{"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]},
                      {"type": "http.response.body", "body": b"<html>back soon</html>"}]
        elif what in ("lost", "done and lost"):
            answer = [{"type": "http.response.start", "status": 502, "headers": []}, {"type": "http.response.body"}]
        elif what == "cut":
            answer[1:] = [{"type": "http.response.body", "body": b"{", "more_body": True}]
        for message in answer:
            await send(message)


@pytest.mark.parametrize("seed", range(20))
def test_each_order_exists_once(seed: int):
    """Run again and again until all is done: what was said on the way was true each time."""
    with running(small(), lambda app: Wire(app, random.Random(seed))) as there, stamina.set_testing(True, attempts=2):
        left = ORDERS
        for _ in range(RUNS):
            left = _once(there, left)
            if not left:
                break
    assert not left
    assert {p.ref for p in there.service.positions()} == {str(order.ref) for order in ORDERS}


def _once(there: Running, orders: list[Order]) -> list[Order]:
    """One run; gives what is not known to be done."""
    driver, effects = there.driver(), Quiet()
    token = there.service.acquire("all: x")
    receipts = run(orders, driver, effects, Evidence(effects, effects), token=token, said=lambda *_: None)
    driver.close()
    done = {ref for ref in (str(order.ref) for order in orders) if there.service.find(ref)}
    for receipt in receipts:
        if receipt.outcome in (Outcome.DONE, Outcome.ALREADY_PRESENT):
            assert receipt.ref in done
        elif receipt.outcome is not Outcome.UNKNOWN:
            assert receipt.ref not in done, receipt
    return [order for order, receipt in zip(orders, receipts, strict=True)
            if receipt.outcome not in (Outcome.DONE, Outcome.ALREADY_PRESENT)]
