"""The flags that stand anywhere on the line: found, read, and refused where they mean nothing."""

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reconciler.cli._outputs import Output, output
from reconciler.cli._table import BY_NAME, COMMANDS, Flag
from reconciler.cli._wrong import near, wrong
from reconciler.model.calendar import FIRST_DAY, LAST_DAY, in_calendar
from reconciler.model.text import Text
from reconciler.request import Request

LONGEST = 86_400
"""The most seconds to wait: a day."""

Given = Mapping[str, Sequence[str]]
"""What was given, by the flag's name; a switch has empty values."""


def _key() -> bytes:
    """What makes pseudonyms: RECONCILER_REDACT_KEY, the same for all who may compare; else new for each run."""
    given = os.environ.get("RECONCILER_REDACT_KEY", "")
    return os.fsencode(given) if given else os.urandom(16)


@dataclass(frozen=True, slots=True)
class Flags:
    """The common flags of one run; ``key`` makes its pseudonyms."""

    request: Request
    outputs: tuple[Output, ...] = ()
    language: str = ""
    detail: str = "normal"
    redact: str = ""
    force: bool = False
    yes: bool = False
    no_input: bool = False
    quiet: bool = False
    verbose: bool = False
    colour: bool = True
    debug: bool = False
    key: bytes = field(default_factory=_key, repr=False)


def glance(argv: Sequence[str]) -> Flags:
    """What is needed to say what is wrong with the rest: language and folder, as far as they can be read."""
    language, folder = os.environ.get("RECONCILER_LANG", ""), "."
    for word, following in zip(argv, [*argv[1:], ""], strict=False):
        first, value, _ = _parted(word)
        if first == "--lang":
            language = value or following
        elif first == "-C":
            folder = value or following
    return Flags(Request(Path(folder)), language=language if language in ("de", "en") else "")


def split(argv: Sequence[str]) -> tuple[Given, list[str]]:
    """The common flags, and what is left of the line for the command.

    Raises:
        UsageProblem: where a value is missing, or stands where none belongs.
    """
    line, given, rest = list(argv), dict[str, list[str]](), list[str]()
    while line:
        word = line.pop(0)
        if word == "--":
            return given, [*rest, word, *line]
        first, value, more = _parted(word)
        line[:0] = more
        flag = BY_NAME.get(first)
        if flag is None:
            rest.append(word)
        else:
            given.setdefault(flag.name, []).append(_value(flag, value, line))
    return given, rest


def _parted(word: str) -> tuple[str, str | None, list[str]]:
    """A flag, the value in the same word (``--lang=de``, ``-Cdir``), and further flags (``-qv``)."""
    if word.startswith("--"):
        first, equals, value = word.partition("=")
        return first, value if equals else None, []
    if word.startswith("-C"):
        return "-C", word[2:] or None, []
    if re.fullmatch(r"-[a-z]{2,}", word) and all(f"-{letter}" in BY_NAME for letter in word[1:]):
        return word[:2], None, [f"-{letter}" for letter in word[2:]]
    return word, None, []


def _value(flag: Flag, value: str | None, line: list[str]) -> str:
    if not flag.value:
        if value is not None:
            raise wrong(f"{flag.name} nimmt keinen Wert.", f"{flag.name} takes no value.")
        return ""
    if value is None and not line:
        raise wrong(f"{flag.name} braucht einen Wert: {flag.name} {flag.value}.",
                    f"{flag.name} needs a value: {flag.name} {flag.value}.")
    value = line.pop(0) if value is None else value
    if not value:
        raise wrong(f"{flag.name}: der Wert ist leer.", f"{flag.name}: the value is empty.")
    return value


def fitting(given: Given, command: str) -> None:
    """Nothing, if the command takes all of these.

    Raises:
        UsageProblem: else, with those that do.
    """
    for name in given if command in COMMANDS else ():
        flag = BY_NAME[name]
        if command not in flag.commands:
            takers = ", ".join(flag.commands)
            why = flag.why.get(command) or Text(f"{command} nimmt das nicht; es gehört zu {takers}",
                                                f"{command} does not take it; it is for {takers}")
            raise wrong(f"{name}: {why.de}.", f"{name}: {why.en}.")
    if "--concise" in given and "--full" in given:
        raise wrong("--concise und --full schließen einander aus.", "--concise and --full exclude each other.")


def flags(given: Given, command: str) -> Flags:
    """The flags as values.

    Raises:
        UsageProblem: for one that cannot be understood.
    """
    last = {name: values[-1] for name, values in given.items()}
    as_of, allow = last.get("--as-of"), map(_allowance, given.get("--allow", ()))
    request = Request(
        Path(last.get("-C", ".")), day(as_of) if as_of else None, dict(allow),
        tuple(given.get("--target", ())), tuple(given.get("--exclude", ())),
        tuple(map(_label, given.get("--select", ()))),
        simulate="--no-simulate" not in given, wait=_seconds(last.get("--wait", "0")),
    )
    return Flags(
        request, tuple(output(text, command) for text in given.get("--output", ())),
        _one_of("--lang", last.get("--lang", ""), "de", "en") or _variable("RECONCILER_LANG", "de", "en"),
        "concise" if "--concise" in given else "full" if "--full" in given else "normal",
        _one_of("--redact", last.get("--redact", ""), "none", "pseudonym"),
        force="--force" in given, yes="--yes" in given, no_input="--no-input" in given, quiet="--quiet" in given,
        verbose="--verbose" in given, colour="--no-color" not in given, debug="--debug" in given,
    )


def _variable(name: str, *known: str) -> str:
    return _one_of(name, os.environ.get(name, ""), *known)


def _one_of(name: str, value: str, *known: str) -> str:
    """The value, if it is empty or one of the known."""
    if value and value not in known:
        choice, hint = ", ".join(known), near(value, known)
        raise wrong(f"{name} {value}: bekannt sind {choice}.{hint.de}", f"{name} {value}: known are {choice}.{hint.en}")
    return value


def day(text: str) -> date:
    """A date as written on the command line."""
    found = None
    with suppress(ValueError):
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
            found = date.fromisoformat(text)
    if found and in_calendar(found):
        return found
    if found:
        raise wrong(f"{text} liegt außerhalb des Kalenders ({FIRST_DAY} bis {LAST_DAY}).",
                    f"{text} is outside the calendar ({FIRST_DAY} to {LAST_DAY}).")
    raise wrong(f"{text} ist kein Datum der Form 2026-12-01.", f"{text} is no date like 2026-12-01.")


def number(text: str, name: str, most: int) -> int:
    """A whole number as written on the command line."""
    if re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) and int(text) <= most:
        return int(text)
    raise wrong(f"{name} {text}: gemeint ist eine Zahl von 0 bis {most}.",
                f"{name} {text}: write a number, 0 to {most}.")


def _seconds(text: str) -> float:
    if re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,3})?", text, re.ASCII) and float(text) <= LONGEST:
        return float(text)
    raise wrong(f"--wait {text}: gemeint sind Sekunden, 0 bis {LONGEST}, etwa --wait 120.",
                f"--wait {text}: write seconds, 0 to {LONGEST}, such as --wait 120.")


def _label(text: str) -> str:
    name, equals, _ = text.partition("=")
    if not name or not equals:
        raise wrong(f"--select {text}: gemeint ist --select LABEL=WERT, etwa --select team=vertrieb.",
                    f"--select {text}: write --select LABEL=VALUE, such as --select team=sales.")
    return text


def _allowance(text: str) -> tuple[str, int]:
    from reconciler.commands.explain import allowances

    name, _, count = text.partition("=")
    if not name or not re.fullmatch(r"[0-9]{1,9}", count, re.ASCII):
        raise wrong(f"--allow {text}: gemeint ist --allow NAME=ANZAHL, etwa --allow deletes=2.",
                    f"--allow {text}: write --allow NAME=COUNT, such as --allow deletes=2.")
    known = allowances()
    if name not in known:
        choice, hint = ", ".join(known), near(name, known)
        raise wrong(f"--allow {name}: das fragt niemand; bekannt sind {choice}.{hint.de}",
                    f"--allow {name}: nobody asks for that; known are {choice}.{hint.en}")
    return name, int(count)
