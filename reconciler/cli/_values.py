"""Values of flags: what was written on the line, as what it means."""

import re
from contextlib import suppress
from datetime import date

from reconciler.cli._wrong import near, wrong
from reconciler.model.calendar import FIRST_DAY, LAST_DAY, in_calendar
from reconciler.model.message import Word

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
        raise wrong("{day} liegt außerhalb des Kalenders ({first} bis {last}).",
                    "{day} is outside the calendar ({first} to {last}).", day=found, first=FIRST_DAY, last=LAST_DAY)
    raise wrong("{value} ist kein Datum der Form 2026-12-01.", "{value} is no date like 2026-12-01.", value=text)


def number(text: str, name: str, most: int) -> int:
    """A whole number as written on the command line."""
    if re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) and int(text) <= most:
        return int(text)
    raise wrong("{flag} {value}: gemeint ist eine Zahl von 0 bis {most}.",
                "{flag} {value}: write a number, 0 to {most}.", flag=Word(name), value=text, most=most)


def seconds(text: str) -> float:
    """How long to wait."""
    if re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,3})?", text, re.ASCII) and float(text) <= LONGEST:
        return float(text)
    raise wrong("--wait {value}: gemeint sind Sekunden, 0 bis {most}, etwa --wait 120.",
                "--wait {value}: write seconds, 0 to {most}, such as --wait 120.", value=text, most=LONGEST)


def label(text: str) -> str:
    """A label and its value."""
    name, equals, _ = text.partition("=")
    if not name or not equals:
        raise wrong("--select {value}: gemeint ist --select LABEL=WERT, etwa --select team=vertrieb.",
                    "--select {value}: write --select LABEL=VALUE, such as --select team=sales.", value=text)
    return text


def allowance(text: str) -> tuple[str, int]:
    """A guard, and how often it may be overruled."""
    from reconciler.commands.explain import allowances

    name, _, count = text.partition("=")
    if not name or not re.fullmatch(r"[0-9]{1,9}", count, re.ASCII):
        raise wrong("--allow {value}: gemeint ist --allow NAME=ANZAHL, etwa --allow deletes=2.",
                    "--allow {value}: write --allow NAME=COUNT, such as --allow deletes=2.", value=text)
    known = allowances()
    if name not in known:
        raise wrong("--allow {name}: das fragt niemand; bekannt sind {known}.{hint}",
                    "--allow {name}: nobody asks for that; known are {known}.{hint}",
                    name=name, known=Word(", ".join(known)), hint=near(name, known))
    return name, int(count)


def rights(text: str) -> tuple[str, ...]:
    """What a token may."""
    from reconciler.portal.tokens import RIGHTS

    found = tuple(text.split(","))
    if unknown := next((right for right in found if right not in RIGHTS), None):
        raise wrong("--rights {value}: bekannt sind {known}.{hint}", "--rights {value}: known are {known}.{hint}",
                    value=unknown, known=Word(", ".join(RIGHTS)), hint=near(unknown, RIGHTS))
    return found
