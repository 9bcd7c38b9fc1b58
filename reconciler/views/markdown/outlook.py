"""Costs, emergency calls, work by hand and numbers, as tables."""

from collections.abc import Iterable

from reconciler.model.consequences import Chore, Handover, Touched
from reconciler.model.cost import Cost
from reconciler.views.markdown.code import code, prose
from reconciler.views.markdown.fit import Rank, Table, columns, table_head, table_row
from reconciler.views.say import words
from reconciler.views.say.cost import cost_rows, cost_title
from reconciler.views.say.outlook import emergency_words
from reconciler.views.say.words_cost import COST_HEAD
from reconciler.views.spoken import Spoken


def cost_table(cost: Cost | None, voice: Spoken) -> Table:
    """Each item whose sum changes; nothing without a price book."""
    if cost is None:
        return Table("", (), ())
    rows = tuple(table_row(code(name), *cells) for name, *cells in cost_rows(cost, voice))
    return Table(cost_title(cost, voice), table_head(*map(voice.say, COST_HEAD)), rows, rank=Rank.COSTS)


def emergency_table(touched: Iterable[Touched], voice: Spoken) -> Table:
    """Whose emergency calls are touched, and by what."""
    rows = tuple(table_row(code(str(address)), prose(emergency_words(paths, voice))) for address, paths in touched)
    return Table(voice.say(words.EMERGENCY), columns(voice, "address", "field"), rows, rank=Rank.EMERGENCY)


def manual_table(chores: Iterable[Chore], voice: Spoken) -> Table:
    """What a person must do at the portal."""
    rows = tuple(table_row(code(str(c.address)), code(c.rule), prose(voice.say(c.message))) for c in chores)
    return Table(voice.say(words.MANUAL), columns(voice, "address", "rule", "step"), rows, rank=Rank.MANUAL)


def number_table(handovers: Iterable[Handover], voice: Spoken) -> Table:
    """Which number goes from whom to whom; who takes nothing leaves it free."""
    rows = tuple(
        table_row(code(h.number), code(str(h.giver)), code(str(h.taker)) if h.taker else voice.say(words.NOBODY))
        for h in handovers
    )
    return Table(voice.say(words.NUMBERS), columns(voice, "number", "giver", "taker"), rows, rank=Rank.NUMBERS)
