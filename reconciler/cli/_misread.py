"""What typer finds wrong with a line, and says in English only, in both languages."""

import re
from collections.abc import Sequence

from typer._click import Parameter
from typer._click import exceptions as typers

from reconciler.cli._option import flags_of, words_of
from reconciler.cli._wrong import near, wrong
from reconciler.errors import UsageProblem
from reconciler.model.message import Message, Said, Value, Word, sentence
from reconciler.model.text import Text

TOOL = "reconciler"
SECRET = re.compile(r"(://[^:@\s]*:)\S*@")
"""The password in an address that stands where none belongs."""


def misread(problem: typers.UsageError, command: str, params: Sequence[Parameter]) -> UsageProblem:
    """What is wrong with the words after a command, and where its help is."""
    line = " ".join([TOOL, *([] if command == TOOL else [command]), "--help"])
    return wrong("{said} Hilfe: {line}", "{said} Help: {line}", said=_said(problem, command, params), line=Word(line))


def _said(problem: typers.UsageError, command: str, params: Sequence[Parameter]) -> Said:
    if isinstance(problem, typers.NoSuchOption):
        name = problem.option_name
        known = ["--help", *(known for flag in flags_of(params) for known in flag.names)]
        hint = near(name, [*known, "--version"] if command == TOOL else known)
        return sentence("{command} kennt {name} nicht.{hint}", "{command} has no {name}.{hint}",
                        command=Word(command), name=name, hint=hint)
    if isinstance(problem, typers.MissingParameter):
        return sentence("{what} fehlt.", "{what} is missing.", what=_missing(problem))
    if isinstance(problem, typers.BadOptionUsage):
        return _unfit(problem.option_name, params)
    if extra := re.search(r"unexpected extra argument\(s\) \((.*)\)", problem.message, re.DOTALL):
        return sentence("{words} ist zu viel auf der Zeile.", "{words} is too much on the line.",
                        words=SECRET.sub(r"\1…@", extra[1]))
    return Text("Die Zeile ist so nicht zu verstehen.", "The line cannot be understood.")


def _missing(problem: typers.MissingParameter) -> Value:
    alone = [problem.param] if problem.param else []
    for flag in flags_of(alone):
        return Word(flag.name)
    return next((word.value for word, *_ in words_of(alone)), Text("ANGABE", "ARGUMENT"))


def _unfit(name: str, params: Sequence[Parameter]) -> Message:
    """A value that is missing, or stands where none belongs."""
    for flag in flags_of(params):
        if name in flag.names and flag.value.en:
            return sentence("{flag} braucht einen Wert: {flag} {value}.", "{flag} needs a value: {flag} {value}.",
                            flag=Word(flag.name), value=flag.value)
    return sentence("{name} nimmt keinen Wert.", "{name} takes no value.", name=name)
