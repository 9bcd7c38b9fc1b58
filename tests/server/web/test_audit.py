"""The audit as a page: its rows, the latest first, and whether somebody changed them."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reconciler.portal.books.chain import misfit, verdict
from reconciler.portal.books.store import SqlStore
from reconciler.server.web import audits
from tests.portal.company import TODAY
from tests.server.serving import Running, running
from tests.server.web.browsing import Browser, text_of
from tests.server.web.town import kept_in, town


@pytest.fixture(name="store")
def keeping(tmp_path: Path) -> SqlStore:
    """Books that keep an audit."""
    return kept_in(tmp_path)


@pytest.fixture(name="there")
def serving(store: SqlStore) -> Iterator[Running]:
    """A server over a portal in a file."""
    with running(town(store)) as found:
        yield found


@pytest.fixture(name="browser")
def browsing(there: Running) -> Browser:
    """Somebody who may only look."""
    there.token("looks", "read")
    found = Browser(there)
    found.login("looks")
    return found


def numbers(page: str) -> list[int]:
    """The numbers of the rows that a page shows."""
    return [int(number) for number in re.findall(r'<th role="rowheader" scope="row">(\d+)', page)]


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_it_tells(language: str, there: Running, browser: Browser):
    """The sentence of `portal audit --verify`, the hash of the last row, and all rows in words."""
    meta, rows = there.service.audit()
    browser.language = language
    page = browser.get("/audit")
    text = text_of(page)
    assert (meta.head, misfit(rows, meta)) == (rows[-1].hash, None)
    assert verdict(None, rows).of(language) in text
    assert meta.head in text
    assert numbers(page.body.decode()) == list(range(len(rows), 0, -1))
    for de, en in (("Portal anlegen", "make the portal"), ("aktivieren", "activate"), ("bestellen", "order"),
                   ("am Rechner des Portals", "on the portal's machine"), ("Schreibrecht 1", "Right to write 1")):
        assert (de if language == "de" else en) in text
    assert 'href="/web/audit" aria-current="page"' in page.body.decode()
    assert 'role="alert"' not in page.body.decode()


def test_who_bought(there: Running, browser: Browser):
    """What is bought in the browser stands there with the token of whoever bought, and at once."""
    before = len(there.service.audit()[1])
    assert len(numbers(browser.get("/audit").body.decode())) == before
    buyer = Browser(there)
    buyer.login()
    assert "3 positions ordered" in text_of(buyer.order())
    _, rows = there.service.audit()
    assert [(row.action, row.actor, row.plan) for row in rows[before:]] == [("buy", "all", "")] * 3
    text = text_of(browser.get("/audit"))
    assert text.count(f"all Right to write {rows[-1].token}") == 3
    assert "ours-new" in text


def test_page_by_page(there: Running, browser: Browser):
    """The latest first, each once."""
    for day in range(1, 60):
        there.service.advance(TODAY + timedelta(days=day))
    count = len(there.service.audit()[1])
    first, second = (numbers(browser.get(f"/audit?page={n}").body.decode()) for n in (1, 2))
    assert first + second == list(range(count, 0, -1))
    assert len(first) == 50


@pytest.mark.parametrize(("statement", "number", "why", "marked"), [
    ("UPDATE audit SET actor = '<img src=x>' WHERE number = 2", 2, "Its content does not give its hash.", True),
    ("DELETE FROM audit", 1, "It is missing.", False)])
def test_what_does_not_fit(
    statement: str, number: int, why: str, *, marked: bool, store: SqlStore, there: Running, browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
):
    """The page says which row and why, marks it, and names no file; it is computed again after a few seconds."""
    assert "does not fit" not in text_of(browser.get("/audit"))
    with store.write() as books:
        books.connection.exec_driver_sql(statement)
    assert "does not fit" not in text_of(browser.get("/audit"))
    monkeypatch.setattr(audits, "FRESH", 0.0)
    page = browser.get("/audit")
    assert f"Row {number} of the audit does not fit. {why}" in text_of(page)
    assert (f"{number} does not fit" in text_of(page)) == marked
    assert 'role="alert"' in page.body.decode()
    assert not [word for word in ("portal.db", "<img") if word in page.body.decode()]
    assert (there.service.audit()[0].head in text_of(page)) == marked


def test_it_is_computed_once_for_many(there: Running, browser: Browser, monkeypatch: pytest.MonkeyPatch):
    """Whoever turns pages costs the server no look through all rows each time."""
    calls: list[int] = []
    audit = there.service.audit

    def counted() -> object:
        calls.append(1)
        return audit()

    monkeypatch.setattr(there.service, "audit", counted)
    for n in range(1, 4):
        browser.get(f"/audit?page={n}")
    assert len(calls) == 1
    there.service.advance(TODAY + timedelta(days=1))
    assert "move the day forward" in text_of(browser.get("/audit"))
    assert len(calls) == 2
