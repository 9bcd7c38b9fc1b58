"""In a real browser: by keyboard and without a script, and read by whoever checks what an ear is told."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.server.serving import Running, running
from tests.server.web.browsing import PAGES
from tests.server.web.chromium import axe, chromium, grave_findings, press, shoot, tab_to
from tests.server.web.town import kept_in, town

WIDTHS = (1280, 390)
ALL = (*PAGES, "/nowhere")


@pytest.fixture(name="there", scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for all; the last test buys what lies in its cart."""
    with running(town(kept_in(tmp_path_factory.mktemp("town")))) as found:
        yield found


@pytest.fixture(name="browser", scope="module")
def browsing() -> Iterator[Browser]:
    """One browser for all."""
    with chromium() as found:
        yield found


def inside(browser: Browser, there: Running, **more: object) -> Page:
    """A page of somebody who is logged in; whatever the browser complains of fails the test."""
    page = browser.new_context(**more).new_page()  # type: ignore[arg-type]
    page.on("console", lambda said: pytest.fail(said.text) if "404" not in said.text else None)
    page.goto(f"{there.url}/web/")
    page.fill("#token", there.texts["all"])
    press(page)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(scheme: str, browser: Browser, there: Running):
    """Axe finds nothing grave, on no page, and no page is wider than its window."""
    script = axe()
    page = inside(browser, there, color_scheme=scheme, locale="de-DE" if scheme == "light" else "en-GB")
    for path in ALL:
        page.goto(f"{there.url}/web{path}")
        page.evaluate(script)
        assert grave_findings(page) == [], path
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            shoot(page, f"{path.partition('?')[0].strip('/') or 'overview'}-{width}-{scheme}")
    page.context.clear_cookies()
    page.goto(f"{there.url}/web/login?why=wrong")
    page.evaluate(script)
    assert grave_findings(page) == []
    shoot(page, f"login-{WIDTHS[-1]}-{scheme}")
    page.context.close()


def test_by_keyboard_and_without_a_script(browser: Browser, there: Running):
    """From the login by workplaces and numbers to the paid order; where the focus is, one sees."""
    page = browser.new_context(java_script_enabled=False, locale="en-GB").new_page()
    page.goto(there.url)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to content"
    tab_to(page, "token")
    page.keyboard.type(there.texts["all"])
    press(page)
    tab_to(page, "Workplaces")
    press(page)
    tab_to(page, "q")
    page.keyboard.type("nr07")
    press(page)
    tab_to(page, "person.nr07")
    press(page)
    assert page.locator("h1").inner_text() == "person.nr07"
    tab_to(page, "Numbers")
    press(page)
    tab_to(page, "Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1
    tab_to(page, "long")
    press(page)
    tab_to(page, "Next →")
    press(page)
    assert "Page 2 of 5" in page.locator("main").inner_text()
    tab_to(page, "Cart")
    press(page)
    tab_to(page, "Order (chargeable)")
    press(page)
    assert "3 positions ordered" in page.get_by_role("status").inner_text()
    shoot(page, "bought-1280-light")
    tab_to(page, "Deutsch")
    press(page)
    assert page.locator("h1").inner_text() == "Aufträge"
    tab_to(page, "Abmelden")
    press(page)
    assert "Abgemeldet." in page.locator("main").inner_text()
    assert there.service.status().in_cart == 0
    page.context.close()
