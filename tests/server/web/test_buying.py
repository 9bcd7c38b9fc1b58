"""Buying in the browser: what was shown, by whom it may be bought, and that nothing else ever is."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from reconciler.errors import AnswerLost, Unreachable
from reconciler.model.order import Receipt
from reconciler.model.text import Text
from reconciler.portal.service import Service
from reconciler.server.web import cart
from tests.portal.company import Till
from tests.server.serving import NOW, Running, running
from tests.server.web.browsing import Browser, text_of
from tests.server.web.town import town


@pytest.fixture(name="there")
def serving() -> Iterator[Running]:
    """A server over a portal with a full cart."""
    with running(town()) as found:
        yield found


@pytest.fixture(name="browser")
def browsing(there: Running) -> Browser:
    """Somebody who may buy."""
    found = Browser(there)
    found.login()
    return found


def in_cart(service: Service) -> set[str]:
    """What lies there."""
    return {p.ref for p in service.positions() if p.state == "in-cart"}


def test_what_is_shown_is_bought(there: Running, browser: Browser):
    """With whose it is and until when it binds; and once, however often it is sent."""
    page = browser.get("/cart")
    for word in ("hers.one", "others", "activate with conference-plus (paid)", "binds 2 workplaces",
                 "binds 1 package", "ends 1 contract", "2026-12-22", "holds 1 position that others put in"):
        assert word in text_of(page)
    assert "Order (chargeable)" in text_of(page)
    fields = browser.fields(page, "/order")
    said = text_of(browser.follow(browser.send("/order", fields)))
    assert "3 positions ordered, 2 of them chargeable." in said
    assert "3 positions ordered" not in text_of(browser.get("/orders"))
    assert in_cart(there.service) == set()
    mark = there.service.revision()
    assert "Nothing was bought" in text_of(browser.follow(browser.send("/order", fields)))
    assert there.service.revision() == mark
    assert text_of(browser.get("/cart")).count("The cart is empty") == 1


def test_only_ours(there: Running, browser: Browser):
    """What others put in stays."""
    page = browser.get("/cart?whose=ours")
    assert "hers.one" not in text_of(page)
    assert "2 positions ordered" in text_of(browser.order("/cart?whose=ours"))
    assert in_cart(there.service) == {"hers"}


@pytest.mark.parametrize("change", ["more", "less", "else", "another day", "another choice"])
def test_a_changed_cart_is_not_bought(change: str, there: Running, browser: Browser):
    """Something came, went, was changed, or binds longer by now: nothing is bought, and the page says so."""
    fields = browser.fields(browser.get("/cart"), "/order")
    till = Till(there.service, [NOW], there.service.acquire("x"))
    if change == "more":
        till.queue("book", "workplace/young.one", item="assistant")
    elif change == "less":
        till.queue("withdraw", "workplace/plain.one", target="ours-delete")
    elif change == "else":
        body = next(dict(p.body) for p in there.service.positions() if p.ref == "ours-new")
        till.queue("change", "workplace/new.one", body | {"packages": []}, target="ours-new")
    elif change == "another day":
        there.service.advance(date(2026, 11, 25))
    else:
        fields["whose"] = "ours"
    there.service.release(till.token)
    lying = in_cart(there.service)
    page = browser.follow(browser.send("/order", fields))
    assert "The cart is no longer what was shown" in text_of(page)
    assert "Nothing was bought" in text_of(page)
    assert 'role="alert"' in page.body.decode()
    assert in_cart(there.service) == lying


def test_what_changes_at_the_last_moment(there: Running, browser: Browser, monkeypatch: pytest.MonkeyPatch):
    """Between the look and the purchase the portal compares once more, and refuses all of it."""
    fields = browser.fields(browser.get("/cart"), "/order")
    acquire = there.service.acquire

    def late(holder: str) -> int:
        till = Till(there.service, [NOW], acquire(holder))
        till.queue("withdraw", "workplace/plain.one", target="ours-delete")
        return till.token

    monkeypatch.setattr(there.service, "acquire", late)
    page = text_of(browser.follow(browser.send("/order", fields)))
    assert "CART-2: Nothing was ordered" in page
    assert in_cart(there.service) == {"hers", "ours-new"}


@pytest.mark.parametrize("rights", [("read",), ("read", "queue")])
def test_who_may_not_buy(rights: tuple[str, ...], there: Running):
    """No button, and a form of one's own making is refused."""
    there.token("less", *rights)
    browser = Browser(there)
    page = browser.login("less")
    cart_page = browser.get("/cart")
    assert "This token may not order" in text_of(cart_page)
    assert "/web/order\"" not in cart_page.body.decode()
    fields = {"proof": browser.fields(page, "/logout")["proof"], "whose": "all", "seal": "x"}
    back = browser.send("/order", fields)
    assert (back.status, "may not do that" in text_of(back)) == (403, True)
    assert len(in_cart(there.service)) == 3


def test_a_form_after_the_end_of_the_visit(there: Running, browser: Browser):
    """Whoever is no longer logged in buys nothing, and is told why."""
    fields = browser.fields(browser.get("/cart"), "/order")
    there.tokens.clear()
    page = browser.follow(browser.send("/order", fields))
    assert "Nothing was changed" in text_of(page)
    assert len(in_cart(there.service)) == 3


def test_somebody_else_is_writing(there: Running, browser: Browser):
    """Then nothing is bought, and the page says who."""
    there.service.acquire("night run")
    page = text_of(browser.order())
    assert "night run is writing" in page
    assert "Nothing was bought" in page
    assert len(in_cart(there.service)) == 3


def test_an_answer_that_was_lost(there: Running, browser: Browser, monkeypatch: pytest.MonkeyPatch):
    """Nobody claims to know."""
    fields = browser.fields(browser.get("/cart"), "/order")
    submit = there.service.submit

    def lost(contents: Mapping[str, str], token: int, actor: str) -> Receipt:
        submit(contents, token, actor)
        raise AnswerLost(Text("x", "x"))

    monkeypatch.setattr(there.service, "submit", lost)
    back = browser.send("/order", fields)
    assert (back.status, "not known whether this took effect" in text_of(back)) == (500, True)
    assert in_cart(there.service) == set()
    assert "ours.one" in text_of(browser.get("/orders"))


def test_a_right_that_cannot_be_given_back(there: Running, browser: Browser, monkeypatch: pytest.MonkeyPatch):
    """What was bought is told all the same."""
    def broken(_: int) -> None:
        raise Unreachable(Text("x", "x"))

    monkeypatch.setattr(there.service, "release", broken)
    assert "3 positions ordered" in text_of(browser.order())


def test_a_cart_too_large_to_read(there: Running, browser: Browser, monkeypatch: pytest.MonkeyPatch):
    """It is not sold by a page that cannot show it."""
    fields = browser.fields(browser.get("/cart"), "/order")
    monkeypatch.setattr(cart, "MOST", 2)
    page = browser.get("/cart")
    assert "more than 2 positions" in text_of(page)
    assert "/web/order\"" not in page.body.decode()
    assert "Nothing was bought" in text_of(browser.follow(browser.send("/order", fields)))


def test_two_at_once_with_the_same_token(there: Running, browser: Browser):
    """One buys, the other is told that the cart is another by now; neither takes the right to write from the other."""
    other = Browser(there)
    other.login()
    sent = [(one, one.fields(one.get("/cart"), "/order")) for one in (browser, other)]
    with ThreadPoolExecutor(2) as pool:
        back = list(pool.map(lambda pair: pair[0].send("/order", pair[1]).headers["location"], sent))
    assert sorted(back) == ["/web/cart", "/web/orders"]
    loser = (browser, other)[back.index("/web/cart")]
    assert "The cart is no longer what was shown" in text_of(loser.get("/cart"))
    assert in_cart(there.service) == set()
