"""The reference portal in this process, on one file."""

import os
import secrets
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from stat import S_ISREG
from tempfile import mkstemp

from reconciler import disk
from reconciler.errors import ConfigProblem, reason
from reconciler.model.kind import Kind
from reconciler.model.marks import Ours
from reconciler.model.message import sentence
from reconciler.model.rule import Rule
from reconciler.portal.books.protocol import OFFERED, Lease, Store
from reconciler.portal.books.sqlite import replacing, stranger, version
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from reconciler.ports import Capabilities, Driver, Where


def _connect(where: Where, kinds: Mapping[str, Kind], rules: Collection[Rule]) -> Service:
    return connect(where.root / where.path, kinds, rules)


DRIVER = Driver("local", _connect, can=Capabilities(observe=True, cart=True, direct=True, lease=True))


def connect(path: Path, kinds: Mapping[str, Kind], rules: Collection[Rule]) -> Service:
    """Open the portal that is kept in ``path``.

    Raises:
        ConfigProblem: if there is no such file, or if it is no portal of this version.
        Unreachable: if it cannot be read now.
    """
    return served(opened(path, kinds), kinds, rules)


def opened(path: Path, kinds: Mapping[str, Kind]) -> SqlStore:
    """The store of the portal that is kept in ``path``; raises as ``connect`` does."""
    if not is_there(path):
        raise ConfigProblem(sentence(
            "{path} gibt es nicht. Ein Portal zum Üben entsteht mit `reconciler portal init --from ...`.",
            "{path} does not exist. `reconciler portal init --from ...` makes a portal for rehearsal.", path=str(path)))
    return SqlStore(path, kinds)


def served(store: Store, kinds: Mapping[str, Kind], rules: Collection[Rule]) -> Service:
    """The portal over this store, by the clock of this machine."""
    return Service(store, kinds, rules, time.time)


def is_there(path: Path) -> bool:
    """Whether a file is there.

    Raises:
        ConfigProblem: if something else is, or if that cannot be seen.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as problem:
        raise ConfigProblem(sentence("{path} ließ sich nicht lesen: {reason}", "{path} could not be read: {reason}",
                                     path=str(path), reason=reason(problem))) from problem
    if not S_ISREG(mode):
        raise stranger(path)
    return True


def make(
    path: Path, kinds: Mapping[str, Kind], rules: Collection[Rule], fill: Callable[[Service], None], *, force: bool
) -> None:
    """Make the portal at ``path``, readable by its owner only, and fill it; with ``force`` in place of another portal.

    It is made beside and put in place as a whole: whatever fails, what was there stays as it was.

    Raises:
        ConfigProblem: if something is there (with ``force``: that is no portal), or the disk refuses.
        LeaseHeld: if somebody is writing to the portal that is there.
    """
    there = check_place(path, force=force)
    try:
        with _draft(path) as draft:
            store = SqlStore(draft, kinds, create=True)
            try:
                fill(Service(store, kinds, rules, time.time))
                with replacing(path, time.time()) if there else nullcontext(Lease()) as lease:
                    with store.write() as books:
                        books.set_lease(lease)
                    store.close()
                    _put(draft, path, there=there)
            finally:
                store.close()
    except OSError as problem:
        raise disk.failed(path, problem) from problem


def check_place(path: Path, *, force: bool) -> bool:
    """Whether a portal is there that may be replaced; False where nothing is.

    Raises:
        ConfigProblem: if anything else is there, or a portal without ``force``.
    """
    there = is_there(path)
    if there and not force:
        raise _exists(path)
    if there and version(path) is None:
        raise ConfigProblem(sentence("{path} ist keine Portal-Datei und wird nicht ersetzt.",
                                     "{path} is no portal file and is not replaced.", path=str(path)))
    return there


def is_kept(kind: Kind) -> bool:
    """Whether a portal keeps resources of this kind."""
    return kind.key in OFFERED or not kind.mark(Ours)


def new_secret() -> str:
    """The key of a new portal's references: chance, or what RECONCILER_PORTAL_SECRET fixes for rehearsals."""
    return os.environ.get("RECONCILER_PORTAL_SECRET") or secrets.token_hex(32)


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """An empty file beside the place; gone in the end unless it was put there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(prefix=".reconciler-", suffix=".db", dir=path.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for suffix in ("", "-journal"):
            Path(name + suffix).unlink(missing_ok=True)


def _put(draft: Path, path: Path, *, there: bool) -> None:
    """The draft in its place; if nothing was there, nothing that came meanwhile is replaced."""
    if there:
        draft.replace(path)
    else:
        try:
            os.link(draft, path)
        except FileExistsError:
            raise _exists(path) from None
    disk.settle(path.parent)


def _exists(path: Path) -> ConfigProblem:
    return ConfigProblem(sentence("{path} gibt es schon; `--force` legt das Portal neu an.",
                                  "{path} exists already; `--force` makes the portal anew.", path=str(path)))
