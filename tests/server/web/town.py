"""A company for the pages: people enough for two pages, and positions of ours and of others in every state."""

from pathlib import Path
from typing import Any

from reconciler.model.address import Address
from reconciler.model.position import Position
from reconciler.model.resource import Life
from reconciler.model.text import Text
from reconciler.portal.books.file import File
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.protocol import Store
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from tests.engine.values import KINDS
from tests.portal.company import LONG_AGO, TODAY, YOUNG, Till, held, settings, workplace, workplaces
from tests.server.serving import NOW

NAMES = ("Anna Albers", "Ben Brandt", "Clara Conrad", "David Dorn", "Eva Ebert", "Felix Frank", "Greta Graf",
         "Hanno Haas")
COUNT = 48

REJECTED = Position(
    "ours-rejected", Address("workplace", "old.one"), "book", "attendant-console", state="rejected", ordered_on=YOUNG,
    rule="PKG-9", reason=Text("Das Kontingent war erschöpft.", "The quota was used up."))
"""What the portal did not carry out on its day."""


def people() -> list[Any]:
    """Two pages of them, together with those of the small company."""
    found = []
    for n in range(COUNT):
        first, last = NAMES[n % len(NAMES)].split()
        user = {"firstName": first, "lastName": f"{last} {n // len(NAMES) + 1}"}
        spec = workplace(f"{n + 30}", f"{n + 300}", user=user)
        found.append(held(f"workplace/person.nr{n:02}", spec, Life(began=LONG_AGO)))
    return found


def kept_in(folder: Path) -> SqlStore:
    """An empty place for it in a file, with an audit, which there is none of in memory."""
    database = File(folder / "portal.db")
    database.make(KINDS, lambda _: None, force=False)
    return SqlStore(database, KINDS)


def town(place: Store | None = None) -> Service:
    """The portal, in memory unless another place is given."""
    store = place or MemoryStore()
    service, theirs = (Service(store, KINDS, (), lambda: NOW, ours=ours) for ours in (True, False))
    service.load("acme", "test", TODAY, [*settings(), *workplaces(), *people()], secret="key")
    others = Till(theirs, [NOW], theirs.acquire("others"))
    others.queue("activate", "workplace/hers.one", workplace("21", "21"), ref="hers")
    others.buy("activate", "workplace/hers.two", workplace("22", "22"), ref="hers-too")
    theirs.release(others.token)
    ours = Till(service, [NOW], service.acquire("tests"))
    ours.buy("activate", "workplace/ours.one", workplace("23", "23"), ref="ours-ordered")
    ours.queue("activate", "workplace/new.one", workplace("20", "20", packages=["conference-plus"],
                                                           login={"email": "a@acme.example"}), ref="ours-new")
    ours.queue("delete", "workplace/plain.one", ref="ours-delete")
    with store.write() as books:
        books.set_position(REJECTED)
    service.release(ours.token)
    return service
