"""The reference portal in this process, on one file."""

import os
import secrets
import time
from collections.abc import Collection, Mapping
from pathlib import Path

from reconciler.errors import ConfigProblem
from reconciler.model.kind import Kind
from reconciler.model.rule import Rule
from reconciler.portal.service import Service
from reconciler.portal.store import SqlStore

_SUFFIXES = ("", "-wal", "-shm")


def connect(path: Path, kinds: Mapping[str, Kind], rules: Collection[Rule], *, create: bool = False) -> Service:
    """Open the portal that is kept in ``path``; ``create`` makes an empty one, readable by its owner only.

    Raises:
        ConfigProblem: if there is no such file, if it is no portal of this version, or if one is to be made
            where something is already.
    """
    if create:
        _make(path)
    elif not path.is_file():
        raise ConfigProblem(
            f"{path} gibt es nicht. Ein Portal zum Üben entsteht mit `reconciler portal init --from ...`.",
            f"{path} does not exist. `reconciler portal init --from ...` makes a portal for rehearsal.",
        )
    return Service(SqlStore(path, kinds, create=create), kinds, rules, time.time)


def new_secret() -> str:
    """The key of a new portal's references: chance, or what RECONCILER_PORTAL_SECRET fixes for rehearsals."""
    return os.environ.get("RECONCILER_PORTAL_SECRET") or secrets.token_hex(32)


def erase(path: Path) -> None:
    """Remove a portal's file and what SQLite keeps beside it; nothing happens where there is none."""
    for suffix in _SUFFIXES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _make(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600))
    except FileExistsError:
        raise ConfigProblem(f"{path} gibt es schon; `--force` ersetzt es.",
                            f"{path} exists already; `--force` replaces it.") from None
    except OSError as problem:
        raise ConfigProblem(f"{path}: {problem.strerror}", f"{path}: {problem.strerror}") from problem
