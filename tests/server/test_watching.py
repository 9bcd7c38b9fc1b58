"""What whoever runs a server sees of it: health, figures, and a log that tells of requests and of nobody."""

import json
import re
from urllib.parse import quote

import httpcore2
import pytest

from reconciler.errors import AnswerLost, ConfigProblem, Unreachable
from reconciler.model.text import Text
from reconciler.portal.faults import Fault, Faulty
from reconciler.wire.sent import sent_json
from tests.portal.company import Till, sent, workplace
from tests.server.serving import Running, running
from tests.server.test_midnight import LATER, noon

CANARY = {"name": "anna.kanarienvogel", "number": "+4922863804711", "mail": "kanarie@vogel.example",
          "token": "rct_kanarienvogel-kanarienvogel"}


def test_health():
    """Nobody needs a token, and nothing is told but that all is well, or one word why not."""
    with running() as there:
        well = there.raw("GET", "/health", Authorization="")
        assert (well.status, json.loads(well.body)) == (200, {"status": "ok"})
        for problem, code in ((Unreachable(Text("/srv", "/srv")), "busy"), (RuntimeError("/srv"), "bug"),
                              (ConfigProblem(Text("/srv", "/srv")), "unusable")):
            def broken(problem: Exception = problem) -> None:
                raise problem

            there.service.revision = broken  # type: ignore[method-assign,assignment]
            ill = there.raw("GET", "/health", Authorization="")
            assert (ill.status, json.loads(ill.body)["code"]) == (500 if code == "bug" else 503, code)
            assert b"/srv" not in ill.body
    assert {line["token"] for line in there.log} == {"-"}


def test_figures():
    """Requests by route and status, orders by outcome, the right to write, how far behind the portal is."""
    with running(clock="real", now=noon(LATER)) as there:
        driver = there.driver()
        till = Till(driver, [], 0)  # type: ignore[arg-type]
        before = _figures(there)
        assert before["reconciler_portal_clock_real"] == 0  # nobody has asked yet
        assert before["reconciler_lease_held"] == 0
        till.token = driver.acquire("x")
        till.queue("create", "group/ulm")
        till.send("create", "group/ulm", ref="r0001")
        till.send("delete", "workplace/nobody")
        driver.close()
        there.now = noon(LATER) + 3 * 86400
        after = _figures(there)
    put = 'method="PUT",route="/v1/orders/{ref:path}"'
    assert after[f'reconciler_requests_total{{{put},status="200"}}'] == 2
    assert after[f'reconciler_requests_total{{{put},status="422"}}'] == 1
    assert after[f"reconciler_request_seconds_count{{{put}}}"] == 3
    assert {line: n for line, n in after.items() if "orders_total" in line} == {
        'reconciler_orders_total{outcome="done"}': 1, 'reconciler_orders_total{outcome="already-present"}': 1,
        'reconciler_orders_total{outcome="rejected"}': 1, 'reconciler_orders_total{outcome="unknown"}': 0}
    assert [after[f"reconciler_{name}"] for name in ("lease_held", "portal_clock_real", "portal_lag_days")] == [1, 1, 3]


def test_figures_of_what_is_not_known(monkeypatch: pytest.MonkeyPatch):
    """An order whose answer the database lost is counted as that."""
    with running() as there:
        driver = there.driver()
        token, portal = driver.acquire("x"), there.service
        with monkeypatch.context() as broken:
            broken.setattr(there, "service", Faulty(portal, [Fault("execute", 1, "lose-after")]))
            back = there.raw("PUT", "/v1/orders/o1-x", _body("o1-x"), Lease_Token=str(token))
        driver.close()
        assert json.loads(back.body)["code"] == "answer-lost"
        assert _figures(there)['reconciler_orders_total{outcome="unknown"}'] == 1


def test_who_may_see_figures():
    """Whoever may read."""
    with running() as there:
        there.token("queues", "queue")
        assert there.raw("GET", "/metrics", Authorization="").status == 401
        assert there.raw("GET", "/metrics", Authorization=f"Bearer {there.texts['queues']}").status == 403


def test_nobody_stands_in_log_or_figures():
    """Names, numbers, mails and tokens in path, query, header and body: of all that nothing is kept."""
    with running() as there:
        token = there.service.acquire("all: x")
        before = len(there.log)
        for text in CANARY.values():
            body = json.dumps({"holder": text}).encode()
            for method, path, sent_body, headers in (
                ("GET", f"/v1/orders/{quote(text)}", None, {}), ("GET", f"/{quote(text)}", None, {}),
                ("GET", f"/v1/portal?name={quote(text)}", None, {}), ("DELETE", f"/v1/lease/{quote(text)}", None, {}),
                ("GET", "/v1/portal", None, {"Authorization": f"Bearer {text}"}),
                ("GET", "/v1/portal", None, {"Request_Id": text, "User_Agent": text, "Traceparent": text}),
                ("PUT", f"/v1/orders/{quote(text)}", _body(text), {"Lease_Token": str(token)}),
                ("PUT", f"/v1/orders/{quote(text)}", _body(text), {"Lease_Token": text}),
                ("POST", "/v1/lease", body, {}), ("POST", "/v1/cart/submit", body, {"Lease_Token": str(token)}),
            ):
                there.raw(method, path, sent_body, **headers)
        lines = json.dumps(there.log[before:])
        figures = there.raw("GET", "/metrics").body.decode()
    for word in ("kanarie", "4711", "vogel"):
        assert word not in lines
        assert word not in figures
    assert len(there.log[before:]) == 10 * len(CANARY) + 1


def test_which_request_it_was():
    """Each has an identity of the server's own, in the answer, in a problem, in the log, and for who uses the tool."""
    with running() as there:
        for path, status in (("/v1/portal", 200), ("/v1/nowhere", 404), ("/v1/lives?x=1", 400), ("/health", 200)):
            back = there.raw("GET", path, Request_Id="mine")
            told = back.headers["request-id"]
            assert (back.status, there.log[-1]["request"]) == (status, told)
            assert re.fullmatch(r"[0-9a-f]{16}", told)
            assert status == 200 or json.loads(back.body)["instance"] == f"urn:reconciler:request:{told}"
        assert len({line["request"] for line in there.log}) == len(there.log)
        there.service.acquire = _broken  # type: ignore[method-assign,assignment]
        driver = there.driver()
        with pytest.raises(AnswerLost) as lost:
            driver.acquire("x")
        driver.close()
    assert f"request {there.log[-1]['request']}." in str(lost.value)
    assert f"Anfrage {there.log[-1]['request']}." in lost.value.message.de


def _broken(*_: object) -> None:
    raise RuntimeError("kanarienvogel")


def _body(ref: str) -> bytes:
    name = "".join(c for c in ref if c.isalnum() or c in ".-_@+")
    return json.dumps(sent_json(sent("activate", f"workplace/{name}", workplace("20", "20"), ref=ref))).encode()


def _figures(there: Running) -> dict[str, float]:
    back = httpcore2.request("GET", f"{there.url}/metrics",
                             headers=[("Authorization", f"Bearer {there.texts['all']}")])
    assert back.status == 200, back.content
    lines = [line for line in back.content.decode().splitlines() if not line.startswith("#")]
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if "_created" not in line}
