"""portal serve: a portal for rehearsal as a server. Loaded only there: it needs packages of its own."""

import time
from collections.abc import Callable
from contextlib import closing
from functools import partial

from reconciler.commands.portal import database_of
from reconciler.drivers.local import served
from reconciler.portal.books.database import Database
from reconciler.portal.books.file import File
from reconciler.portal.books.grouped import Grouped
from reconciler.portal.books.store import SqlStore
from reconciler.portal.books.tokens import tokens
from reconciler.portal.clock import REHEARSAL
from reconciler.request import Folder
from reconciler.server.access import Access
from reconciler.server.app import server
from reconciler.server.frame import Frame
from reconciler.server.limits import Limits
from reconciler.server.log import to_stderr
from reconciler.server.metrics import Metrics
from reconciler.server.midnight import Midnight
from reconciler.server.opened import Opened, Served
from reconciler.server.run import Address, check, run
from reconciler.workspace.kit import Kit, load_kit


def serve_portal(
    folder: Folder, address: Address, ready: Callable[[str], None], url: str = "", *, clock: str = "",
    now: Callable[[], float] = time.time,
) -> None:
    """Serve the workspace's portal, or the one in the database at ``url``, until this process is asked to stop.

    ``ready`` is told the address. ``clock`` is the one that the portal goes by from now on, else that of before;
    ``now`` gives epoch seconds. What fell due while nobody served it is carried out before anybody can ask.

    Raises:
        ConfigProblem: if there is no portal, or nobody may or can listen there.
    """
    check(address)
    kit, find = load_kit(), partial(database_of, folder, url)
    midnight, metrics = Midnight(now, clock, to_stderr), Metrics()
    with closing(find()) as database, closing(
            Opened(partial(_connected, find, kit), partial(_place, database), midnight)) as portal:
        if clock == REHEARSAL:
            portal.as_it_is().set_clock(REHEARSAL)
        portal.service()
        with midnight.awake(portal.service):
            app = server(portal, kit.kinds, Access(portal.tokens, now, Limits()), metrics)
            run(Frame(app, to_stderr, metrics.note), address, ready)


def _connected(find: Callable[[], Database], kit: Kit) -> Served:
    store = SqlStore(find(), kit.kinds)
    shared = Grouped(store)
    service = served(shared, kit.kinds, tuple(kit.rules.values()))
    shared.undone = service.forget
    return Served(service, partial(tokens, store))


def _place(database: Database) -> object:
    """Which portal it is: a file that was put in its place is another one; a database stays the same."""
    if not isinstance(database, File):
        return database.name
    try:
        found = database.path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
