"""A report as it was asked for: in every format, to its place, its last sentence to stderr."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from reconciler import disk, errors, streams
from reconciler.cli._flags import Flags
from reconciler.cli._outputs import Output
from reconciler.cli._say import language, put, say, voice
from reconciler.cli._wrong import wrong
from reconciler.errors import ConfigProblem
from reconciler.model.message import Message, Word, sentence
from reconciler.model.report import Report
from reconciler.model.text import Text

FINE = (errors.DONE, errors.CHANGES)
Made = Sequence[tuple[Output, str]]
"""Texts that are not made of the report, and where they go."""

NO_WIDTH = 1_000_000
"""Columns of what is no terminal: lines are as long as they need to be."""

YES_OR_NO = Text("[j/N]", "[y/N]")


def show(report: Report, flags: Flags, *made: tuple[Output, str]) -> int:
    """Write the report in every format that was asked for, and further texts; gives its exit code.

    Where it cannot be written the command has failed, unless it changed something: then its own code says more,
    and neither a full disk nor an interruption takes its place.
    """
    return _told(report, flags, made, lambda one: _text(report, flags, one))


def for_machines(report: Report, outputs: Iterable[Output], flags: Flags) -> None:
    """Write a report to these places; that it cannot be written is only said."""
    for problem in _written((one, _text(report, flags, one)) for one in outputs):
        say(problem.message, flags)


def _told(report: Report, flags: Flags, made: Made, text: Callable[[Output], str]) -> int:
    streams.watch(None)
    fine = report.exit in FINE
    alone = all(one.file for one in (*flags.outputs, *(output for output, _ in made)))
    outputs = (Output("human"), *flags.outputs) if alone and not flags.quiet else flags.outputs
    failed: list[ConfigProblem] = []
    try:
        failed += _written(made)
        failed += _written((one, text(one)) for one in outputs)
        if alone and flags.quiet and not fine:  # quiet is about what went well
            streams.tell(rendered(report, flags, "human", terminal=sys.stderr.isatty()), painted=True)
        for problem in failed:
            say(problem.message, flags)
        if not (flags.quiet and fine and not failed):
            say(report.closing, flags)
    except (Exception, KeyboardInterrupt) as problem:
        if not report.acted:
            raise
        if isinstance(problem, Exception):
            say(_unspeakable(problem), flags)
            say(report.closing, flags)
    return errors.FAILED if failed and fine and not report.acted else report.exit


def _unspeakable(bug: Exception) -> Message:
    return sentence("Der Bericht ließ sich nicht darstellen ({name}); das ist ein Fehler des Werkzeugs. Was am Portal "
                    "geschehen ist, zeigt: reconciler cart",
                    "The report could not be rendered ({name}); this is a bug of the tool. What happened at the portal "
                    "is shown by: reconciler cart", name=Word(type(bug).__name__))


def _text(report: Report, flags: Flags, output: Output) -> str:
    terminal = output.file is None and sys.stdout.isatty()
    text = rendered(report, flags, output.format, terminal=terminal, file=output.file is not None)
    return text + _trailer(report, output)


def _trailer(report: Report, output: Output) -> str:
    """What a file for people ends with, so that it is known again as one of ours."""
    return f"\n[reconciler {report.head.command}]\n" if output.file and output.format == "human" else ""


def _written(texts: Iterable[tuple[Output, str]]) -> Iterator[ConfigProblem]:
    """Every text to its place; the problems of those that did not get there."""
    for output, text in texts:
        try:
            if output.file:
                disk.write({output.file: text})
            else:
                put(text, painted=True)
        except ConfigProblem as problem:
            yield problem


def rendered(report: Report, flags: Flags, name: str, *, terminal: bool, file: bool = False) -> str:
    """The report in one format."""
    from importlib import import_module

    from reconciler.views.view import Options

    view = import_module(f"reconciler.views.{name}").VIEW
    options = Options(
        language=language(flags), width=_width(terminal=terminal), cut=terminal, redact=flags.redact or view.redact,
        colour=not file and flags.colour and _colour(terminal=terminal), detail=flags.detail, key=flags.key,
    )
    text: str = view.render(report, options)
    return text


def confirmed(flags: Flags) -> Callable[[Report], bool]:
    """A function that shows a report and asks; ``--yes`` answers beforehand."""

    def ask(report: Report) -> bool:
        if flags.yes:
            return True
        if flags.no_input or not sys.stdin.isatty() or os.environ.get("CI"):
            raise wrong("Hier kann niemand gefragt werden; dann sagt --yes das Ja im Voraus.",
                        "Nobody can be asked here; then --yes says yes beforehand.")
        from reconciler.views.question import question

        shown = rendered(report, flags, "human", terminal=sys.stderr.isatty())
        streams.watch(None)  # a question is not written over
        speak = voice(flags).say
        asked = f"{speak(question(report))} {speak(YES_OR_NO)} "
        if reason := streams.tell(f"{shown}\n{asked}", painted=True):
            raise ConfigProblem(sentence("Rückfrage: {reason}", "question: {reason}", reason=Word(reason)))
        return sys.stdin.readline().strip().lower() in ("y", "yes", "j", "ja")

    return ask


def _width(*, terminal: bool) -> int:
    """COLUMNS where somebody set it; else the terminal's, and off a terminal none."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given[:6]):
        return max(40, int(given[:6]))
    if not terminal:
        return NO_WIDTH
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size((80, 24)).columns, 120))


def _colour(*, terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "") not in ("", "0")
    return forced or (terminal and os.environ.get("TERM") != "dumb")
