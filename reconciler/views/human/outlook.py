"""What is read before the waves of a plan; long lists are cut with a count."""

from collections.abc import Iterator
from typing import assert_never

from reconciler.model.consequences import Chore, Handover, Touched
from reconciler.model.inert import cells, inert
from reconciler.model.sections import Costs, Emergency, Manual, Numbers, Outlook
from reconciler.views.human.blocks import Block
from reconciler.views.human.cost import cost_table
from reconciler.views.human.layout import pad, table, wrap
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.say import words
from reconciler.views.say.handover import handed
from reconciler.views.say.outlook import consequences, emergency_words
from reconciler.views.spoken import MORE

_ROWS = 20
"""So many rows about emergency calls, numbers or work by hand are shown unless all are asked for."""


def outlook_blocks(section: Outlook | Costs | Emergency | Manual | Numbers, on: Sheet) -> Iterator[Block]:
    """One section; in short those of a line or two stand together."""
    beside = "ahead" if on.options.concise else ""
    match section:
        case Outlook():
            yield Block(_before_yes(section, on))
        case Costs(cost):
            yield Block(cost_table(cost, on))
        case Emergency(touched):
            yield Block(_emergency(touched, on), beside)
        case Manual(chores):
            yield Block(manual_lines(chores, on), beside)
        case Numbers(handovers):
            yield Block(_numbers(handovers, on), beside)
        case _:
            assert_never(section)


def _before_yes(outlook: Outlook, on: Sheet) -> Lines:
    """What the plan brings with it; in short one line for each, with names only where all of them fit."""
    lines: Lines = []
    for consequence in consequences(outlook, on.voice) if outlook.asks else ():
        told = wrap(consequence.told(on.most, on.voice), on.options.width, "  ", "    ")
        if on.options.concise and (len(told) > 1 or len(consequence.names) > on.most):
            told = wrap(consequence.counted(on.voice), on.options.width, "  ", "    ")
        lines += told
    return [*on.heading(on.voice.say(words.BEFORE_YES)), *lines] if lines else []


def _emergency(touched: tuple[Touched, ...], on: Sheet) -> Lines:
    """Which changes touch emergency calls, and by what."""
    if not touched:
        return []
    title = on.voice.say(words.EMERGENCY)
    if on.options.concise:
        short = len(touched) <= on.most
        names = ", ".join(str(t.address) for t in touched) if short else on.voice.count(len(touched), words.CHANGED)
        return wrap(names, on.options.width, f"{title}: ", "  ")
    rows = [line for address, paths in touched[: _rows(on)]
            for line in on.row("", str(address), emergency_words(paths, on.voice))]
    return [*on.heading(title), *rows, *_rest(on, len(touched))]


def manual_lines(chores: tuple[Chore, ...], on: Sheet) -> Lines:
    """A line for each chore, with the rule that says why; in short they are only counted, before the yes."""
    if on.options.concise or not chores:
        return []
    shown = chores if on.options.full else chores[:_ROWS]
    rows = [(str(c.address), ": ".join(filter(None, (c.rule, on.voice.say(c.message))))) for c in shown]
    left = len(chores) - len(shown)
    rest = wrap(on.voice.count(left, MORE), on.options.width, "  ") if left else []
    return [*on.heading(on.voice.say(words.MANUAL)), *table(rows, on.options.width), *rest]


def _numbers(handovers: tuple[Handover, ...], on: Sheet) -> Lines:
    """Which number goes from whom to whom."""
    if not handovers:
        return []
    title = on.voice.say(words.NUMBERS)
    if on.options.concise:
        free = sum(h.taker is None for h in handovers)
        counts = ((words.PASSED, len(handovers) - free), (words.FREE, free))
        return wrap(", ".join(on.voice.count(n, c) for c, n in counts if n), on.options.width, f"{title}: ", "  ")
    shown = [(inert(h.number), handed(h, on.known, on.voice)) for h in handovers[: _rows(on)]]
    room = max(cells(number) for number, _ in shown)
    rows = [line for number, said in shown for line in wrap(said, on.options.width, f"{' ' * 6}{pad(number, room)}  ")]
    return [*on.heading(title), *rows, *_rest(on, len(handovers))]


def _rows(on: Sheet) -> int:
    return max(_ROWS, on.most)


def _rest(on: Sheet, count: int) -> Lines:
    left = count - _rows(on)
    return wrap(on.voice.count(left, MORE), on.options.width, " " * 6) if left > 0 else []
