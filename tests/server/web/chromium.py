"""Debian's Chromium and axe-core for tests; where one of them is missing, the tests that need it say so."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.architecture.house import REPOSITORY

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
AXE = "4.14.1"
CACHE = REPOSITORY / ".cache" / f"axe-{AXE}"
GRAVE = ("serious", "critical")
MOST_TABS = 400


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, until the tests are over."""
    if not CHROMIUM.is_file():
        pytest.skip("no Chromium is installed (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def axe() -> str:
    """The text of axe-core, fetched once by npm and kept in the cache."""
    script = CACHE / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("axe-core comes by npm, and there is none")
        CACHE.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [npm, "install", "--prefix", str(CACHE), "--no-save", "--ignore-scripts", "--no-audit", "--no-fund",
             f"axe-core@{AXE}"], capture_output=True, text=True, timeout=120, check=False)
        if done.returncode:
            pytest.skip(f"npm could not fetch axe-core: {done.stderr.strip().splitlines()[-1:]}")
    return script.read_text(encoding="utf-8")


def grave_findings(page: Page) -> list[str]:
    """What axe finds on a page that keeps somebody from using it."""
    found: list[Any] = json.loads(page.evaluate("async () => JSON.stringify((await axe.run()).violations)"))
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in GRAVE]


def tab_to(page: Page, wanted: str) -> Locator:
    """Press Tab until what has the focus says this, or is called so; where it is, one sees."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and wanted in (focused.inner_text().strip(), focused.get_attribute("id")):
            assert focused.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
            return focused
    raise AssertionError(f"no Tab leads to {wanted}")


def press(page: Page, key: str = "Enter") -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def shoot(page: Page, name: str) -> None:
    """A picture of the whole page, where a folder for pictures is named."""
    if folder := os.environ.get("RECONCILER_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
