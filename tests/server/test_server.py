"""What the server keeps to: pages of one revision, one writer at a time, few words in its log."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconciler.errors import AnswerLost, ConfigProblem, LeaseHeld, LoginRefused, Unreachable
from reconciler.model.text import Text
from reconciler.portal.books.file import File
from reconciler.portal.books.store import SqlStore
from reconciler.portal.faults import Fault, Faulty
from reconciler.server import frame
from tests.engine.values import KINDS
from tests.portal.company import Till, lying, seen
from tests.server.serving import Running, running, small


@pytest.fixture(name="there")
def serving():
    """A server over the small company."""
    with running() as found:
        yield found


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_pages(there: Running, limit: int):
    """All of it, each once, in order, whatever the size of a page; a page of another revision is told."""
    page: dict[str, Any] = {"next": ""}
    items, tags = [], set()
    while page["next"] is not None:
        back = there.raw("GET", f"/v1/resources?limit={limit}&after={page['next']}")
        page = json.loads(back.body)
        items += page["items"]
        tags.add(back.headers["etag"])
    names = [item["address"] for item in items]
    assert names == sorted(map(str, (r.address for r in there.service.observe().state)))
    assert page["count"] == len(names)
    (tag,) = tags
    assert there.raw("GET", "/v1/resources", If_Match=tag).status == 200
    Till(there.service, [], there.service.acquire("x")).queue("create", "group/ulm")
    assert there.raw("GET", "/v1/resources", If_Match=tag).status == 412
    kinds = json.loads(there.raw("GET", "/v1/resources?kinds=group,template").body)
    assert {item["address"].partition("/")[0] for item in kinds["items"]} == {"group", "template"}


def test_large_items_make_short_pages(there: Running, monkeypatch: pytest.MonkeyPatch):
    """A page ends before it is too large to be read, and all is told in the end."""
    monkeypatch.setattr("reconciler.server.pages.LARGEST", 300)
    driver = there.driver()
    assert seen(Till(driver, [], 0)) == seen(Till(there.service, [], 0))  # type: ignore[arg-type]
    driver.close()
    assert sum(line["route"] == "/v1/resources" for line in there.log) > 5


def test_the_right_to_write(there: Running):
    """One at a time; whoever has another token is somebody else, whatever they call themselves."""
    there.token("other", "read", "queue")
    mine, theirs = there.driver(), there.driver("other")
    token = mine.acquire("ci")
    with pytest.raises(LeaseHeld, match="all: ci is writing"):
        theirs.acquire("ci")
    again = mine.acquire("ci")
    with pytest.raises(LeaseHeld):
        Till(mine, [], token).send("create", "group/ulm")  # type: ignore[arg-type]
    mine.release(token)
    with pytest.raises(LeaseHeld):
        theirs.acquire("x")
    mine.release(again)
    assert theirs.acquire("x") > again
    for driver in (mine, theirs):
        driver.close()


def test_who_asks_is_audited(tmp_path: Path):
    """The token of each request, whoever took the right to write, and the plan that it was taken for."""
    plan = f"sha256:{'ab' * 32}"
    File(tmp_path / "portal.db").make(KINDS, lambda _: None, force=False)
    with running(small(SqlStore(File(tmp_path / "portal.db"), KINDS))) as there:
        there.token("queues", "queue")
        mine, theirs = there.driver(), there.driver("queues")
        token = theirs.acquire("x", plan)
        ref = Till(theirs, [], token).queue("delete", "workplace/plain.one")  # type: ignore[arg-type]
        assert mine.submit(lying(mine, ref), token).outcome == "done"
        for driver in (mine, theirs):
            driver.close()
        rows = [(row.action, row.actor, row.token, row.plan) for row in there.service.audit()[1]]
    assert rows == [("init", "(local)", 0, ""), ("delete", "queues", token, plan), ("buy", "all", token, plan)]


@pytest.mark.parametrize("plan", ["", "anna.schmidt", "sha256:ab", "sha256:" + "AB" * 32, None, 7])
def test_a_plan_is_a_digest(there: Running, plan: object):
    """Whoever takes the right to write can put nothing else into the audit by it."""
    body = json.dumps({"holder": "x", "plan": plan}).encode()
    assert json.loads(there.raw("POST", "/v1/lease", body).body)["code"] == "wrong-form"


def test_rights(there: Running):
    """Each opens its own calls; a token whose day is over opens none."""
    for name, rights in (("reads", ["read"]), ("queues", ["queue"]), ("orders", ["order"])):
        there.token(name, *rights)
    there.token("over", "read", expires=date(2020, 1, 1))
    reads, queues, orders, over = (there.driver(name) for name in ("reads", "queues", "orders", "over"))
    reads.observe()
    token = queues.acquire("x")
    ref = Till(queues, [], token).queue("delete", "workplace/plain.one")  # type: ignore[arg-type]
    for refused in (over.observe, queues.observe, orders.positions,
                    lambda: reads.acquire("x"), lambda: queues.submit({}, token),
                    lambda: Till(orders, [], token).send("create", "group/ulm")):  # type: ignore[arg-type]
        with pytest.raises(LoginRefused, match="RECONCILER_TOKEN"):
            refused()
    assert orders.submit(lying(reads, ref), token).outcome == "done"
    for driver in (reads, queues, orders, over):
        driver.close()


@pytest.mark.parametrize(("what", "code", "raised"), [
    ("lose-after", "answer-lost", AnswerLost), ("unreachable", "busy", Unreachable)])
def test_what_the_portal_itself_does_not_know(there: Running, what: str, code: str, raised: type[Exception],
                                              monkeypatch: pytest.MonkeyPatch):
    """That an answer was lost, and that nobody was there, is told further and never made into more."""
    faults = [Fault("acquire", 1, what)]  # type: ignore[arg-type]
    monkeypatch.setattr(there, "service", Faulty(there.service, faults))
    back = there.raw("POST", "/v1/lease", b'{"holder": "x"}')
    assert json.loads(back.body)["code"] == code
    monkeypatch.setattr(there.service, "_faults", {("acquire", 2): faults[0]})
    driver = there.driver()
    with pytest.raises(raised):
        driver.acquire("x")
    driver.close()


def test_a_bug(there: Running, monkeypatch: pytest.MonkeyPatch):
    """Whoever asks is told that there is one, the log which sort it is, and nobody its words."""
    def broken(*_: object) -> None:
        raise RuntimeError("kanarienvogel")

    monkeypatch.setattr(there.service, "observe", broken)
    back = there.raw("GET", "/v1/portal")
    assert (back.status, json.loads(back.body)["code"]) == (500, "bug")
    assert there.log[-1]["bug"] == "RuntimeError"
    monkeypatch.setattr(there.service, "observe", lambda *_: (_ for _ in ()).throw(ConfigProblem(Text("/srv", "/srv"))))
    back = there.raw("GET", "/v1/portal")
    assert (back.status, json.loads(back.body)["code"]) == (503, "unusable")
    assert "kanarienvogel" not in json.dumps(there.log)
    assert b"/srv" not in back.body


def test_too_many_at_once(there: Running, monkeypatch: pytest.MonkeyPatch):
    """More than can be worked on are told to come again; what was answered is true."""
    monkeypatch.setattr(frame, "MOST_AT_ONCE", 2)
    with ThreadPoolExecutor(8) as many:
        found = list(many.map(lambda _: there.raw("GET", "/v1/resources"), range(40)))
    assert {back.status for back in found} <= {200, 503}
    assert all(back.headers["retry-after"] == "1" for back in found if back.status == 503)
    assert [back.status for back in found].count(200) > 2
