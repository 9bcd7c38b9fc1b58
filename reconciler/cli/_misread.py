"""What typer finds wrong with a line, and says in English only, in both languages."""

import re
from collections.abc import Sequence

from typer._click import Parameter
from typer._click import exceptions as typers

from reconciler.cli._option import flags_of, words_of
from reconciler.cli._wrong import near, wrong
from reconciler.errors import UsageProblem
from reconciler.model.text import Text

TOOL = "reconciler"


def misread(problem: typers.UsageError, command: str, params: Sequence[Parameter]) -> UsageProblem:
    """What is wrong with the words after a command, and where its help is."""
    said = _said(problem, command, params)
    line = " ".join([TOOL, *([] if command == TOOL else [command]), "--help"])
    return wrong(f"{said.de} Hilfe: {line}", f"{said.en} Help: {line}")


def _said(problem: typers.UsageError, command: str, params: Sequence[Parameter]) -> Text:
    if isinstance(problem, typers.NoSuchOption):
        name = problem.option_name
        known = ["--help", *(known for flag in flags_of(params) for known in flag.names)]
        hint = near(name, [*known, "--version"] if command == TOOL else known)
        return Text(f"{command} kennt {name} nicht.{hint.de}", f"{command} has no {name}.{hint.en}")
    if isinstance(problem, typers.MissingParameter):
        missing = _missing(problem)
        return Text(f"{missing.de} fehlt.", f"{missing.en} is missing.")
    if isinstance(problem, typers.BadOptionUsage):
        return _unfit(problem.option_name, params)
    if extra := re.search(r"unexpected extra argument\(s\) \((.*)\)", problem.message, re.DOTALL):
        return Text(f"{extra[1]} ist zu viel auf der Zeile.", f"{extra[1]} is too much on the line.")
    return Text("Die Zeile ist so nicht zu verstehen.", "The line cannot be understood.")


def _missing(problem: typers.MissingParameter) -> Text:
    alone = [problem.param] if problem.param else []
    for flag in flags_of(alone):
        return Text(flag.name, flag.name)
    return next((word.value for word, *_ in words_of(alone)), Text("ANGABE", "ARGUMENT"))


def _unfit(name: str, params: Sequence[Parameter]) -> Text:
    """A value that is missing, or stands where none belongs."""
    for flag in flags_of(params):
        if name in flag.names and flag.value.en:
            return Text(f"{flag.name} braucht einen Wert: {flag.name} {flag.value.de}.",
                        f"{flag.name} needs a value: {flag.name} {flag.value.en}.")
    return Text(f"{name} nimmt keinen Wert.", f"{name} takes no value.")
