"""The one writer: every file that leaves the tool, whole or not at all.

A regular file is written beside its place and renamed, so that an old one stays until the new one is whole and on
the disk. A link is followed to its target, a device or pipe is written into. What is no file, or a file that we did
not write, is left alone: ``check`` says so before anything else is done.
"""

import os
import re
import stat
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from reconciler.errors import ConfigProblem, reason
from reconciler.model.message import sentence

Ours = Callable[[str], object]
"""Whether a text that lies there already is one that we wrote."""

LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is looked at, to see whether it is ours."""

PATIENCE = 5.0
"""Seconds to wait until somebody reads from a pipe with a name."""

_STREAM = re.compile(r"/dev/fd/([0-9]{1,4})|/proc/self/fd/([0-9]{1,4})")
_NAMED = {"-": 1, "/dev/stdout": 1, "/dev/stderr": 2}


def stream(path: Path) -> int | None:
    """The number of the open stream that a name stands for (``-``, ``/dev/stdout``, ``/dev/fd/3``)."""
    found = _STREAM.fullmatch(str(path))
    return int(found[1] or found[2]) if found else _NAMED.get(str(path))


def check(path: Path, ours: Ours, *, force: bool = False) -> None:
    """Nothing, if a text may be put there.

    Raises:
        ConfigProblem: if it is a folder or a disk, below something that is no folder, or a file that is not ours.
    """
    if stream(path) is not None:
        return
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        _below_a_folder(path, real(path))
        return
    except (OSError, ValueError) as problem:
        raise failed(path, problem) from problem
    if stat.S_ISDIR(mode) or stat.S_ISBLK(mode):
        raise ConfigProblem(sentence("{path} ist keine Datei; einen anderen Namen angeben.",
                                     "{path} is no file; give another name.", path=str(path)))
    if stat.S_ISREG(mode) and not force and not is_ours(path, ours):
        raise ConfigProblem(sentence(
            "{path} gibt es schon und ist nicht von hier; --force ersetzt die Datei.",
            "{path} exists already and was not written here; --force replaces the file.", path=str(path)))


def real(path: Path) -> Path:
    """Where a path leads to in the end.

    Raises:
        ConfigProblem: if that cannot be said, for the folder that it starts in is gone.
    """
    try:
        return Path(os.path.realpath(path))
    except OSError as problem:
        raise failed(path, problem) from problem


def _below_a_folder(path: Path, target: Path) -> None:
    """The nearest folder above that exists is one, and may be written into."""
    above = next(p for p in target.parents if p.exists())
    if not above.is_dir():
        raise ConfigProblem(sentence("{path}: {above} ist kein Ordner.", "{path}: {above} is no folder.",
                                     path=str(path), above=str(above)))
    if not os.access(above, os.W_OK | os.X_OK):
        raise ConfigProblem(sentence("{path}: in {above} darf nicht geschrieben werden.",
                                     "{path}: {above} may not be written to.", path=str(path), above=str(above)))


def is_ours(path: Path, ours: Ours) -> bool:
    """Whether a file may be replaced: what is in it is of ours, or nothing is."""
    try:
        if path.stat().st_size > LARGEST:
            return False
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return False
    return not text or bool(ours(text))  # an empty file is a place that somebody made for us


def write(texts: Mapping[Path, str], *, private: bool = True) -> None:
    """All texts to their places, or none: every one is whole beside its place before the first is put there.

    ``private`` files are readable by their owner only.

    Raises:
        ConfigProblem: if the disk refuses, or nobody reads from a pipe.
    """
    drafts: dict[Path, Path] = {}
    at = Path()
    try:
        for at, text in texts.items():
            if not _poured(at, text.encode(errors="backslashreplace")):
                target = real(at)
                drafts[target] = _draft(target, text.encode(errors="backslashreplace"), private=private)
        for at, draft in drafts.items():
            draft.replace(at)
        for folder in {target.parent for target in drafts}:
            settle(folder)
    except (OSError, ValueError) as problem:
        raise failed(at, problem) from problem
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def failed(path: Path, problem: Exception) -> ConfigProblem:
    """What the disk said, with the file."""
    return ConfigProblem(sentence("{path} ließ sich nicht schreiben: {reason}", "{path} could not be written: {reason}",
                                  path=str(path), reason=reason(problem)))


def _poured(path: Path, whole: bytes) -> bool:
    """Whether it is a stream, a device or a pipe; then all is written into it."""
    number = stream(path)
    if number is not None:
        handle = os.dup(number)
    elif path.exists() and not path.is_file():
        handle = _opened(path)
    else:
        return False
    try:
        os.set_blocking(handle, True)
        _fill(handle, whole)
    finally:
        os.close(handle)
    return True


def _opened(path: Path) -> int:
    """A device or pipe, open for writing; a pipe that nobody reads is waited for, but not for ever."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError:
            if time.monotonic() > until or not path.is_fifo():
                raise
        time.sleep(0.02)


def _draft(target: Path, whole: bytes, *, private: bool) -> Path:
    """The bytes in a file of their own beside the target, on the disk, and counted."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".reconciler-", dir=target.parent)
    try:
        if not private:
            os.fchmod(handle, 0o644)
        _fill(handle, whole)
        os.fsync(handle)
        if os.fstat(handle).st_size != len(whole):
            raise OSError(0, "unvollständig / incomplete")
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    finally:
        os.close(handle)
    return Path(name)


def _fill(handle: int, whole: bytes) -> None:
    rest = memoryview(whole)
    while rest:
        rest = rest[os.write(handle, rest) :]


def settle(folder: Path) -> None:
    """The folder with its new names on the disk; some file systems cannot, and need not."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
