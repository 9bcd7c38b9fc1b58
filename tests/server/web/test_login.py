"""Who comes in, how long that lasts, and whose forms are believed."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from starlette.responses import Response

from reconciler.server.limits import Limit, Limits
from reconciler.server.web import visits
from reconciler.server.web.door import Guest, keep
from tests.server.serving import Running, running
from tests.server.web.browsing import PAGES, Browser, text_of

FORMS = {"/login": {"token": "x"}, "/logout": {}, "/language": {"language": "de", "here": "/"},
         "/order": {"whose": "all", "seal": "x"}}


@pytest.fixture(name="there", scope="module")
def serving() -> Iterator[Running]:
    """One server for all; each test logs in anew."""
    with running() as found:
        yield found


@pytest.fixture(name="browser")
def browsing(there: Running) -> Browser:
    """Somebody who is not logged in."""
    return Browser(there)


def test_the_way_in_and_out(there: Running, browser: Browser):
    """The door leads to the login, that to the overview; out again, and the old cookie opens nothing."""
    assert there.raw("GET", "/").headers["location"] == "/web/"
    assert there.raw("GET", "/web").headers["location"] == "/web/"
    assert "Log in" in text_of(browser.follow(browser.get("/")))
    before = dict(browser.cookies)
    page = browser.login()
    assert "Overview" in text_of(page)
    assert there.log[-1]["token"] == "all"
    assert there.log[-1]["route"] == "/web/"
    assert browser.cookies["reconciler"] != before["reconciler"]
    inside = dict(browser.cookies)
    assert "Logged out" in text_of(browser.follow(browser.send("/logout", browser.fields(page, "/logout"))))
    browser.cookies = inside
    assert browser.get("/").status == 303
    assert browser.get("/login").status == 200


@pytest.mark.parametrize("path", PAGES)
def test_nobody_looks_without_a_login(path: str, browser: Browser):
    """Every page leads to the login, and says nothing."""
    back = browser.get(path)
    assert (back.status, back.headers["location"], back.body) == (303, "/web/login", b"")


def test_wrong_tokens(there: Running, browser: Browser):
    """Unknown, over, without the right to read: nobody comes in, and the token is told to nobody."""
    there.token("over", "read", expires=date(2020, 1, 1))
    for name in ("rct_" + "x" * 43, "", "over", "ü" * 50):
        page = browser.login(name)
        assert "unknown or no longer good" in text_of(page)
        assert "xxx" not in page.body.decode()
        assert browser.get("/").status == 303
    there.token("buys", "order")
    page = browser.get("/login")
    back = browser.send("/login", browser.fields(page, "/login") | {"token": there.texts["buys"]})
    assert (back.status, "may not do that" in text_of(back)) == (403, True)
    assert browser.get("/").status == 303


def test_guessing():
    """After some wrong tokens an address waits, as at the API and together with it; whoever is known there does not."""
    now = [0.0]
    with running(limits=Limits(strangers=Limit(0.1, 3), clock=lambda: now[0])) as there:
        inside, browser = Browser(there), Browser(there)
        inside.login()
        there.token("new", "read")
        fields = browser.fields(browser.get("/login"), "/login")
        back = [browser.send("/login", fields | {"token": f"rct_{n}"}) for n in range(5)]
        assert [one.status for one in back] == [303] * 3 + [429] * 2
        assert (back[-1].headers["retry-after"], back[-1].headers["content-type"]) == ("10", "text/html; charset=utf-8")
        assert "too many requests" in text_of(back[-1])
        assert "One may try again in 10 seconds." in text_of(back[-1])
        german = browser.send("/login", fields | {"token": "x"}, Accept_Language="de")
        assert "In 10 Sekunden kann man es wieder versuchen." in text_of(german)
        assert browser.send("/login", fields | {"token": there.texts["new"]}).status == 429
        assert there.raw("GET", "/v1/portal", Authorization="Bearer x").status == 429
        assert inside.get("/").status == 200
        assert "Overview" in text_of(browser.login())
        now[0] = 9.5
        late = Browser(there)
        assert "One may try again in 1 second." in text_of(
            late.send("/login", late.fields(late.get("/login"), "/login") | {"token": "x"}))
        now[0] = 10.0
        assert "Overview" in text_of(Browser(there).login("new"))
        assert browser.get("/login").status == 303
        assert there.raw("GET", "/v1/portal", Authorization="").status == 401


def test_whoever_looks_too_often_waits():
    """Pages take from what a token may ask, as the API does; nobody is logged out by that."""
    now = [0.0]
    with running(limits=Limits(Limit(1.0, 4), clock=lambda: now[0])) as there:
        browser = Browser(there)
        browser.login()
        back = [browser.get("/cart") for _ in range(4)]
        assert [one.status for one in back] == [200, 200, 429, 429]
        assert "One may try again in 1 second." in text_of(back[-1])
        now[0] = 1.0
        assert browser.get("/cart").status == 200


def test_a_token_that_is_revoked_or_over_ends_the_visit_at_once(there: Running, browser: Browser):
    """The very next page is the login."""
    there.token("mine", "read")
    browser.login("mine")
    assert browser.get("/cart").status == 200
    del there.tokens[-1]
    back = browser.get("/cart")
    assert back.headers["location"] == "/web/login?why=ended"
    assert "no longer good" in text_of(browser.follow(back))
    there.token("mine", "read")
    assert browser.get("/cart").status == 303


@pytest.mark.parametrize("bound", ["IDLE", "LONGEST"])
def test_a_visit_is_over_after_a_while(bound: str, browser: Browser, monkeypatch: pytest.MonkeyPatch):
    """Too long without a page, or too long at all."""
    browser.login()
    assert browser.get("/").status == 200
    monkeypatch.setattr(visits, bound, 0)
    assert browser.get("/").status == 303
    monkeypatch.undo()
    assert browser.get("/").status == 303


def test_there_are_only_so_many_visits(there: Running, monkeypatch: pytest.MonkeyPatch):
    """The idlest gives way, and one token pushes out none of another."""
    monkeypatch.setattr(visits, "MOST", 3)
    monkeypatch.setattr(visits, "MOST_OF_ONE", 2)
    there.token("other", "read")
    first, second, third, other = (Browser(there) for _ in range(4))
    other.login("other")
    for browser in (first, second, third):
        browser.login()
    assert [browser.get("/").status for browser in (first, second, third, other)] == [303, 200, 200, 200]


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("wrong", ["no proof", "another proof", "no origin", "foreign", "null", "twice",
                                   "a field more"])
def test_forms_of_others(wrong: str, path: str, there: Running, browser: Browser):
    """What does not come from a page of this browser does nothing."""
    page = browser.login()
    mark = there.service.revision()
    fields = {**FORMS[path], "proof": browser.fields(page, "/logout")["proof"]}
    headers: dict[str, str] = {}
    if wrong == "no proof":
        del fields["proof"]
    elif wrong == "another proof":
        fields["proof"] = Browser(there).fields(Browser(there).get("/login"), "/login")["proof"]
    elif wrong == "a field more":
        fields["more"] = "x"
    elif wrong == "twice":
        fields = {**fields, "proof&proof": "x"}
    else:
        headers["Origin"] = {"no origin": "", "foreign": "http://evil.example", "null": "null"}[wrong]
    back = browser.send(path, fields, **headers)
    assert back.status in (400, 403)
    assert "set-cookie" not in back.headers or "language" not in back.headers["set-cookie"]
    assert browser.get("/").status == 200
    assert there.service.revision() == mark


@pytest.mark.parametrize(("body", "kind", "status"), [
    (b"{}", "application/json", 415), (b"token=%FF&proof=x", "application/x-www-form-urlencoded", 400),
    (b"x" * 9000, "application/x-www-form-urlencoded", 413), (b"&&&", "application/x-www-form-urlencoded", 400),
    (b"token=a;proof=b", "application/x-www-form-urlencoded", 400), (b"", "text/plain", 415)])
def test_what_is_no_form(body: bytes, kind: str, status: int, there: Running, browser: Browser):
    """Another form, too long, or no text: a page says so."""
    back = browser._ask("POST", "/login", body, Origin=there.url, Content_Type=kind)
    assert back.status == status
    assert "<h1>That did not work</h1>" in back.body.decode()


def test_the_cookie_over_tls():
    """Only its own host gets it, and only encrypted."""
    answer = Response()
    keep(answer, Guest("x" * 43, "", "en", encrypted=True))
    assert re.fullmatch(r"__Host-reconciler=x{43}; HttpOnly; Path=/; SameSite=strict; Secure",
                        answer.headers["set-cookie"])


@pytest.mark.parametrize(("asked", "language"), [
    ("", "en"), ("fr", "en"), ("de", "de"), ("de-AT,de;q=0.9,en;q=0.8", "de"), ("fr, en;q=0.4, de;q=0.6", "de"),
    ("en-US", "en"), ("de;q=0, en;q=0.1", "en"), ("de;q=x", "en"), ("," * 9000, "en"), ("de;q=0", "en")])
def test_the_language_that_is_asked_for(asked: str, language: str, browser: Browser):
    """The better one of ours, else English."""
    browser.language = asked
    assert f'<html lang="{language}">' in browser.get("/login").body.decode()


def test_the_language_that_is_chosen(there: Running, browser: Browser):
    """It stays, before the login and after, and leads back to the same page, but to none of others."""
    browser.login()
    page = browser.get("/workplace?name=old.one")
    fields = browser.fields(page, "/language") | {"language": "de"}
    again = browser.follow(browser.send("/language", fields))
    assert '<html lang="de">' in again.body.decode()
    assert "old.one" in text_of(again)
    assert '<html lang="de">' in browser.get("/cart").body.decode()
    for evil in ("//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nX: y", "/../x"):
        assert browser.send("/language", fields | {"here": evil}).headers["location"] == "/web/"
    assert browser.send("/language", fields | {"language": "fr"}).status == 400
