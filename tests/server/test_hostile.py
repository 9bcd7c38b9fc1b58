"""What strangers may send: each gets one problem with a code that stays, changes nothing, and stands in no log."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from reconciler.model.order import Order
from reconciler.portal.books.memory import MemoryStore
from reconciler.wire.sent import sent_json
from tests.portal.company import sent
from tests.portal.test_orders import opened
from tests.server.serving import Back, Running, running

MARK = "kanarienvogel"
"""Stands in whatever is sent, and must come back nowhere."""


@pytest.fixture(scope="module")
def there() -> Iterator[Running]:
    """One server for all, with the right to write taken."""
    with running() as found:
        found.raw("POST", "/v1/lease", b'{"holder": "tests"}')
        yield found


def order(**other: Any) -> bytes:
    """An order as it is sent, with another value for each key that is named."""
    plain = sent_json(sent("update", "workplace/plain.one", {"language": MARK}))
    return json.dumps({**plain, **other}).encode()


DEEP = b'{"body": ' + b"[" * 5000 + b"]" * 5000 + b"}"
ORDERS = {
    "nothing": (b"", "not-json"), "half": (b'{"verb": "upd', "not-json"), "trailing": (order() + b" x", "not-json"),
    "no UTF-8": (b'{"verb": "\xff\xfe"}', "not-json"), "UTF-16": (order().decode().encode("utf-16"), "not-json"),
    "a mark of bytes": (b"\xef\xbb\xbf" + order(), "not-json"), "deep": (DEEP, "not-json"),
    "a key twice": (b'{"verb": "update", ' + order()[1:], "not-json"),
    "a key twice inside": (order()[:-1] + b', "body": {"a": 1, "a": 2}}', "not-json"),
    "NaN": (order(body={"language": float("nan")}), "not-json"),
    "a number without end": (order()[:-1] + b', "x": ' + b"9" * 5000 + b"}", "not-json"),
    "a list": (b"[]", "wrong-form"), "a text": (b'"x"', "wrong-form"), "null": (b"null", "wrong-form"),
    "an unknown key": (order(force=True), "wrong-form"), "a missing key": (b'{"verb": "update"}', "wrong-form"),
    "a verb that is a list": (order(verb=["update"]), "wrong-form"),
    "an address that is a number": (order(address=5), "wrong-form"), "no address": (order(address=None), "wrong-form"),
    "a body that is a text": (order(body="x"), "wrong-form"), "a body that is none": (order(body=None), "wrong-form"),
    "a day that is none": (order(activationDate="2026-13-45"), "wrong-form"),
    "a day with a time": (order(activationDate="2026-12-01T00:00:00"), "wrong-form"),
    "a day that is a number": (order(activationDate=20261201), "wrong-form"),
    "a digest of nothing": (order(digest=MARK), "wrong-form"),
    "a digest of another": (order(digest="sha256:0"), "other-digest"),
    "an unknown verb": (order(verb=MARK), "other-digest"),
    "no kind": (order(address=MARK), "FORM-9"), "control characters": (order(item="\x1b[2J"), "FORM-2"),
    "half a character": (order(body={"language": "\ud800"}), "FORM-6"),
    "deep inside": (order(body={"x": [[[[[[[[[[[[[[[[[[[[MARK]]]]]]]]]]]]]]]]]]]]}), "FORM-2"),
    "a huge number": (order(body={"x": 10**300}), "FORM-2"),
    "infinity": (order()[:-1] + b', "x": 1e999}', "wrong-form"),
    "a million letters": (order(body={"x": "y" * 1_048_576}), "too-large"),
}


@pytest.mark.parametrize("name", ORDERS)
def test_orders(name: str, there: Running):
    """No order at all, or none that means anything."""
    body, code = ORDERS[name]
    _refused(there, there.raw("PUT", f"/v1/orders/o1-{MARK}", body, Lease_Token="1"), code)


REQUESTS: dict[str, tuple[str, str, bytes | None, dict[str, str], str]] = {
    "no token": ("GET", "/v1/portal", None, {"Authorization": ""}, "unauthorised"),
    "another scheme": ("GET", "/v1/portal", None, {"Authorization": f"Basic {MARK}"}, "unauthorised"),
    "a wrong token": ("GET", "/v1/portal", None, {"Authorization": f"Bearer {MARK}"}, "unauthorised"),
    "a token in the address": ("GET", f"/v1/portal?token={MARK}", None, {}, "wrong-query"),
    "no path": ("GET", f"/v1/{MARK}", None, {}, "unknown-path"),
    "a path to climb": ("GET", f"/v1/../../etc/{MARK}", None, {}, "unknown-path"),
    "no method": ("PATCH", "/v1/portal", b"{}", {}, "wrong-method"),
    "a method of nobody": ("BREW", "/v1/portal", None, {}, "wrong-method"),
    "a submit that is read": ("GET", "/v1/cart/submit", None, {}, "wrong-method"),
    "a head": ("HEAD", "/v1/portal", None, {}, "wrong-method"),
    "no limit": ("GET", "/v1/resources?limit=0", None, {}, "wrong-query"),
    "a limit of words": ("GET", f"/v1/resources?limit={MARK}", None, {}, "wrong-query"),
    "a limit twice": ("GET", "/v1/resources?limit=1&limit=2", None, {}, "wrong-query"),
    "a kind of nobody": ("GET", f"/v1/resources?kinds={MARK}", None, {}, "wrong-query"),
    "a cursor too long": ("GET", f"/v1/positions?after={MARK * 100}", None, {}, "wrong-query"),
    "another revision": ("GET", "/v1/lives", None, {"If-Match": f'"{MARK}"'}, "other-revision"),
    "no lease": ("PUT", "/v1/orders/o1-x", order(), {}, "lease-missing"),
    "a lease of words": ("PUT", "/v1/orders/o1-x", order(), {"Lease_Token": MARK}, "wrong-header"),
    "a lease of others": ("PUT", "/v1/orders/o1-x", order(), {"Lease_Token": "7"}, "lease-lost"),
    "no reference": ("PUT", "/v1/orders/", order(), {"Lease_Token": "1"}, "unknown-path"),
    "a form": ("PUT", "/v1/orders/o1-x", b"a=b", {"Content_Type": "application/x-www-form-urlencoded"}, "wrong-type"),
    "no type": ("PUT", "/v1/orders/o1-x", order(), {"Content_Type": ""}, "wrong-type"),
    "another alphabet": ("POST", "/v1/lease", b"{}", {"Content_Type": "application/json; charset=utf-16"},
                         "wrong-type"),
    "packed": ("POST", "/v1/lease", b"\x1f\x8b", {"Content_Encoding": "gzip"}, "wrong-type"),
    "a lease without end": ("DELETE", f"/v1/lease/{'9' * 400}", None, {}, "wrong-query"),
    "a holder too many": ("POST", "/v1/lease", b'{"holder": ["x"]}', {}, "wrong-form"),
    "a cart of numbers": ("POST", "/v1/cart/submit", b'{"o1-x": 5}', {"Lease_Token": "1"}, "wrong-form"),
    "a cart of nothing": ("POST", "/v1/cart/submit", f'{{"o1-{MARK}": "sha256:0"}}'.encode(), {"Lease_Token": "1"},
                          "CART-2"),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_requests(name: str, there: Running):
    """Wrong door, wrong key, wrong words."""
    method, path, body, headers, code = REQUESTS[name]
    back = there.raw(method, path, body, **headers)
    _refused(there, back, code)
    assert code != "wrong-method" or back.headers["allow"]


def test_a_body_that_is_longer_than_it_says(there: Running):
    """Pieces without a length count too, and a length that cannot be is not waited for."""
    for head, body, code in (
        (b"Transfer-Encoding: chunked", b"100000\r\n" + b"x" * 0x100000 + b"\r\n1\r\nx\r\n", "too-large"),
        (b"Content-Length: 99999999999", b"", "too-large"),
    ):
        with socket.create_connection(("127.0.0.1", int(there.url.rpartition(":")[2])), 5) as line:
            line.sendall(b"PUT /v1/orders/o1-x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                         b"Lease-Token: 1\r\nAuthorization: Bearer " + there.texts["all"].encode() + b"\r\n" + head
                         + b"\r\n\r\n" + body)
            said = b""
            while b'"code"' not in said and (more := line.recv(65536)):
                said += more
        assert f'"code":"{code}"'.encode() in said


def test_a_body_that_does_not_come(there: Running, monkeypatch: pytest.MonkeyPatch):
    """Nobody keeps the server waiting, and nothing is done with a half."""
    monkeypatch.setattr("reconciler.server.bodies.PATIENCE", 0.1)
    with socket.create_connection(("127.0.0.1", int(there.url.rpartition(":")[2])), 5) as line:
        line.sendall(b"PUT /v1/orders/o1-x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nLease-Token: 1\r\n"
                     b"Authorization: Bearer " + there.texts["all"].encode() + b"\r\nContent-Length: 500\r\n\r\n{")
        assert line.recv(65536).startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize("junk", [b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00",
                                  b"GET / HTTP/9\r\n\r\n", b"GET / HTTP/1.1\r\nx: " + b"y" * 100_000 + b"\r\n\r\n"])
def test_what_is_no_http(junk: bytes, there: Running, capfd: pytest.CaptureFixture[str]):
    """The connection ends, nothing is said of it, and the next one is served."""
    with socket.create_connection(("127.0.0.1", int(there.url.rpartition(":")[2])), 5) as line:
        line.sendall(junk)
        line.shutdown(socket.SHUT_WR)
        said = line.recv(65536)
    assert said == b"" or said.startswith(b"HTTP/1.1 400")
    assert there.raw("GET", "/health").status == 200
    assert "yyy" not in capfd.readouterr().err


def test_all_that_is_wrong_is_told():
    """A refused order comes back with every reason, in both languages, the first of them as the code."""
    wrong: Order = sent("update", "workplace/anna.alt", {"timeZone": "Mars", "number.internal": "112"})
    with running(opened(MemoryStore()).service) as there:
        back = there.raw("PUT", "/v1/orders/o1-y", json.dumps(sent_json(wrong)).encode(), Lease_Token="1")
    problem = json.loads(back.body)
    assert back.status == 422
    assert problem["problems"][0]["rule"] == problem["code"]
    assert {one["rule"] for one in problem["problems"]} == {"TZ-1", "INT-4"}
    assert all(one["message"]["de"] and one["message"]["en"] for one in problem["problems"])


def _refused(there: Running, back: Back, code: str) -> None:
    logged = json.dumps(there.log.pop())
    if back.body:
        problem = json.loads(back.body)
        assert back.headers["content-type"] == "application/problem+json"
        assert (problem["code"], problem["status"]) == (code, back.status)
        assert problem["message"]["de"] and problem["message"]["en"] and problem["title"]
        assert MARK not in json.dumps({**problem, "ref": "", "digest": "", "problems": [], "message": "", "detail": ""})
    assert 400 <= back.status < 500
    assert MARK not in logged
    assert there.service.revision() == ("test", "1")
