"""The command line: arguments in, one call of app, one view, one exit code."""

from collections.abc import Callable, Sequence

import typer

from reconciler import errors, streams
from reconciler.cli import looking, ordering, planning, reading
from reconciler.cli._flags import COMMON, HELP, fitting, split
from reconciler.cli._run import Run, guarded, spoken
from reconciler.cli.portal import dump, portal
from reconciler.errors import ReconcilerError, UsageProblem

COMMANDS: dict[str, Callable[..., None]] = {
    "validate": planning.validate, "plan": planning.plan, "show": planning.show_plan,
    "apply": ordering.apply, "cart": ordering.cart, "order": ordering.order,
    "drift": looking.drift, "terms": looking.terms,
    "dump": dump, "explain": reading.explain, "schema": reading.schema,
}


def _app() -> typer.Typer:
    app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, epilog=HELP,
                      context_settings={"help_option_names": ["-h", "--help"]},
                      help="Keep a Cloud PBX in Git: check, plan, fill the cart, order.")
    for name, command in COMMANDS.items():
        first = (command.__doc__ or "").partition(";")[0].partition(".")[0]
        app.command(name, short_help=first, epilog=COMMON)(command)
    app.add_typer(portal, name="portal")
    return app


def main(argv: Sequence[str]) -> int:
    """Run one command line; gives the exit code."""
    try:
        flags, rest = split(argv)
    except ReconcilerError as problem:
        streams.tell(problem.message.of(spoken()) + "\n")
        return errors.USAGE
    run = Run(flags)
    return guarded(lambda: _dispatch(run, [*rest, "--help"] if rest in ([], ["portal"]) else rest), flags, _name(rest))


def _name(rest: Sequence[str]) -> str:
    """The command as reports call it."""
    words = [word for word in rest if not word.startswith("-")]
    return " ".join(words[: 2 if words[:1] == ["portal"] else 1])


def _dispatch(run: Run, rest: list[str]) -> int:
    fitting(run.flags, _name(rest))
    command = typer.main.get_command(_app())
    try:
        ended = command.main(rest, prog_name="reconciler", standalone_mode=False, obj=run)
    except typer.exceptions.TyperException as problem:
        message = problem.format_message().rstrip(".") + "."
        raise UsageProblem(f"{message} Hilfe: reconciler --help", f"{message} Help: reconciler --help") from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    if ended == errors.INTERRUPTED:  # typer turns the exception into this number
        raise KeyboardInterrupt
    return run.exit

