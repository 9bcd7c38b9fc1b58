"""How often somebody may ask: what is too much is told with a time to wait, and nothing of it was done."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from reconciler.errors import Unreachable
from reconciler.model.order import Outcome
from reconciler.server import limits
from reconciler.server.limits import KNOWN, Limit, Limiter, Limits, address_of
from tests.portal.company import sent
from tests.server.serving import Running, running


def test_a_bucket():
    """As many at once as it holds, one more for each that time fills in, and never more than it holds."""
    now = [0.0]
    bucket = Limiter(Limit(2.0, 3), lambda: now[0])
    assert [bucket.take("x") for _ in range(5)] == [0, 0, 0, 1, 1]
    assert (bucket.take("y"), bucket.wait("x")) == (0, 1)
    now[0] = 0.5
    assert [bucket.take("x") for _ in range(2)] == [0, 1]
    now[0] = 1e9
    assert [bucket.take("x") for _ in range(4)] == [0, 0, 0, 1]
    assert Limiter(Limit(0.1, 1), lambda: 0.0).take("x") == 0
    slow = Limiter(Limit(0.1, 1), lambda: 0.0)
    assert [slow.take("x"), slow.take("x")] == [0, 10]


def test_its_memory_has_a_bound(monkeypatch: pytest.MonkeyPatch):
    """A million addresses do not fill the machine; who asks again and again is not forgotten for them."""
    monkeypatch.setattr(limits, "MOST_KEPT", 100)
    bucket = Limiter(Limit(1.0, 1), lambda: 0.0)
    bucket.take("here")
    for n in range(10_000):
        bucket.take(f"{n}")
        if n % 50 == 0:
            bucket.forget("here")
            bucket.take("here")
    assert len(bucket._buckets) == 100
    assert bucket.wait("here")


def test_addresses():
    """Whoever has an address of IPv6 has a whole network of them."""
    assert address_of("2001:db8::1") == address_of("2001:db8::ffff:2") != address_of("2001:db8:0:1::1")
    assert address_of("192.0.2.1") != address_of("192.0.2.2")
    assert address_of("") == ""


def test_guessing():
    """After some wrong tokens an address is not looked up any more; who is known there comes in all the same."""
    now = [0.0]
    with running(limits=Limits(strangers=Limit(1.0, 5), clock=lambda: now[0])) as there:
        assert there.raw("GET", "/v1/portal").status == 200
        there.token("new", "read")
        wrong = [there.raw("GET", "/v1/portal", Authorization=f"Bearer {'x' * 30}{n}") for n in range(8)]
        assert [back.status for back in wrong] == [401] * 5 + [429] * 3
        assert (json.loads(wrong[-1].body)["code"], wrong[-1].headers["retry-after"]) == ("too-many", "1")
        assert wrong[-1].headers["content-type"] == "application/problem+json"
        assert there.raw("GET", "/v1/portal", Authorization="").status == 429
        assert there.raw("GET", "/v1/portal", Authorization=f"Bearer {there.texts['new']}").status == 429
        assert there.raw("GET", "/v1/portal").status == 200
        now[0] = 1.0
        assert there.raw("GET", "/v1/portal", Authorization=f"Bearer {there.texts['new']}").status == 200
        gone = there.tokens.pop()
        for status in (401, 429, 429):
            assert there.raw("GET", "/v1/portal", Authorization=f"Bearer {there.texts[gone.name]}").status == status


def test_each_token_for_itself():
    """Who asks too often waits, and nobody else does."""
    with running(limits=Limits(Limit(1.0, 4), clock=lambda: 0.0)) as there:
        there.token("other", "read")
        assert [there.raw("GET", "/v1/portal").status for _ in range(6)] == [200] * 4 + [429] * 2
        assert there.raw("GET", "/v1/portal", Authorization=f"Bearer {there.texts['other']}").status == 200
        driver = there.driver()
        with pytest.raises(Unreachable, match="1 seconds of patience"):  # and not unknown: nothing was done
            driver.acquire("x")
        driver.close()


def test_an_order_that_has_to_wait():
    """The driver comes again after the time that it was told; where that never ends, nothing was done, for certain."""
    order = sent("create", "group/ulm")
    with running(limits=Limits(Limit(4.0, 2))) as there:
        driver = there.driver()
        token = driver.acquire("x")
        assert there.raw("GET", "/v1/portal").status == 200
        assert driver.execute(order, token).outcome is Outcome.DONE
        driver.close()
    puts = [line["status"] for line in there.log if line["method"] == "PUT"]
    assert puts == [429, 200]
    with running(limits=Limits(Limit(1e-9, 1))) as there:
        driver = there.driver()
        token = driver.acquire("x")
        with pytest.raises(Unreachable):
            driver.execute(order, token)
        driver.close()
        assert there.service.find(str(order.ref)) is None


def test_the_usual_limit_is_wide_enough():
    """Sixty-four who ask at once with one token, as fast as they can, are not told to wait."""
    assert KNOWN.burst >= 64 * 30
    with running() as there:
        together = threading.Barrier(64)

        def ask(_: int) -> int:
            together.wait(20)
            driver = there.driver(timeout=20.0)
            driver.observe()
            driver.close()
            return 1

        with ThreadPoolExecutor(64) as many:
            assert sum(many.map(ask, range(64))) == 64
    assert 429 not in _statuses(there)


def _statuses(there: Running) -> set[int]:
    return {line["status"] for line in there.log}
