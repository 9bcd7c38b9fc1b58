"""What of a visit stands in the log and the figures: the templates of addresses, and nobody's name."""

import json

import pytest

from reconciler.server.web import looks
from tests.server.serving import Running, running
from tests.server.web.browsing import PAGES, Browser
from tests.server.web.town import town

CANARY = "anna.kanarienvogel"


def figures(there: Running) -> str:
    """All of them."""
    return there.raw("GET", "/metrics").body.decode()


def test_nobody_stands_in_log_or_figures():
    """Names in queries, paths, fields, cookies and headers of pages: of all that nothing is kept."""
    with running(town()) as there:
        browser = Browser(there)
        page = browser.login()
        before = len(there.log)
        proof = browser.fields(page, "/logout")["proof"]
        for path in (*PAGES, "/login", "/nowhere", f"/{CANARY}", f"/workplace/{CANARY}", f"/../{CANARY}"):
            for query in ("", f"?name={CANARY}", f"?q={CANARY}&page=1", f"?page={CANARY}", f"?why={CANARY}",
                          f"?whose={CANARY}", f"?{CANARY}"):
                browser.get(path.partition("?")[0] + query, Referer=f"{there.url}/web/workplace?name={CANARY}")
        for path, fields in (("/login", {"token": f"rct_{CANARY}"}), ("/order", {"whose": CANARY, "seal": CANARY}),
                             ("/language", {"language": CANARY, "here": f"/workplace?name={CANARY}"}),
                             ("/language", {"language": "de", "here": f"/workplace?name={CANARY}"}),
                             (f"/workplace?name={CANARY}", {}), ("/cart", {CANARY: CANARY})):
            browser.send(path, {**fields, "proof": proof})
        there.raw("GET", "/web/", Authorization=f"Bearer {CANARY}", Cookie=f"reconciler={CANARY}")
        lines, told = there.log[before:], figures(there)
    assert len(lines) == 7 * (len(PAGES) + 5) + 6 + 1
    for text in (json.dumps(lines), told):
        assert not [word for word in ("kanarie", "anna", "old.one", "?") if word in text.lower()]
    routes = {line["route"] for line in lines}
    assert routes >= {f"/web{path.partition('?')[0]}" for path in PAGES} | {"/web/login", "/web/order"}
    assert 'method="GET",route="/web/workplace",status="404"' in told
    assert {line["token"] for line in lines} == {"all", "-"}


def test_a_bug_is_told_without_its_words(monkeypatch: pytest.MonkeyPatch):
    """The name of the exception stands in the log, what it says does not."""
    def broken(*_: object) -> None:
        raise RuntimeError(CANARY)

    with running(town()) as there:
        browser = Browser(there)
        browser.login()
        monkeypatch.setattr(looks.Looks, "now", broken)
        back = browser.get(f"/workplace?name={CANARY}")
        line = there.log[-1]
        assert (back.status, line["bug"], line["route"]) == (500, "RuntimeError", "/web/workplace")
        assert line["request"] in back.body.decode()
        assert "kanarie" not in json.dumps(line) + figures(there)
