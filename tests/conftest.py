"""What holds for every test."""

import gc
import logging
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reconciler.portal.books import sqlite
from tests.databases import MEMORY, place, schemas, server  # noqa: F401 - fixtures for all tests

gc.set_threshold(200_000, 50, 1000)  # the tool collects nothing, and laws keep whole stories: a tenth of their time

if MEMORY:  # what tests write is looked at by nobody; a disk that is waited for at every order is half of their time
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Who runs what, where several processes share the tests."""
    if config.getoption("dist") != "loadscope":
        return None
    from tests.sharing import Shared

    return Shared(config, log)


@pytest.fixture(autouse=True)
def nothing_stays_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every connection to a portal's file that a test opens is closed by its end, also where something fails."""
    opened: list[tuple[Path, sqlite3.Connection]] = []
    real = sqlite._connection

    def noted(path: Path, mode: str) -> sqlite3.Connection:
        opened.append((path, real(path, mode)))
        return opened[-1][1]

    monkeypatch.setattr(sqlite, "_connection", noted)
    yield
    left = [path for path, connection in opened if _is_open(connection)]
    for _, connection in opened:
        connection.close()
    logging.getLogger("sqlalchemy").handlers.clear()  # each engine adds one and looks at all that are there
    assert not left


def _is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    except sqlite3.Error:
        return True
    return True
