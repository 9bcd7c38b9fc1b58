"""Every test of the service runs over both stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reconciler.portal.books.protocol import Store
from tests.portal.company import Till, make_store, opened


@pytest.fixture(params=["memory", "sql"])
def till(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Till]:
    """A filled portal with its lease taken."""
    found = opened(make_store(request.param, tmp_path))
    yield found
    found.service.close()


@pytest.fixture
def sql(tmp_path: Path) -> Iterator[Store]:
    """An empty portal in a file."""
    store = make_store("sql", tmp_path)
    yield store
    store.close()
