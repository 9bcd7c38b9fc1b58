"""Around every command: what is checked before it, and what becomes of a problem."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from reconciler import errors, streams
from reconciler.cli._flags import Flags
from reconciler.cli._outputs import check, usable
from reconciler.cli._say import hushed, say, spoken, voice
from reconciler.errors import ConfigProblem, ReconcilerError
from reconciler.model.message import Said, sentence
from reconciler.model.text import Text


def run(work: Callable[[Flags], int], flags: Flags, path: str, *, offline: bool) -> int:
    """The exit code of a command, which gets its flags; what is wrong before it begins is told as its own."""

    def checked() -> int:
        from reconciler.cli._progress import tell_of_reading, wanted

        check(flags.outputs, force=flags.force)
        if not offline:
            _there(flags.folder.path)
            if wanted(quiet=flags.quiet):
                tell_of_reading(voice(flags))
        return work(flags)

    return guarded(checked, flags, path)


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
        raise ConfigProblem(sentence("{path} ist kein Ordner; -C nennt den Ordner des Arbeitsbereichs.",
                                     "{path} is no folder; -C names the folder of the workspace.", path=str(folder)))


def guarded(work: Callable[[], int], flags: Flags, command: str) -> int:
    """What ``work`` comes to; every problem becomes one sentence, an exit code, and a report where JSON is wanted."""
    try:
        return work()
    except ReconcilerError as problem:
        if flags.debug:
            streams.tell(streams.trace(problem, bare=hushed(flags)))
        if problem.exit_code == errors.USAGE:
            say(problem.message, flags)
            return problem.exit_code
        return _failed(command, problem.exit_code, problem.message, flags)
    except KeyboardInterrupt:
        return _interrupted(command, flags)
    finally:
        streams.watch(None)


def _interrupted(command: str, flags: Flags) -> int:
    """The end of a run that changed nothing yet; what was interrupted may have been half loaded."""
    message = Text("Abgebrochen. Noch einmal auszuführen ist sicher.", "Interrupted. Running it again is safe.")
    try:
        return _failed(command, errors.INTERRUPTED, message, flags)
    except (Exception, KeyboardInterrupt):  # noqa: BLE001 - a module that was cut while it was loaded
        streams.tell(message.of(spoken()) + "\n")
        return errors.INTERRUPTED


def _failed(command: str, code: int, closing: Said, flags: Flags) -> int:
    """A report without results: only machines get one, people the sentence."""
    machines = usable((one for one in flags.outputs if one.format == "json"), force=flags.force)
    if machines:
        from reconciler.cli._show import for_machines
        from reconciler.model.report import Head, Report

        sections = getattr(import_module(f"reconciler.commands.{command.split(maxsplit=1)[0]}"), "BLANK", ())
        for_machines(Report(Head(command, exit=code), sections, closing), machines, flags)
    say(closing, flags)
    return code
