"""Running one command: its report is shown, its last sentence goes to stderr, its exit code is returned."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reconciler import errors
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
    return _of_workspace(flags.request.directory) or ("de" if os.environ.get("LANG", "").startswith("de") else "en")


def _of_workspace(directory: Path) -> str:
    from reconciler.opening import open_workspace

    try:
        return open_workspace(directory).settings.language or ""
    except ReconcilerError:
        return ""


def show(report: Report, flags: Flags) -> int:
    """Write the report in every format that was asked for; gives its exit code."""
    outputs = flags.outputs
    if not flags.quiet and all(file for _, file in outputs):
        outputs = (("human", None), *outputs)
    for name, file in outputs:
        text = rendered(report, flags, name, terminal=file is None and sys.stdout.isatty())
        if file is None:
            sys.stdout.write(text)
        else:
            write_file(file, text)
    say(report.closing, flags)
    return report.exit


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
    """One sentence to stderr."""
    words = text.of(language(flags))
    if words:
        sys.stdout.flush()
        sys.stderr.write(words + "\n")


def confirmed(flags: Flags, question: Text) -> Callable[[Report], bool]:
    """A function that shows a report and asks; ``--yes`` answers beforehand."""

    def ask(report: Report) -> bool:
        if flags.yes:
            return True
        if flags.no_input or not sys.stdin.isatty() or os.environ.get("CI"):
            raise UsageProblem("Ohne Rückfrage geht es nur mit --yes (oder mit einer Plandatei).",
                               "Without a question this needs --yes (or a plan file).")
        sys.stdout.write(rendered(report, flags, "human", terminal=sys.stdout.isatty()))
        sys.stdout.flush()
        sys.stderr.write(question.of(language(flags)) + " [y/N] ")
        sys.stderr.flush()
        return sys.stdin.readline().strip().lower() in ("y", "yes", "j", "ja")

    return ask


def guarded(work: Callable[[], int], flags: Flags) -> int:
    """What ``work`` comes to; every problem becomes one sentence and an exit code, never a traceback."""
    try:
        return work()
    except ReconcilerError as problem:
        if flags.debug:
            raise
        say(problem.message, flags)
        return problem.exit_code
    except KeyboardInterrupt:
        say(Text("Abgebrochen. Noch einmal auszuführen ist sicher.", "Interrupted. Running it again is safe."), flags)
        return errors.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return errors.FAILED


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
