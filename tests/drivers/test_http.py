"""The driver for a portal behind HTTP: what proves itself counts, and nothing else does."""

import gzip
import json
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import stamina

from reconciler.drivers._line import Line
from reconciler.drivers.http import Http
from reconciler.errors import AnswerLost, LeaseHeld, LoginRefused, Unreachable
from reconciler.model.order import Outcome
from reconciler.model.text import Text
from reconciler.wire.problem import problem_json, refusals_json
from tests.drivers.scripted import Say, closed, dripping, endless, http, plain, scripted
from tests.engine.values import KINDS
from tests.portal.company import sent

ORDER = sent("update", "workplace/plain.one", {"language": "en"}, ref="o1-x")
GOOD = {"ref": "o1-x", "state": "done", "digest": ORDER.digest}
TOKEN = "rct_kanarienvogel-kanarienvogel"
PROBLEM = "application/problem+json"


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """Two attempts at most, and no waiting between them."""
    with stamina.set_testing(True, attempts=2):
        yield


def asking(url: str) -> Http:
    """The driver of a portal at this address; half a second is long."""
    return Http(Line(url, TOKEN, 0.5, None), KINDS)


def told(code: str, status: int, **more: Any) -> Say:
    """A problem of the portal."""
    return plain({**problem_json(code, status, "X", Text("so nicht", "not so")), **more}, status, PROBLEM)


def refused(rule: str, status: int = 422, ref: str = "o1-x", digest: str = ORDER.digest) -> Say:
    """A refusal by a rule."""
    return told(rule, status, ref=ref, digest=digest, problems=refusals_json([(rule, Text("so nicht", "not so"))]))


UNKNOWN: dict[str, Say] = {
    "no answer": closed,
    "half a line": lambda line: line.sendall(b"HTTP/1.1 20"),
    "half a body": http(200, json.dumps(GOOD).encode()[:-4], length=200),
    "a body without its end": http(200, json.dumps(GOOD).encode()[:-1]),
    "no HTTP": lambda line: line.sendall(b"hello\r\n\r\n"),
    "a drip": dripping,
    "no end": endless,
    "a page of a proxy": http(502, b"<html>Bad Gateway</html>", "text/html"),
    "maintenance with 200": http(200, b"<html>back soon</html>", "text/html"),
    "a page that calls itself JSON": http(200, b"<html>back soon</html>"),
    "a way to log in": http(302, b"", "text/html", "Location: /login"),
    "another machine": http(307, b"", "text/html", "Location: http://127.0.0.1:1/"),
    "nothing": plain({}), "a list": plain([GOOD]), "null": plain(None),
    "another order": plain({**GOOD, "ref": "o1-y"}),
    "another content": plain({**GOOD, "digest": "sha256:0"}),
    "another state": plain({**GOOD, "state": "perhaps"}),
    "no reference": plain({"state": "done", "digest": ORDER.digest}),
    "a key too many": plain({**GOOD, "also": 1}),
    "a key twice": http(200, json.dumps(GOOD).encode()[:-1] + b', "ref": "o1-x"}'),
    "NaN": http(200, json.dumps(GOOD).encode()[:-1] + b', "x": NaN}'),
    "too deep": http(200, b"[" * 100_000),
    "another type": plain(GOOD, 200, "text/plain"),
    "created": plain(GOOD, 201),
    "packed": http(200, gzip.compress(json.dumps(GOOD).encode()), "application/json", "Content-Encoding: gzip"),
    "a bomb": http(200, gzip.compress(b" " * 50_000_000), "application/json", "Content-Encoding: gzip"),
    "a bug": told("bug", 500), "it does not know itself": told("answer-lost", 500),
    "a problem of nobody": plain({"title": "no"}, 422, PROBLEM),
    "a problem without a rule": told("INT-4", 422, ref="o1-x", digest=ORDER.digest),
    "a refusal of another order": refused("INT-4", ref="o1-y"),
    "a refusal of another content": refused("INT-4", digest="sha256:0"),
    "a refusal that is no problem": plain({"code": "INT-4"}, 422),
    "a refusal with another status": refused("INT-4", 400),
    "a gateway that lets nobody in": http(401, b"<html>who are you</html>", "text/html"),
    "something else there": http(404, b"not found", "text/plain"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_answer_that_is_none(name: str):
    """The order is unknown, never done and never refused; no other address is asked; no token is told."""
    with scripted(UNKNOWN[name]) as portal:
        driver = asking(portal.url)
        with pytest.raises(AnswerLost) as lost:
            driver.execute(ORDER, 7)
        driver.close()
    assert "kanarienvogel" not in str(lost.value) + lost.value.message.de
    assert all(head.startswith("PUT /v1/orders/o1-x HTTP/1.1") for head in portal.asked)
    assert all("lease-token: 7" in head.lower() for head in portal.asked)


@pytest.mark.parametrize("name", ["no answer", "a page of a proxy", "a bug", "half a body"])
def test_the_same_is_sent_again(name: str):
    """An order has a reference: what it came to is found by sending it once more."""
    with scripted(UNKNOWN[name], plain({**GOOD, "state": "already-present"})) as portal:
        driver = asking(portal.url)
        assert driver.execute(ORDER, 7).outcome is Outcome.ALREADY_PRESENT
        driver.close()
    assert len(portal.asked) == 2


CERTAIN: dict[str, tuple[Say, Any]] = {
    "done": (plain(GOOD), "done"), "already there": (plain({**GOOD, "state": "already-present"}), "already-present"),
    "with a charset": (plain(GOOD, 200, "application/json; charset=utf-8"), "done"),
    "refused": (refused("INT-4"), "INT-4"), "other content": (refused("CART-4", 409), "CART-4"),
    "superseded": (told("lease-lost", 409), LeaseHeld), "unauthorised": (told("unauthorised", 401), LoginRefused),
    "forbidden": (told("forbidden", 403), LoginRefused), "busy": (told("busy", 503), Unreachable),
    "too many": (told("too-many", 429), Unreachable),
}


@pytest.mark.parametrize("name", CERTAIN)
def test_an_answer_that_counts(name: str):
    """Done, refused with the rule and both sentences, or certainly not done."""
    answer, wanted = CERTAIN[name]
    with scripted(answer) as portal:
        driver = asking(portal.url)
        if isinstance(wanted, str):
            receipt = driver.execute(ORDER, 7)
            assert (receipt.rule or receipt.outcome) == wanted
            assert not receipt.rule or receipt.message == Text("so nicht", "not so")
        else:
            with pytest.raises(wanted) as raised:
                driver.execute(ORDER, 7)
            assert wanted is not LoginRefused or "RECONCILER_TOKEN" in str(raised.value)
            assert name != "forbidden" or "queue" in str(raised.value)
        driver.close()


def test_nobody_there():
    """A refused connection changed nothing, for an order too; after one that was cut it may have."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    driver = asking(f"http://127.0.0.1:{port}")
    for call in (lambda: driver.execute(ORDER, 1), driver.observe, driver.positions, lambda: driver.find("o1-x"),
                 lambda: driver.acquire("x"), lambda: driver.submit({}, 1), lambda: driver.release(1)):
        with pytest.raises(Unreachable):
            call()
    driver.close()


@pytest.mark.parametrize("call", [lambda d: d.acquire("x"), lambda d: d.submit({"o1-x": "sha256:0"}, 1)])
def test_what_has_no_reference_is_asked_once(call: Callable[[Http], object]):
    """The right to write, and buying."""
    with scripted(UNKNOWN["a page of a proxy"]) as portal:
        driver = asking(portal.url)
        with pytest.raises(AnswerLost):
            call(driver)
        driver.close()
    assert len(portal.asked) == 1


HEAD = {"company": "acme", "origin": "o", "revision": "1", "today": "2026-11-22", "secret": "s"}
PAGE = {"origin": "o", "revision": "1", "count": 0, "next": None, "items": []}
GROUP: dict[str, Any] = {"address": "group/bonn", "body": {}, "state": "active", "began": None, "booked": {},
                         "leaving": "", "ref": ""}
HOLES: dict[str, dict[str, Any]] = {
    "fewer than there are": {"count": 2, "items": [GROUP]}, "more than there are": {"count": 0, "items": [GROUP]},
    "one twice": {"count": 2, "items": [GROUP, GROUP]}, "an unknown kind": {"count": 1, "items": [
        {**GROUP, "address": "planet/mars"}]},
    "the same page again": {"count": 2, "items": [GROUP], "next": "group/bonn"},
    "a page that leads back": {"count": 2, "items": [GROUP], "next": ""},
    "a body of another kind": {"count": 1, "items": [{**GROUP, "body": {"firstName": "x"}}]},
    "another portal": {"origin": "p"}, "another revision each time": {"revision": "2"},
    "a count below nothing": {"count": -1}, "a state of nobody": {"count": 1, "items": [{**GROUP, "state": "asleep"}]},
}


@pytest.mark.parametrize("name", HOLES)
def test_a_portal_with_holes(name: str):
    """What is not shown whole, or not of one moment, is nothing to compare with."""
    with scripted(plain(HEAD), plain({**PAGE, **HOLES[name]}), plain({**PAGE, **HOLES[name]}), plain(HEAD),
                  plain({**PAGE, **HOLES[name]})) as portal:
        driver = asking(portal.url)
        with pytest.raises(Unreachable):
            driver.observe()
        driver.close()
    assert len(portal.asked) < 20


@pytest.mark.parametrize("seconds", ["0", "-1", "1e9", "999999999", "Wed, 99 Foo", "120.5", "²"])
def test_how_long_to_wait(seconds: str):
    """What makes no sense is passed over; more than twenty seconds is not waited for."""
    late = plain({}, 429, "application/json", f"Retry-After: {seconds}")
    with scripted(lambda line: late(line) if seconds != "²" else closed(line)) as portal:
        driver = asking(portal.url)
        with pytest.raises(Unreachable):
            driver.find("o1-x")
        driver.close()
    assert len(portal.asked) == (1 if seconds == "999999999" else 2)
