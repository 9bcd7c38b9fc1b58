"""What the sections of a report for a terminal are written on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.inert import cells, inert
from reconciler.model.plan import Known, Plan
from reconciler.model.report import Report
from reconciler.model.sections import Calm, Differences, Outcomes, Places, Steps, Stuck, Waiting
from reconciler.views.human.layout import pad, wrap
from reconciler.views.human.style import paint, paint_first
from reconciler.views.say import words
from reconciler.views.say.change import SIGN_OF, written
from reconciler.views.say.order import sign
from reconciler.views.spoken import Spoken
from reconciler.views.view import Options

_NAMES = 5
_COLUMN = 32

Lines = list[str]
"""What stands together; nothing is no lines."""


class Sheet(NamedTuple):
    """What every row needs: the changes that are ``known``, where values were written, and the column of addresses.

    ``signs`` are those that rows begin with; ``calm``: nothing is to be done; ``sent``: orders were.
    """

    options: Options
    voice: Spoken
    known: Known
    places: Places
    column: int
    signs: frozenset[str]
    calm: bool
    sent: bool

    def heading(self, text: str) -> Lines:
        """A line that opens a section."""
        return [paint(line, "bold", colour=self.options.colour) for line in self.hanging(text)]

    def wrapped(self, text: str) -> Lines:
        """A paragraph."""
        return wrap(text, self.options.width)

    def hanging(self, text: str) -> Lines:
        """A paragraph whose further lines are indented."""
        return wrap(text, self.options.width, "", "  ")

    def inside(self, text: str) -> Lines:
        """What belongs to the row above."""
        return wrap(text, self.options.width, " " * 8, " " * 10)

    def row(self, mark: str, address: str, text: str) -> Lines:
        """One change or order: sign, address, and what happens."""
        width, front = self.options.width, "  " + pad(mark, 4)
        name = inert(address)
        if cells(name) > self.column:
            lines = [*wrap(name, width, front), *wrap(text, width, " " * (cells(front) + 4))]
        else:
            lines = wrap(text, width, f"{front}{pad(name, self.column)}  ")
        return paint_first(lines, mark, mark, colour=self.options.colour)

    def place(self, address: Address, path: str) -> Lines:
        """Where the value of a field was written, below the field."""
        place = written(self.places, address, path)
        return [f"{' ' * 10}--> {inert(place)}"] if place else []

    def legend(self) -> Lines:
        """What the signs mean that rows begin with."""
        if self.options.concise or not self.signs:
            return []
        told = ", ".join(f"{mark} {self.voice.say(text)}" for mark, text in words.SIGNS.items() if mark in self.signs)
        return self.hanging(f"{self.voice.say(words.LEGEND)}: {told}")

    @property
    def later(self) -> "Sheet":
        """The sheet for what comes later: where orders were sent, that is told in short."""
        short = self.sent and not self.options.full
        return self._replace(options=replace(self.options, detail="concise")) if short else self

    @property
    def most(self) -> int:
        """How many names a list shows before it is cut and counted."""
        return 3 if self.options.concise else 1_000_000 if self.options.full else _NAMES


def sheet(report: Report, options: Options) -> Sheet:
    """The sheet that a report is written on."""
    steps, drift = report.get(Steps) or report.get(Outcomes), report.get(Differences) or Differences()
    plan = steps.plan if steps else None
    known = plan.known if plan else Known({c.address: c for c in drift.changes}, frozenset())
    rows = list(_rows(report, plan, known))
    addresses = (*(address for address, _ in rows), *(c.address for c in (plan.changes if plan else ())))
    widest = max((cells(inert(str(address))) for address in addresses), default=0)
    signs = frozenset(mark for _, mark in rows)
    return Sheet(options, options.voice, known, (steps or drift).places, min(widest, _COLUMN), signs,
                 calm=report.get(Calm) is not None, sent=report.get(Outcomes) is not None)


def _rows(report: Report, plan: Plan | None, known: Known) -> Iterator[tuple[Address, str]]:
    """The address and the sign of each row that a report may have."""
    drift, stuck, waiting = report.get(Differences), report.get(Stuck) or Stuck(), report.get(Waiting) or Waiting()
    if plan:
        yield from ((o.address, sign(o, known)) for wave in plan.waves for o in wave.orders)
        yield from _marked((c.address, c.action) for c in plan.untold)
    if drift:
        yield from _marked((c.address, c.action) for c in drift.changes)
    yield from ((b.address, "!") for b in stuck.blocked)
    yield from _marked((p.address, p.verb) for p in waiting.pending)


def _marked(rows: Iterable[tuple[Address, str]]) -> Iterator[tuple[Address, str]]:
    return ((address, SIGN_OF.get(verb, "~")) for address, verb in rows)
