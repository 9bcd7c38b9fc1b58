"""The command line: arguments in, one call of app, one view, one exit code."""

from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from reconciler import errors
from reconciler.cli import _outputs, looking, ordering, planning, reading
from reconciler.cli._flags import fitting, flags, glance, split
from reconciler.cli._help import help_text
from reconciler.cli._progress import tell_of_reading, wanted
from reconciler.cli._run import Run, guarded, language, put, say, spoken
from reconciler.cli._table import COMMANDS
from reconciler.cli._wrong import near, of_typer, wrong
from reconciler.cli.portal import dump, portal
from reconciler.errors import ConfigProblem, ReconcilerError

WORK: dict[str, Callable[..., None]] = {
    "validate": planning.validate, "plan": planning.plan, "show": planning.show_plan,
    "apply": ordering.apply, "cart": ordering.cart, "order": ordering.order,
    "drift": looking.drift, "terms": looking.terms,
    "dump": dump, "explain": reading.explain, "schema": reading.schema,
}
"""What each command does; those of the portal are in ``portal``."""

OFFLINE = ("explain", "schema")
"""The commands that need no folder."""


def main(argv: Sequence[str]) -> int:
    """Run one command line; gives the exit code."""
    try:
        given, rest = split(argv)
        command = _command(rest)
        if _helped(rest):
            return guarded(lambda: _help(command, argv), glance(argv), command)
        fitting(given, command)
        run = Run(flags(given, command), command)
    except ReconcilerError as problem:
        say(problem.message, glance(argv))
        return problem.exit_code
    return guarded(lambda: _dispatch(run, rest), run.flags, command)


def _command(rest: Sequence[str]) -> str:
    """The command as reports call it; empty where none is given.

    Raises:
        UsageProblem: for one that does not exist.
    """
    words = [word for word in rest if not word.startswith("-")]
    first = " ".join(words[: 2 if words[:1] == ["portal"] else 1])
    if first in (*COMMANDS, "", "portal"):
        return first
    hint = near(first, COMMANDS)
    raise wrong(f"Den Befehl {first} gibt es nicht.{hint.de} Hilfe: reconciler --help",
                f"There is no command {first}.{hint.en} Help: reconciler --help")


def _helped(rest: Sequence[str]) -> bool:
    """Whether the line asks for help, or for nothing at all."""
    line = rest[: rest.index("--")] if "--" in rest else rest
    return "-h" in line or "--help" in line or line in ([], ["portal"])


def _help(command: str, argv: Sequence[str]) -> int:
    put(help_text(command, glance(argv).language or spoken()))  # no workspace is read for this: help is fast
    return errors.DONE


def _dispatch(run: Run, rest: list[str]) -> int:
    _outputs.check(run.flags.outputs, force=run.flags.force)
    if run.command not in OFFLINE:
        _there(run.flags.request.directory)
        if wanted(quiet=run.flags.quiet):
            tell_of_reading(language(run.flags))
    command = typer.main.get_command(_app())
    try:
        ended = command.main(rest, prog_name="reconciler", standalone_mode=False, obj=run)
    except typer.exceptions.TyperException as problem:
        raise of_typer(problem, run.command) from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    if ended == errors.INTERRUPTED:  # typer turns the exception into this number
        raise KeyboardInterrupt
    return run.exit


def _there(folder: Path) -> None:
    """Nothing, if the folder to work in exists.

    Raises:
        ConfigProblem: else.
    """
    try:
        found = folder.resolve().is_dir()
    except OSError:
        found = False
    if not found:
        raise ConfigProblem(f"{folder} ist kein Ordner; -C nennt den Ordner des Arbeitsbereichs.",
                            f"{folder} is no folder; -C names the folder of the workspace.")


def _app() -> typer.Typer:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    for name, work in WORK.items():
        app.command(name)(work)
    app.add_typer(portal, name="portal")
    return app
