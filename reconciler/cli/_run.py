"""Running one command: its report is shown, its last sentence goes to stderr, its exit code is returned."""

import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from reconciler import errors, streams
from reconciler.cli._flags import Flags
from reconciler.errors import ConfigProblem, ReconcilerError, UsageProblem
from reconciler.model.report import Report
from reconciler.model.text import Text


@dataclass(slots=True)
class Run:
    """The flags of this run and the exit code that the command came to."""

    flags: Flags
    exit: int = 0


def language(flags: Flags) -> str:
    """``--lang``, RECONCILER_LANG, the workspace, LANG, in this order."""
    if flags.language in ("de", "en"):
        return flags.language
    return _of_workspace(flags.request.directory) or spoken()


def spoken() -> str:
    """The language of the environment, where no workspace says another."""
    given = os.environ.get("RECONCILER_LANG") or os.environ.get("LANG", "")
    return "de" if given.startswith("de") else "en"


def _of_workspace(directory: Path) -> str:
    from reconciler.opening import open_workspace

    try:
        return open_workspace(directory).settings.language or ""
    except ReconcilerError:
        return ""


def show(report: Report, flags: Flags) -> int:
    """Write the report in every format that was asked for; gives its exit code.

    Where it cannot be written the command has failed, unless it changed something: then its own code says more,
    and neither a full disk nor an interruption takes its place.
    """
    outputs = flags.outputs
    if not flags.quiet and all(file for _, file in outputs):
        outputs = (("human", None), *outputs)
    failed: list[ConfigProblem] = []
    try:
        failed += [problem for name, file in outputs if (problem := _written(report, flags, name, file))]
        for problem in failed:
            say(problem.message, flags)
        say(report.closing, flags)
    except KeyboardInterrupt:
        if not report.receipts:
            raise
    return report.exit or (errors.FAILED if failed and not report.receipts else report.exit)


def _written(report: Report, flags: Flags, name: str, file: Path | None) -> ConfigProblem | None:
    try:
        text = rendered(report, flags, name, terminal=file is None and sys.stdout.isatty())
    except Exception as bug:
        if not report.receipts:
            raise
        return ConfigProblem(f"Der Bericht ({name}) ließ sich nicht darstellen ({type(bug).__name__}); das ist ein "
                             "Fehler des Werkzeugs. Was geschehen ist, zeigt: reconciler cart",
                             f"The report ({name}) could not be rendered ({type(bug).__name__}); this is a bug of the "
                             "tool. What happened is shown by: reconciler cart")
    try:
        if file:
            write_file(file, text)
        else:
            put(text)
    except ConfigProblem as problem:
        return problem
    return None


def put(text: str) -> None:
    """Text to stdout. Whoever reads may leave before the end: the rest is dropped.

    Raises:
        ConfigProblem: if it cannot be written.
    """
    if reason := streams.put(text):
        raise ConfigProblem(f"Ausgabe: {reason}", f"output: {reason}")


def rendered(report: Report, flags: Flags, name: str, *, terminal: bool) -> str:
    """The report in one format."""
    from importlib import import_module

    from reconciler.views._view import Options

    view = import_module(f"reconciler.views.{name}").VIEW
    options = Options(
        language=language(flags), width=_width() if terminal else 80, colour=_colour(terminal=terminal),
        redact=flags.redact or view.redact, detail=flags.detail, key=_key(),
    )
    text: str = view.render(report, options)
    return text


def say(text: Text, flags: Flags) -> None:
    """One sentence to stderr; never fails."""
    words = text.of(language(flags))
    if words:
        streams.tell(words + "\n")


def confirmed(flags: Flags, question: Callable[[Report], Text]) -> Callable[[Report], bool]:
    """A function that shows a report and asks; ``--yes`` answers beforehand."""

    def ask(report: Report) -> bool:
        if flags.yes:
            return True
        if flags.no_input or not sys.stdin.isatty() or os.environ.get("CI"):
            raise UsageProblem("Ohne Rückfrage geht es nur mit --yes (oder mit einer Plandatei).",
                               "Without a question this needs --yes (or a plan file).")
        words = language(flags)
        shown = rendered(report, flags, "human", terminal=sys.stderr.isatty())
        if reason := streams.tell(f"{shown}\n{question(report).of(words)} {'[j/N]' if words == 'de' else '[y/N]'} "):
            raise ConfigProblem(f"Rückfrage: {reason}", f"question: {reason}")
        return sys.stdin.readline().strip().lower() in ("y", "yes", "j", "ja")

    return ask


def guarded(work: Callable[[], int], flags: Flags, command: str) -> int:
    """What ``work`` comes to; every problem becomes one sentence, an exit code, and a report where JSON is wanted."""
    try:
        return work()
    except ReconcilerError as problem:
        if flags.debug:
            streams.tell(traceback.format_exc())
        if problem.exit_code == errors.USAGE:
            say(problem.message, flags)
            return problem.exit_code
        return _failed(Report(command, problem.exit_code, closing=problem.message), flags)
    except KeyboardInterrupt:
        return _interrupted(command, flags)


def _interrupted(command: str, flags: Flags) -> int:
    """The end of a run that changed nothing yet; what was interrupted may have been half loaded."""
    message = Text("Abgebrochen. Noch einmal auszuführen ist sicher.", "Interrupted. Running it again is safe.")
    try:
        return _failed(Report(command, errors.INTERRUPTED, closing=message), flags)
    except (Exception, KeyboardInterrupt):  # noqa: BLE001 - a module that was cut while it was loaded
        streams.tell(message.of(spoken()) + "\n")
        return errors.INTERRUPTED


def _failed(report: Report, flags: Flags) -> int:
    """A report without results: only machines get one, people the sentence."""
    machines = tuple((name, file) for name, file in flags.outputs if name == "json")
    return show(report, replace(flags, outputs=machines, quiet=True))


def write_file(file: Path, text: str) -> None:
    """Put a text into a file, readable by its owner only.

    Raises:
        ConfigProblem: if the disk refuses.
    """
    from reconciler.effects import Effects

    try:
        Effects().write(file, text)
    except OSError as problem:
        raise ConfigProblem(f"{file}: {problem.strerror}", f"{file}: {problem.strerror}") from problem


def _key() -> bytes:
    """What makes pseudonyms: RECONCILER_REDACT_KEY, the same for all who may compare; else new for each run."""
    given = os.environ.get("RECONCILER_REDACT_KEY", "")
    return given.encode() or os.urandom(16)


def _width() -> int:
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size((80, 24)).columns, 120))


def _colour(*, terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")
