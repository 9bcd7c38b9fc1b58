"""What the sections of a plan for a terminal are written on."""

from typing import NamedTuple

from reconciler.model.inert import cells, inert
from reconciler.model.plan import Plan
from reconciler.model.report import Report
from reconciler.views._describe import Known, known
from reconciler.views._layout import pad, wrap
from reconciler.views._style import paint, paint_first
from reconciler.views._view import Options

_NAMES = 5
_COLUMN = 32


class Sheet(NamedTuple):
    """What every row needs; ``column`` is the width of addresses."""

    report: Report
    options: Options
    plan: Plan
    known: Known
    column: int


def sheet(report: Report, plan: Plan, options: Options) -> Sheet:
    """The sheet that a plan is written on."""
    addresses = [o.address for w in plan.waves for o in w.orders] + [b.address for b in plan.blocked]
    addresses += [p.address for p in report.pending]
    widest = max((cells(inert(str(a))) for a in (*addresses, *(c.address for c in plan.changes))), default=0)
    return Sheet(report, options, plan, known(plan), min(widest, _COLUMN))


def heading(text: str, options: Options) -> list[str]:
    """A line that opens a section."""
    return [paint(line, "bold", colour=options.colour) for line in wrap(text, options.width, "", "  ")]


def row(on: Sheet, mark: str, address: str, text: str) -> list[str]:
    """One change or order: sign, address, and what happens."""
    width, front = on.options.width, "  " + pad(mark, 4)
    name = inert(address)
    head = f"{front}{pad(name, on.column)}  "
    if cells(name) > on.column:
        lines = [*wrap(name, width, front), *wrap(text, width, " " * (cells(front) + 4))]
    else:
        lines = wrap(text, width, head)
    return paint_first(lines, mark, mark, colour=on.options.colour)


def most(on: Sheet) -> int:
    """How many names a list shows before it is cut and counted."""
    return {"concise": 3, "full": 1_000_000}.get(on.options.detail, _NAMES)
