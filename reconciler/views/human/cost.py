"""Costs for a terminal."""

from reconciler.model.cost import Cost
from reconciler.model.inert import inert
from reconciler.views.human.layout import clip, table
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.say.cost import cost_rows, cost_title
from reconciler.views.say.words_cost import COST_HEAD

_WIDEST_NAME = 24
"""Columns for the name of an item; custom packages may be longer."""


def cost_table(cost: Cost | None, on: Sheet) -> Lines:
    """The rows under their title; nothing where nothing changes, and in short."""
    if cost is None or on.options.concise:
        return []
    room = _WIDEST_NAME if on.options.cut else on.options.width
    rows = [(clip(inert(name), room), *cells) for name, *cells in cost_rows(cost, on.voice)]
    head = tuple(map(on.voice.say, COST_HEAD))
    return [*on.heading(cost_title(cost, on.voice)), *table([head, *rows], on.options.width)] if rows else []
