"""Where texts go: which formats, which files, and how a file of ours is known again."""

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reconciler.cli._formats import known
from reconciler.cli._wrong import near, wrong
from reconciler.errors import ConfigProblem
from reconciler.model.message import Word
from reconciler.model.text import Text

PLAN = "plan file"
SCHEMA = "schema"

MARKS = {
    PLAN: r'\A\{\n  "formatVersion": "1\.[0-9]+",\n  "command": "plan",\n',
    SCHEMA: r'\A\{\n(?s:.*\n)?  "\$id": "[a-z]+\.schema\.json",\n',
}
"""What a file of ours that is no report has at its beginning."""

NEVER = "(?!)"


class Output(NamedTuple):
    """A format, and the file that it goes to; None is stdout."""

    format: str
    file: Path | None = None


def output(text: str, command: str, formats: Sequence[str]) -> Output:
    """``FORMAT[=FILE]`` as written on the command line.

    Raises:
        UsageProblem: for a format that the command does not have, and for an empty name.
    """
    name, equals, file = text.partition("=")
    if name not in formats:
        raise wrong("--output {name}: {command} kennt {known}.{hint}", "--output {name}: {command} has {known}.{hint}",
                    name=name, command=Word(command), known=Word(", ".join(formats)),
                    hint=near(name, () if name in known() else formats))
    return Output(name, place(file, "--output") if equals else None)


def place(name: str, flag: str) -> Path | None:
    """The file of that name, None for stdout.

    Raises:
        UsageProblem: for an empty name.
    """
    from reconciler import disk

    if not name:
        raise wrong("{flag}: der Dateiname ist leer.", "{flag}: the file name is empty.", flag=Word(flag))
    return None if disk.stream(Path(name)) == 1 else Path(name)


def check(outputs: Iterable[Output], *, force: bool) -> None:
    """Nothing, if all of these can be written.

    Raises:
        UsageProblem: if two would be mixed in one place.
        ConfigProblem: if one may not be put where it should go.
    """
    from reconciler import disk

    places: set[str] = set()
    for one in outputs:
        name = "-" if one.file is None else _identity(one.file)
        if name in places:
            raise wrong("Zwei Ausgaben in {place} würden sich vermischen; eine braucht eine eigene Datei "
                        "(--output FORMAT=DATEI).",
                        "Two outputs in {place} would be mixed; one needs a file of its own (--output FORMAT=FILE).",
                        place=Text("der Standardausgabe", "stdout") if name == "-" else str(one.file))
        if name:
            places.add(name)
    for one in outputs:
        if one.file:
            disk.check(one.file, mark(one.format).search, force=force)


def mark(kind: str) -> re.Pattern[str]:
    """What a file of ours has at its beginning or end; only such a file is replaced without being asked."""
    return re.compile(MARKS.get(kind) or known()[kind].mark or NEVER)


def usable(outputs: Iterable[Output], *, force: bool) -> list[Output]:
    """Those of the outputs that can be written."""
    found = []
    for one in outputs:
        with suppress(ConfigProblem):
            check((one,), force=force)
            found.append(one)
    return found


def _identity(path: Path) -> str:
    """What tells a place from others; empty for a device, where nothing is mixed that anybody reads."""
    from reconciler import disk

    try:
        if path.is_char_device():
            return ""
        if path.is_file() and os.path.samestat(path.stat(), os.fstat(1)):
            return "-"
    except (OSError, ValueError):
        pass
    return str(disk.real(path))
