"""Which files are manifests, and their bytes: no links, no devices, nothing outside of the workspace."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from errno import EACCES, ELOOP, ENOENT, ENOTDIR, ENXIO, EPERM
from pathlib import Path, PurePosixPath

from reconciler.files.lines import place_of_file, shown_name
from reconciler.model.finding import Breach
from reconciler.model.message import Said, Word, sentence
from reconciler.model.text import Text

SUFFIXES = (".yaml", ".yml", ".json")
WORKSPACE_FILE = "reconciler.yaml"
MOST_FILES = 150_000
LARGEST_FILE = 256 * 1024 * 1024
"""Bytes."""

_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY | os.O_CLOEXEC


def find(root: Path, entries: Sequence[str]) -> tuple[list[str], list[Breach]]:
    """The manifests of these files and folders below ``root``, as names relative to it, sorted by bytes.

    Folders are searched through; hidden files and folders, other suffixes and the workspace file are left
    out. What cannot be entered, and every link, is a Breach.
    """
    found: set[str] = set()
    breaches: list[Breach] = []
    for entry in entries:
        for one in _entry(root, entry):
            if isinstance(one, Breach):
                breaches.append(one)
            else:
                found.add(one)
            if len(found) > MOST_FILES:
                return [], [refusal("YAML-6", entry, _MANY, str(MOST_FILES))]
    return sorted(found, key=os.fsencode), breaches


def read(root: Path, name: str, shown: str = "") -> bytes | Breach:
    """The bytes of a file below ``root``, of which no part may be a link; never waits for a pipe or device.

    ``shown`` is its name for people where that is another one.
    """
    try:
        with ExitStack() as stack:
            handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            stack.callback(os.close, handle)
            *folders, last = PurePosixPath(name).parts or (".",)
            for part in folders:
                handle = os.open(part, _FOLDER, dir_fd=handle)
                stack.callback(os.close, handle)
            handle = os.open(last, _FILE, dir_fd=handle)
            stack.callback(os.close, handle)
            return _bytes(handle, shown or name)
    except OSError as error:
        return _failed(shown or name, error)


def refusal(rule: str, name: str, problem: Said, value: str = "") -> Breach:
    """A Breach about a file as a whole."""
    shown = shown_name(name)
    return Breach(rule, values={"value": value or shown, "problem": problem}, place=place_of_file(shown))


def _bytes(handle: int, name: str) -> bytes | Breach:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        return refusal("YAML-10", name, _SPECIAL)
    if status.st_size > LARGEST_FILE:
        return refusal("YAML-6", name, _LARGE, "256 MiB")
    with open(handle, "rb", closefd=False) as file:
        raw = file.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        return refusal("YAML-6", name, _LARGE, "256 MiB")
    return raw or refusal("YAML-9", name, _EMPTY)


def _entry(root: Path, entry: str) -> Iterator[str | Breach]:
    path = PurePosixPath(entry)
    if path.is_absolute() or ".." in path.parts or "\0" in entry:
        yield refusal("YAML-10", entry, _OUTSIDE)
        return
    mode = 0
    try:
        for part in [*reversed(path.parents), path]:
            mode = (root / part).lstat().st_mode if part.parts else stat.S_IFDIR
            if stat.S_ISLNK(mode):
                yield refusal("YAML-10", str(part), _LINK)
                return
    except OSError as error:
        yield _failed(entry, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(root, str(path))
    else:
        yield str(path)


def _walk(root: Path, folder: str) -> Iterator[str | Breach]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(root / here) as inside:
                listed = sorted(
                    (e.name, e.is_symlink(), e.is_dir(follow_symlinks=False))
                    for e in inside if not e.name.startswith(".")
                )
        except OSError as error:
            yield _failed(here, error)
            continue
        for base, is_link, is_folder in listed:
            name = str(PurePosixPath(here, base))
            if is_link:
                yield refusal("YAML-10", name, _LINK)
            elif is_folder:
                waiting.append(name)
            elif base.lower().endswith(SUFFIXES) and name != WORKSPACE_FILE:
                yield name


def _failed(name: str, error: OSError) -> Breach:
    reason = Word(error.strerror) if error.strerror else str(error)
    known = _REASONS.get(error.errno or 0)
    if known is _MISSING:
        return replace(refusal("YAML-10", name, known), help=_MAKE)
    unreadable = sentence("nicht lesbar ({reason})", "cannot be read ({reason})", reason=reason)
    return refusal("YAML-10", name, known or unreadable)


_LINK = Text("Verknüpfungen (symbolic links) werden nicht verfolgt", "symbolic links are not followed")
_SPECIAL = Text("keine gewöhnliche Datei", "not a regular file")
_OUTSIDE = Text("liegt außerhalb des Arbeitsbereichs", "lies outside of the workspace")
_MISSING = Text("gibt es nicht", "does not exist")
_MAKE = Text("Den Namen berichtigen, oder anlegen, was er nennt.", "Correct the name, or make what it names.")
_FORBIDDEN = Text("darf nicht gelesen werden (Dateirechte)", "may not be read (file permissions)")
_EMPTY = Text("Die Datei ist leer", "the file is empty")
_LARGE = Text("eine Datei über 256 MiB", "a file over 256 MiB")
_MANY = Text(f"mehr als {MOST_FILES} Dateien", f"more than {MOST_FILES} files")
_NO_FOLDER = Text("ein Teil des Pfades ist kein Ordner", "a part of the path is no folder")
_REASONS = {
    ELOOP: _LINK,
    ENOTDIR: _NO_FOLDER,
    ENOENT: _MISSING,
    ENXIO: _SPECIAL,
    EACCES: _FORBIDDEN,
    EPERM: _FORBIDDEN,
}
