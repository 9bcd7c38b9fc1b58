"""Every test of the service runs over all stores."""

from collections.abc import Callable, Iterator

import pytest

from reconciler.portal.books.database import Database
from reconciler.portal.books.protocol import Store
from tests.portal.company import STORES, Till, make_store, opened


@pytest.fixture(params=STORES)
def till(request: pytest.FixtureRequest, place: Callable[[str], Database]) -> Iterator[Till]:
    """A filled portal with its lease taken."""
    found = opened(make_store(request.param, place))
    yield found
    found.service.close()


@pytest.fixture(params=STORES[1:])
def sql(request: pytest.FixtureRequest, place: Callable[[str], Database]) -> Iterator[Store]:
    """An empty portal in a database."""
    store = make_store(request.param, place)
    yield store
    store.close()
