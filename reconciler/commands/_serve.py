"""portal serve: the workspace's portal for rehearsal as a server. Loaded only there: it needs packages of its own."""

import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from reconciler.commands._portal_file import portal_file
from reconciler.drivers.local import opened, served
from reconciler.portal.books.tokens import tokens
from reconciler.request import Folder
from reconciler.server.app import server
from reconciler.server.opened import Opened, Served
from reconciler.server.run import Address, check, run
from reconciler.workspace.kit import Kit, load_kit


def serve_portal(folder: Folder, address: Address, ready: Callable[[str], None]) -> None:
    """Serve until this process is asked to stop; ``ready`` is told the address.

    Raises:
        ConfigProblem: if there is no portal, or nobody may or can listen there.
    """
    check(address)
    kit, path = load_kit(), portal_file(folder)
    with closing(Opened(partial(_connected, path, kit), partial(_place, path))) as portal:
        run(server(portal, kit.kinds, time.time), address, ready)


def _connected(path: Path, kit: Kit) -> Served:
    store = opened(path, kit.kinds)
    return Served(served(store, kit.kinds, tuple(kit.rules.values())), partial(tokens, store))


def _place(path: Path) -> object:
    """Which file it is: one that was put in its place is another."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
