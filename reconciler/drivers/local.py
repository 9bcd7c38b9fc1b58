"""The reference portal in this process, on one file."""

import os
import secrets
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from tempfile import mkstemp

from reconciler.errors import ConfigProblem
from reconciler.model.kind import Kind
from reconciler.model.rule import Rule
from reconciler.portal.service import Service
from reconciler.portal.sqlite import replaced
from reconciler.portal.store import SqlStore


def connect(path: Path, kinds: Mapping[str, Kind], rules: Collection[Rule]) -> Service:
    """Open the portal that is kept in ``path``.

    Raises:
        ConfigProblem: if there is no such file, or if it is no portal of this version.
        Unreachable: if it cannot be read now.
    """
    if not os.path.lexists(path):
        raise ConfigProblem(
            f"{path} gibt es nicht. Ein Portal zum Üben entsteht mit `reconciler portal init --from ...`.",
            f"{path} does not exist. `reconciler portal init --from ...` makes a portal for rehearsal.",
        )
    if not os.path.isfile(path):
        raise _no_portal(path)
    return Service(SqlStore(path, kinds), kinds, rules, time.time)


def make(
    path: Path, kinds: Mapping[str, Kind], rules: Collection[Rule], fill: Callable[[Service], None], *, force: bool
) -> None:
    """Make the portal at ``path``, readable by its owner only, and fill it; with ``force`` in place of another portal.

    It is made beside and put in place as a whole: whatever fails, what was there stays as it was.

    Raises:
        ConfigProblem: if something is there (with ``force``: that is no portal), or the disk refuses.
        LeaseHeld: if somebody is writing to the portal that is there.
    """
    there = os.path.lexists(path)
    if there and not force:
        raise exists(path)
    if there and (path.is_symlink() or not path.is_file()):
        raise _no_portal(path)
    draft: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        draft = Path(name)
        store = SqlStore(draft, kinds, create=True)
        try:
            fill(Service(store, kinds, rules, time.time))
            if there:
                with replaced(path, time.time()) as lease, store.write() as books:
                    books.set_lease(lease)
        finally:
            store.close()
    except OSError as problem:
        raise _refused(path, problem) from problem
