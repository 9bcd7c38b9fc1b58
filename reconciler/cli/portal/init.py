"""portal init: a local portal from documents."""

from datetime import date
from pathlib import Path
from typing import Annotated

from reconciler.cli._command import Command
from reconciler.cli._flags import DATE, FILE, REPORT, Database, Flags
from reconciler.cli._option import Flag, Word
from reconciler.cli._values import day
from reconciler.model.text import Text

From = Annotated[tuple[Path, ...], Flag(
    "--from", value=FILE, read=Path, many=True,
    text=Text("Datei oder Ordner mit Dokumenten; weitere können folgen",
              "file or folder of documents; more may follow"))]
Today = Annotated[date, Flag("--today", value=DATE, read=day, text=Text("der Tag des Portals", "the portal's day"))]
More = Annotated[tuple[Path, ...], Word(FILE, read=Path, many=True)]


def init(flags: Flags, facts: From, today: Today, more: More = ()) -> int:
    """Make a local portal from documents."""
    from reconciler import disk
    from reconciler.cli._show import show
    from reconciler.commands.portal import init_portal

    try:
        report = init_portal(flags.folder, (*facts, *more), today, force=flags.force, url=flags.database)
    except OSError as problem:  # such as a file where the folder of the portal belongs
        raise disk.failed(Path(problem.filename or "."), problem) from problem
    return show(report, flags)


COMMAND = Command(
    init, 200, takes=(Database, *REPORT), ends="report", example="portal init --from portal --today 2026-11-22",
    short=Text("ein Portal zum Üben aus Dokumenten anlegen", "Make a portal for rehearsals from documents"),
    long=Text("Ein vorhandenes Portal wird nur mit --force ersetzt.",
              "A portal that exists is replaced only with --force."),
)
