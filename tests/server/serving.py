"""A server in a thread of this process, over a real socket, and the driver that asks it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import httpcore2
import uvicorn
from starlette.types import ASGIApp

from reconciler.drivers._line import Line
from reconciler.drivers.http import Http
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.protocol import Store
from reconciler.portal.service import Service
from reconciler.portal.tokens import Token, new_token
from reconciler.server.access import Access
from reconciler.server.app import server
from reconciler.server.frame import Frame
from reconciler.server.limits import Limit, Limits
from reconciler.server.metrics import Metrics
from reconciler.server.midnight import Midnight
from reconciler.server.opened import Opened, Served
from reconciler.server.run import Address, listen
from tests.engine.values import KINDS
from tests.portal.company import settings, workplaces

NOW = 1_800_000_000.0
TODAY = date(2026, 11, 22)


GENEROUS = Limits(strangers=Limit(1e6, 10**6))
"""A test tells many wrong tokens."""


class Back(NamedTuple):
    """What came back from one raw request."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Running:
    """A server: ``service`` is the portal behind it, which a test may put another in place of.

    ``clock`` is what it was told to go by, ``now`` what the machine's clock shows.
    """

    service: Service
    clock: str = ""
    now: float = NOW
    texts: dict[str, str] = field(default_factory=dict)
    tokens: list[Token] = field(default_factory=list)
    log: list[Any] = field(default_factory=list)
    url: str = ""

    def token(self, name: str, *rights: str, expires: date | None = None) -> str:
        """A further token."""
        token, text = new_token(name, rights, expires)
        self.tokens.append(token)
        self.texts[name] = text
        return text

    def driver(self, name: str = "all", timeout: float = 5.0) -> Http:
        """What asks it."""
        return Http(Line(self.url, self.texts.get(name, name), timeout, None), KINDS)

    def raw(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Back:
        """One request as it stands; without another token it is a good one."""
        given = {"Authorization": f"Bearer {self.texts['all']}", "Content-Type": "application/json",
                 **{name.replace("_", "-"): value for name, value in headers.items()}}
        sent = [(name, value) for name, value in given.items() if value]
        lines, late = len(self.log), time.monotonic() + 5
        back = httpcore2.request(method, self.url + path, headers=sent, content=body)
        while len(self.log) == lines and time.monotonic() < late:
            time.sleep(0.001)  # its line in the log is written after the answer
        return Back(back.status, {k.decode().lower(): v.decode() for k, v in back.headers}, back.content)


def small(store: Store | None = None) -> Service:
    """The small company's portal, in memory unless another place is given."""
    service = Service(store or MemoryStore(), KINDS, (), lambda: NOW)
    service.load("acme", "test", TODAY, [*settings(), *workplaces()], secret="key")
    return service


@contextmanager
def running(
    service: Service | None = None, around: Callable[[ASGIApp], ASGIApp] = lambda app: app, *, clock: str = "",
    now: float = NOW, limits: Limits | None = None,
) -> Iterator[Running]:
    """A server, until the test is over; ``around`` is put between it and the wire."""
    found = Running(service or small(), clock, now)
    found.token("all", "read", "queue", "order")
    midnight = Midnight(lambda: found.now, clock, found.log.append)
    opened = Opened(lambda: Served(found.service, lambda: found.tokens), lambda: id(found.service),
                    midnight if clock else None)
    metrics = Metrics()
    app = Frame(server(opened, KINDS, Access(opened.tokens, lambda: found.now, limits or GENEROUS), metrics),
                metrics.note, found.log.append)
    made = uvicorn.Server(uvicorn.Config(around(app), http="h11", loop="asyncio", ws="none", lifespan="off",
                                         log_config=None, access_log=False))
    listening = listen(Address("127.0.0.1", 0))
    thread = threading.Thread(target=made.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not made.started:
        time.sleep(0.005)
    found.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    try:
        yield found
    finally:
        made.should_exit = True
        thread.join(10)
        listening.close()
        found.service.close()
