"""Values of flags: what was written on the line, as what it means."""

import re
from contextlib import suppress
from datetime import date

from reconciler.cli._wrong import near, wrong
from reconciler.model.calendar import FIRST_DAY, LAST_DAY, in_calendar

LONGEST = 86_400
"""The most seconds to wait: a day."""


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


def seconds(text: str) -> float:
    """How long to wait."""
    if re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,3})?", text, re.ASCII) and float(text) <= LONGEST:
        return float(text)
    raise wrong(f"--wait {text}: gemeint sind Sekunden, 0 bis {LONGEST}, etwa --wait 120.",
                f"--wait {text}: write seconds, 0 to {LONGEST}, such as --wait 120.")


def label(text: str) -> str:
    """A label and its value."""
    name, equals, _ = text.partition("=")
    if not name or not equals:
        raise wrong(f"--select {text}: gemeint ist --select LABEL=WERT, etwa --select team=vertrieb.",
                    f"--select {text}: write --select LABEL=VALUE, such as --select team=sales.")
    return text


def allowance(text: str) -> tuple[str, int]:
    """A guard, and how often it may be overruled."""
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
