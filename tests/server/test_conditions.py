"""Preconditions: who says what they believe of the portal is told when it no longer holds, and nothing is done."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from reconciler.model.order import Order
from reconciler.portal.books.database import Database
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from reconciler.wire.sent import sent_json
from tests.databases import NAMES
from tests.engine.values import KINDS
from tests.portal.company import NEW, TODAY, lying, sent, settings, workplaces
from tests.server.serving import Back, Running, running

LOOKS = ("/v1/portal", "/v1/resources", "/v1/positions", "/v1/history", "/v1/lives", "/v1/orders/o1-x")
JOINS = sent("activate", "workplace/new.one", NEW, ref="o1-x")


@pytest.fixture(name="there")
def serving() -> Iterator[Running]:
    """A server whose cart holds one position, with the right to write taken."""
    with running() as found:
        found.service.acquire("all: tests")
        assert put(found, JOINS).status == 200
        yield found


def put(there: Running, order: Order, **headers: str) -> Back:
    """Send an order with these headers."""
    return there.raw("PUT", f"/v1/orders/{order.ref}", json.dumps(sent_json(order)).encode(), Lease_Token="1",
                     **headers)


def tag(there: Running, path: str = "/v1/portal") -> str:
    """The entity tag of what is there."""
    return there.raw("GET", path).headers["etag"]


def code(back: Back) -> str:
    """The word of a problem."""
    assert back.headers["content-type"] == "application/problem+json", back
    found: str = json.loads(back.body)["code"]
    return found


@pytest.mark.parametrize("path", LOOKS)
def test_who_has_it_already(there: Running, path: str):
    """304 and nothing else, until anything changes."""
    had = tag(there, path)
    for text in (had, f'"x", {had}', f"W/{had}", f'"x",W/"y" ,{had}', "*"):
        same = there.raw("GET", path, If_None_Match=text)
        assert (same.status, same.body, same.headers.get("etag")) == (304, b"", had), text
        assert same.headers["request-id"]
    assert there.raw("GET", path, If_None_Match='"x"').status == 200
    assert there.raw("GET", path, If_Match=had).status == there.raw("GET", path, If_Match="*").status == 200
    assert code(there.raw("GET", path, If_Match=f"W/{had}")) == "other-revision"  # weak is not strong
    there.service.submit(lying(there.service, "o1-x"), 1)
    assert there.raw("GET", path, If_None_Match=had).status == 200
    assert there.raw("GET", path, If_Match=had).status == 412


@pytest.mark.parametrize("text", ["x", '"x', 'x"', '"x" "y"', "W/", "w/\"x\"", "*, *", '*, "x"', ",", "\"a\x01b\"", ""])
def test_what_is_no_tag(there: Running, text: str):
    """Told as that, on looks and on changes, and nothing is done."""
    before = there.service.revision()
    for name in ("If-Match", "If-None-Match"):
        back = _bare(there, "GET", "/v1/lives", name, text)
        assert b'"wrong-header"' in back or back.startswith(b"HTTP/1.1 400"), back
    for method, path in (("POST", "/v1/lease"), ("PUT", "/v1/orders/o1-y")):
        assert _bare(there, method, path, "If-Match", text).startswith(b"HTTP/1.1 400")
    assert there.service.revision() == before


def test_a_change_of_the_revision_that_was_seen(there: Running):
    """The right to write, an order and buying: only if the portal is what was seen; else nothing is done."""
    seen = tag(there)
    group = sent("create", "group/ulm", ref="o1-g")
    assert put(there, group, If_Match=f'"x", {seen}').status == 200
    before = there.service.revision()
    contents = json.dumps(lying(there.service, "o1-x")).encode()
    later = sent("create", "group/hof", ref="o1-h")
    for back in (put(there, later, If_Match=seen), there.raw("POST", "/v1/lease", b'{"holder": "x"}', If_Match=seen),
                 there.raw("POST", "/v1/cart/submit", contents, Lease_Token="1", If_Match=seen)):
        assert (back.status, code(back)) == (412, "other-revision")
    assert there.service.revision() == before
    now = tag(there)
    assert there.raw("POST", "/v1/cart/submit", contents, Lease_Token="1", If_Match=now).status == 200
    assert there.raw("POST", "/v1/lease", b'{"holder": "tests"}', If_Match=tag(there)).status == 200
    assert there.raw("POST", "/v1/lease", b'{"holder": "tests"}', If_Match="*").status == 200


def test_a_change_of_the_position_that_was_seen(there: Running):
    """Whatever else changed; once the position is another, it is not touched."""
    seen = tag(there, "/v1/orders/o1-x")
    assert put(there, sent("create", "group/ulm", ref="o1-g")).status == 200
    assert tag(there, "/v1/orders/o1-x") == seen
    changed = sent("change", "workplace/new.one", NEW | {"timeZone": "Europe/Vienna"}, ref="o1-c", target="o1-x",
                   channel="cart")
    assert put(there, changed, If_Match=seen).status == 200
    assert tag(there, "/v1/orders/o1-x") != seen
    gone = sent("withdraw", "workplace/new.one", ref="o1-w", target="o1-x", channel="cart")
    assert put(there, gone, If_Match=seen).status == 412
    assert [p.ref for p in there.service.positions()] == ["o1-x"]
    assert put(there, gone, If_Match=tag(there, "/v1/orders/o1-x")).status == 200
    assert there.service.positions() == ()


def test_the_same_again(there: Running):
    """An order that took effect is answered as such, whatever has changed since: its answer may have been lost."""
    seen = tag(there)
    group = sent("create", "group/ulm", ref="o1-g")
    assert put(there, group, If_Match=seen).status == 200
    again = put(there, group, If_Match=seen)
    assert (again.status, json.loads(again.body)["state"]) == (200, "already-present")
    assert put(there, sent("create", "group/hof", ref="o1-g"), If_Match=seen).status == 412
    assert put(there, sent("create", "group/hof", ref="o1-h"), If_Match="*").status == 412  # nothing is there
    assert code(put(there, sent("create", "group/hof", ref="o1-g"), If_Match="*")) == "CART-4"


@pytest.mark.parametrize("name", NAMES)
def test_nobody_comes_between(name: str, place: Callable[[str], Database]):
    """Of sixteen who saw the same revision of one database, over two servers, one changes it."""
    database = place(name)
    database.make(KINDS, lambda store: Service(store, KINDS, (), lambda: 0.0).load(
        "acme", "test", TODAY, [*settings(), *workplaces()]), force=False)
    first = Service(SqlStore(database, KINDS), KINDS, (), lambda: 0.0)
    second = Service(SqlStore(database, KINDS), KINDS, (), lambda: 0.0)
    first.acquire("all: tests")
    together = threading.Barrier(16)
    with running(first) as one, running(second) as two:
        seen = tag(one)

        def change(n: int) -> int:
            together.wait(20)
            return put((one, two)[n % 2], sent("create", f"group/g{n}", ref=f"o1-{n}"), If_Match=seen).status

        with ThreadPoolExecutor(16) as many:
            assert sorted(many.map(change, range(16))) == [200] + [412] * 15


def _bare(there: Running, method: str, path: str, name: str, text: str) -> bytes:
    """One request with a header as it stands; the beginning of what comes back."""
    with socket.create_connection(("127.0.0.1", int(there.url.rpartition(":")[2])), 5) as line:
        body = json.dumps(sent_json(sent("create", "group/ulm")) if method == "PUT" else {"holder": "x"})
        line.sendall(f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {there.texts['all']}\r\n"
                     f"Content-Type: application/json\r\nLease-Token: 1\r\n{name}: {text}\r\nConnection: close\r\n"
                     f"Content-Length: {len(body)}\r\n\r\n{body}".encode())
        said = b""
        while more := line.recv(65536):
            said += more
    return said
