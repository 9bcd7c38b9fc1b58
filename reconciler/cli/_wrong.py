"""Wrong usage in words: what typer says in English only is said here in both languages, with the nearest right one."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from typer._click import exceptions as typers

from reconciler.cli._table import flags_of
from reconciler.cli._texts import ABOUT
from reconciler.errors import UsageProblem
from reconciler.model.text import NOTHING, Text


def wrong(de: str, en: str) -> UsageProblem:
    """Wrong usage, in two languages."""
    return UsageProblem(de, en)


def near(word: str, known: Iterable[str]) -> Text:
    """A half sentence with the nearest of the known words, or nothing."""
    spelt = {name.casefold(): name for name in known}
    for found in get_close_matches(word[:64].casefold(), spelt, 1, 0.5):
        return Text(f" Gemeint ist wohl {spelt[found]}.", f" Perhaps {spelt[found]} was meant.")
    return NOTHING


def of_typer(problem: Exception, command: str) -> UsageProblem:
    """What typer found wrong with the rest of a line."""
    said = _said(problem, command)
    line = f"reconciler {command}".rstrip() + " --help"
    return wrong(f"{said.de} Hilfe: {line}", f"{said.en} Help: {line}")


def _said(problem: Exception, command: str) -> Text:
    if isinstance(problem, typers.NoSuchOption):
        name = problem.option_name
        own = ABOUT[command].options if command in ABOUT else {}
        hint = near(name, (*own, *(flag.name for flag in flags_of(command))))
        return Text(f"{command} kennt {name} nicht.{hint.de}", f"{command} has no {name}.{hint.en}")
    if isinstance(problem, typers.MissingParameter):
        name = problem.param.opts[0] if problem.param and problem.param.opts[0].startswith("-") else _shown(problem)
        return Text(f"{name} fehlt.", f"{name} is missing.")
    if isinstance(problem, typers.BadOptionUsage):
        if "takes" in problem.message or "not take" in problem.message:
            return Text(f"{problem.option_name} nimmt keinen Wert.", f"{problem.option_name} takes no value.")
        return Text(f"{problem.option_name} braucht einen Wert.", f"{problem.option_name} needs a value.")
    if extra := re.search(r"unexpected extra argument\(s\) \((.*)\)", getattr(problem, "message", ""), re.DOTALL):
        return Text(f"{extra[1]} ist zu viel auf der Zeile.", f"{extra[1]} is too much on the line.")
    return Text("Die Zeile ist so nicht zu verstehen.", "The line cannot be understood.")


def _shown(problem: typers.MissingParameter) -> str:
    return (problem.param and problem.param.metavar) or "ARGUMENT"
