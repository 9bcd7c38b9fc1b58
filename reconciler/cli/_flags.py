"""The flags that every command understands, wherever on the line they stand."""

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NoReturn

from reconciler.errors import UsageProblem
from reconciler.request import Request

FORMATS = ("human", "json", "markdown")

FORMATS_OF = {"terms": ("human", "json", "markdown", "ics")}
"""The formats of commands that do not have the usual ones."""

DATED = ("plan", "show", "terms", "drift", "apply", "cart", "order")
"""The commands that look at a portal on a day; the last four on the portal's own only."""

WAITING = ("apply", "order")
"""The commands that may wait for the right to write."""

LONGEST = 86_400
"""The most seconds to wait: a day."""

COMMON = "Common options (-C, --output, --lang, --yes and more): reconciler --help"

HELP = """\
\b
Common options (anywhere on the line):
  -C DIR                     folder of the workspace (default: here, or the nearest above)
  --output FORMAT[=FILE]     human, json, markdown, and for terms ics; may be given several times
  --lang de|en               language of the texts (also RECONCILER_LANG)
  --as-of DATE               plan as if it were that day (plan, show, terms)
  --target ADDRESS           only these (patterns such as 'workplace/a*'); may be given several times
  --exclude ADDRESS          all but these
  --select LABEL=VALUE       only what carries this label
  --allow NAME=N             a counted yes for one guard: creates, updates, deletes, replaces, numbers,
                             empty, or the id of a rule that asks
  --wait SECONDS             while somebody else is writing, try again for so long (apply, order)
  --yes / --no-input         say yes beforehand / never ask
  --concise / --full         one line per change / every field
  --redact none|pseudonym    hide names and numbers of persons
  -q / -v / --debug          less / more / with traceback
  --version                  the version of this tool, alone on the line
"""


@dataclass(frozen=True, slots=True)
class Flags:
    """The common flags of one run; ``outputs`` are (format, file or None)."""

    request: Request
    outputs: tuple[tuple[str, Path | None], ...] = ()
    language: str = ""
    detail: str = "normal"
    redact: str = ""
    yes: bool = False
    no_input: bool = False
    quiet: bool = False
    verbose: bool = False
    debug: bool = False


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageProblem(message, message)


def split(argv: Sequence[str]) -> tuple[Flags, list[str]]:
    """The common flags, and what is left of the line for the command.

    Raises:
        UsageProblem: for a flag that cannot be understood.
    """
    line = list(argv)
    cut = line.index("--") if "--" in line else len(line)
    found, rest = _parser().parse_known_args(line[:cut])
    request = Request(
        Path(found.C), found.as_of, dict(found.allow), tuple(found.target), tuple(found.exclude), tuple(found.select),
        simulate=not found.no_simulate,
        wait=found.wait,
    )
    flags = Flags(
        request, tuple(found.output), found.lang or os.environ.get("RECONCILER_LANG", ""),
        "concise" if found.concise else "full" if found.full else "normal",
        found.redact or "", found.yes, found.no_input, found.q, found.v, found.debug,
    )
    return flags, [*rest, *line[cut:]]


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("-C", default=".", metavar="DIR")
    parser.add_argument("--output", action="append", default=[], type=_output)
    parser.add_argument("--lang", choices=("de", "en"))
    parser.add_argument("--as-of", type=day)
    for name in ("--target", "--exclude", "--select"):
        parser.add_argument(name, action="append", default=[])
    parser.add_argument("--allow", action="append", default=[], type=_allowance)
    for name in ("--yes", "--no-input", "--concise", "--full", "--debug", "--no-simulate"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("--wait", type=_seconds, default=0.0)
    parser.add_argument("--redact", choices=("none", "pseudonym"))
    parser.add_argument("-q", action="store_true")
    parser.add_argument("-v", action="store_true")
    return parser


def _output(text: str) -> tuple[str, Path | None]:
    name, _, file = text.partition("=")
    known = tuple(dict.fromkeys((*FORMATS, *chain(*FORMATS_OF.values()))))
    if name not in known:
        raise UsageProblem(f"--output {name}: bekannt sind {', '.join(known)}",
                           f"--output {name}: known are {', '.join(known)}")
    return name, Path(file) if file else None


def fitting(flags: Flags, command: str) -> None:
    """Nothing, if the command has the formats that were asked for, and knows a day.

    Raises:
        UsageProblem: else.
    """
    formats = FORMATS_OF.get(command, FORMATS)
    for name, _ in flags.outputs:
        if name not in formats:
            raise UsageProblem(f"--output {name}: {command} kennt {', '.join(formats)}",
                               f"--output {name}: {command} has {', '.join(formats)}")
    if flags.request.wait and command not in WAITING:
        raise UsageProblem(f"--wait: {command} wartet auf niemanden; möglich bei {', '.join(WAITING)}",
                           f"--wait: {command} waits for nobody; possible with {', '.join(WAITING)}")
    if flags.request.as_of and command not in DATED:
        raise UsageProblem(f"--as-of: {command} kennt kein Datum; möglich bei {', '.join(DATED[:3])}",
                           f"--as-of: {command} knows no date; possible with {', '.join(DATED[:3])}")


def day(text: str) -> date:
    """A date as written on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageProblem(f"{text} ist kein Datum der Form 2026-12-01",
                           f"{text} is no date like 2026-12-01") from None


def _seconds(text: str) -> float:
    """A number of seconds, at most a day."""
    if re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,3})?", text, re.ASCII) and float(text) <= LONGEST:
        return float(text)
    raise UsageProblem(f"--wait {text}: gemeint sind Sekunden, 0 bis {LONGEST}, etwa --wait 120",
                       f"--wait {text}: write seconds, 0 to {LONGEST}, such as --wait 120")


def _allowance(text: str) -> tuple[str, int]:
    name, _, count = text.partition("=")
    if not name or not (count.isascii() and count.isdigit()):
        raise UsageProblem(f"--allow {text}: gemeint ist --allow NAME=ANZAHL, etwa --allow deletes=2",
                           f"--allow {text}: write --allow NAME=COUNT, such as --allow deletes=2")
    return name, int(count)
