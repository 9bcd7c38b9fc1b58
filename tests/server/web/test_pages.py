"""What the pages show, in both languages, and that nothing in them acts, whoever wrote it."""

import json
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest

from reconciler.errors import ConfigProblem, Unreachable
from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.marks import Cart, Ours, WriteOnce
from reconciler.model.position import Position
from reconciler.model.resource import Life
from reconciler.model.text import Text
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.service import Service
from reconciler.server.web import words
from tests.engine.values import KINDS
from tests.portal.company import LONG_AGO, TODAY, held, settings, workplace
from tests.server.serving import NOW, Running, running
from tests.server.web.browsing import PAGES, Browser, text_of
from tests.server.web.town import town


@pytest.fixture(name="there", scope="module")
def serving() -> Iterator[Running]:
    """One server for all."""
    with running(town()) as found:
        yield found


@pytest.fixture(name="browser")
def browsing(there: Running) -> Browser:
    """Somebody who is logged in."""
    found = Browser(there)
    found.login()
    return found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("path", [*PAGES, "/login", "/nowhere"])
def test_every_page_in_both_languages(path: str, language: str, there: Running, browser: Browser):
    """Each says its language, has one heading of the first order, a label for each field, and scopes in its tables."""
    browser.language = language
    page = (Browser(there, language) if path == "/login" else browser).get(path).body.decode()
    assert f'<html lang="{language}">' in page
    assert page.count("<h1>") == page.count("<main ") == page.count("<header>") == page.count("<footer>") == 1
    assert page.count("<th ") == page.count("scope=")
    other = {"de": ("Log out", "Language", "Skip"), "en": ("Abmelden", "Sprache", "Zum ")}[language]
    assert not [word for word in other if word in text_of(browser.get(path))]
    assert not [word for word in ("<script", "style=", "javascript:", "http://", "https://") if word in page]
    assert page.count("<input id=") == page.count("<label for=")


def test_the_overview(browser: Browser):
    """Company, day and figures."""
    page = text_of(browser.get("/"))
    for word in ("acme", "2026-11-22", "workplaces 53", "In the cart, not ordered 3",
                 "Ordered, not yet carried out 2", "carried out next 2026-11-23", "long bonn"):
        assert word in page


def test_workplaces_page_by_page(browser: Browser):
    """All of them, each once, with those that are only to come; a page too far is the last one."""
    first, second, far = (text_of(browser.get(f"/workplaces?page={n}")) for n in (1, 2, 99))
    assert "57 workplaces" in first
    assert "Page 1 of 2" in first
    assert second == far.replace("page=99", "page=2")
    for name in ("new.one", "hers.two", "long.one", "sleeping"):
        assert (name in first) + (name in second) == 1
    assert "deactivated" in second


@pytest.mark.parametrize(("query", "names"), [
    ("nr07", ["person.nr07"]), ("ANNA nr08", ["person.nr08"]), ("0228 6380-20", ["new.one"]),
    ("+49228637", ["long.one"]), ("conference-plus", ["new.one"]), ("sales", ["old.one"]), ("x\x00<y>", []),
    ("111", ["young.one"])])
def test_search(query: str, names: list[str], browser: Browser):
    """By name, number in any spelling, department or package; what was asked for stands in its field again."""
    page = browser.get(f"/workplaces?q={quote(query)}")
    text = text_of(page)
    assert f"{len(names)} workplace" in text
    assert not [name for name in names if name not in text]
    assert names or "No workplace fits" in text
    assert b"<y>" not in page.body


def test_a_workplace(browser: Browser):
    """Its settings, packages, terms, and what is open for it."""
    page = text_of(browser.get("/workplace?name=old.one"))
    for word in ("active since 2026-01-01", "Department sales", "assistant 2026-11-10", "2026-12-10 18 days",
                 "Workplace 2026-01-31 over", "attendant-console", "rejected", "PKG-9: The quota was used up."):
        assert word in page
    assert "Löschung" not in page
    page = text_of(browser.get("/workplace?name=new.one"))
    for word in ("in the cart from 2026-11-22", "conference-plus", "2026-12-22 30 days", "activate"):
        assert word in page
    assert "to be deleted" in text_of(browser.get("/workplace?name=plain.one"))
    assert browser.get("/workplace?name=nobody").status == 404
    assert browser.get("/block?name=nobody").status == 404


def test_every_setting_has_a_name():
    """No page shows a path in place of a word."""
    shown = {field.path for field in all_kinds()["workplace"].fields
             if not (field.mark(Ours) or field.mark(Cart) or field.mark(WriteOnce))}
    assert set(words.LABELS) == shown


def test_the_number_plan(browser: Browser):
    """Each number says what it is, to the ear as to the eye, and who has it."""
    page = text_of(browser.get("/numbers"))
    for word in ("10 ● taken: old.one", "14 ◐ taken, to be free: plain.one", "20 □ reserved: in the cart: new.one",
                 "21 ◇ reserved: in the cart, by others: hers.one", "22 ◆ reserved: ordered, by others: hers.two",
                 "23 ■ reserved: ordered: ours.one", "24 · free", "00 ◔ free, block not available yet",
                 "available from 2027-01-01", "extended by 1", "The 1,000 numbers one by one"):
        assert word in page
    assert page.count("Decade") > 20
    block = text_of(browser.get("/block?name=long"))
    assert "12x" in block
    assert "123 ● taken: long.one" in block
    assert "Page 1 of 5" in block
    assert "999 · free" in text_of(browser.get("/block?name=long&page=5"))


def test_orders(browser: Browser):
    """What was ordered and what became of it, the latest first; what only lies in the cart is none."""
    page = text_of(browser.get("/orders"))
    assert page.index("ours.one") < page.index("old.one")
    assert "PKG-9: The quota was used up." in page
    assert "new.one" not in page


@pytest.mark.parametrize(("path", "status"), [
    ("/nowhere", 404), ("/cart/", 404), ("/workplaces?page=0", 400), ("/workplaces?page=x", 400),
    ("/workplaces?other=x", 400), ("/workplaces?q=a&q=b", 400), ("/workplace", 400), ("/cart?whose=theirs", 400),
    ("/login?why=" + "x" * 300, 400), ("/order", 405), ("/../v1/portal", 404)])
def test_addresses_that_there_are_not(path: str, status: int, browser: Browser):
    """A page says so, with the words that the wire has for it, and not with what was asked."""
    back = browser.get(path)
    assert back.status == status
    assert back.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>That did not work</h1>" in back.body.decode()
    assert status != 405 or back.headers["allow"] == "POST"


def test_the_style(browser: Browser):
    """One file of our own."""
    back = browser.get("/style.css")
    assert (back.status, back.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert b"url(" not in back.body and b"@import" not in back.body


EVIL = "<img src=x onerror=alert(1)>\"'&{{7*7}}"


def test_hostile_names_are_inert():
    """Whatever a portal holds is text: no tag, no attribute, no template, no character that turns the line round."""
    store = MemoryStore()
    service = Service(store, KINDS, (), lambda: NOW)
    evil: dict[str, Any] = {"user": {"firstName": EVIL, "lastName": "\u202eabc"}, "department": EVIL,
                            "devices": [{"profile": EVIL, "label": "a\u200bb"}], "packages": [EVIL]}
    base = [one for one in settings() if str(one.address) != "company/acme"]
    service.load(EVIL, "test", TODAY, [
        *base, held(f"workplace/{EVIL}", workplace("10", "10", **evil), Life(began=LONG_AGO)),
        held(f"numberblock/{EVIL}", {"base": "+49228700", "first": "0", "last": "9", "group": EVIL})])
    with store.write() as books:
        for state in ("in-cart", "ordered", "rejected"):
            books.set_position(Position(f"{EVIL}{state}", Address("workplace", EVIL), "book", EVIL, state=state,
                                        rule=EVIL, reason=Text(EVIL, EVIL)))
    with running(service) as there:
        browser = Browser(there)
        browser.login()
        name = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22'%26%7B%7B7*7%7D%7D"
        for path in ("/", "/workplaces", f"/workplaces?q={name}", f"/workplace?name={name}", "/numbers",
                     f"/block?name={name}", "/cart", "/orders"):
            page = browser.get(path)
            assert page.status == 200, path
            text = page.body.decode()
            assert "<img" not in text
            assert 'onerror=alert(1)>"' not in text
            assert "{{7*7}}" in unescape(text)
            assert not {"\u202e", "\u200b"} & set(text)
        assert "&lt;img src=x" in browser.get(f"/workplace?name={name}").body.decode()
        assert "\\u{202e}abc" in browser.get(f"/workplace?name={name}").body.decode()


@pytest.mark.parametrize(("raised", "status", "sentence"), [
    (RuntimeError("kanarienvogel"), 500, "The server has a bug."),
    (Unreachable(Text("/srv", "/srv")), 503, "cannot be reached at the moment"),
    (ConfigProblem(Text("/srv", "/srv")), 503, "The portal cannot be opened.")])
def test_what_goes_wrong_inside(raised: Exception, status: int, sentence: str, monkeypatch: pytest.MonkeyPatch):
    """A page with the sentence of the wire, and none of the words of the machine."""
    def broken(*_: object) -> None:
        raise raised

    with running() as there:
        browser = Browser(there)
        browser.login()
        monkeypatch.setattr(there.service, "revision", broken)
        back = browser.get("/cart")
        assert (back.status, sentence in text_of(back)) == (status, True)
        assert "kanarienvogel" not in back.body.decode() + json.dumps(there.log)
        assert "/srv" not in back.body.decode()
        assert status != 503 or back.headers["retry-after"]


def test_an_empty_portal():
    """Nothing is there to show, and the pages say so."""
    service = Service(MemoryStore(), KINDS, (), lambda: NOW)
    service.load("acme", "test", TODAY, [])
    with running(service) as there:
        browser = Browser(there)
        browser.login()
        for path, word in (("/workplaces", "No workplace fits"), ("/numbers", "There is no number block"),
                           ("/cart", "The cart is empty"), ("/orders", "Nothing has been ordered"), ("/", "acme")):
            assert word in text_of(browser.get(path))
