"""show: what a plan file says."""

from pathlib import Path
from typing import Annotated

from reconciler import errors
from reconciler.cli._command import Command
from reconciler.cli._flags import REPORT, Flags
from reconciler.cli._option import Word
from reconciler.model.text import Text


def show(flags: Flags, plan: Annotated[Path, Word(Text("PLAN", "PLAN"), read=Path)]) -> int:
    """Show what a plan file says; that the plan was refused is no failure of showing it."""
    from reconciler.cli import _show
    from reconciler.commands import show as command

    return errors.FAILED if _show.show(command.show(plan), flags) == errors.FAILED else errors.DONE


COMMAND = Command(
    show, 30, takes=REPORT, ends="report", example="show plan.json --concise",
    short=Text("zeigen, was in einer Plandatei steht", "Show what a plan file says"),
    long=Text("Zeigt eine Plandatei, ohne Portal und ohne Manifeste.",
              "Shows a plan file, without a portal and without manifests."),
)
