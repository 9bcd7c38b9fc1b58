"""Positions, outcomes and what is left alone, as tables."""

from collections.abc import Iterator, Sequence

from reconciler.model.position import Position
from reconciler.model.sections import LeftAlone, Outcomes
from reconciler.model.text import Text
from reconciler.views.markdown.code import code, prose
from reconciler.views.markdown.fit import Rank, Table, columns, table_head, table_row
from reconciler.views.say import words
from reconciler.views.say import words_cart as own
from reconciler.views.say.order import sign, step
from reconciler.views.say.outcome import reason_of, state_of
from reconciler.views.say.position import position_cells
from reconciler.views.spoken import Spoken


def position_table(positions: Sequence[Position], title: Text, voice: Spoken, rank: Rank = Rank.MIDDLE) -> Table:
    """Positions of the cart."""
    rows = tuple(table_row(*map(prose, position_cells(p, voice))) for p in positions)
    return Table(voice.say(title), table_head(*map(voice.say, own.POSITION_HEAD)), rows, rank=rank)


def result_table(outcomes: Outcomes, voice: Spoken) -> Table:
    """What became of each order that was due."""
    known = outcomes.plan.known
    rows = tuple(
        table_row(state_of(o, r, voice), code(sign(o, known)), code(str(o.address)),
                  "; ".join(map(prose, filter(None, (step(o.verb, o.item, voice), reason_of(r, voice))))))
        for o, r in outcomes.sent
    )
    return Table(voice.say(own.RESULT), columns(voice, "state", "", "address", "step"), rows)


def left_tables(left: LeftAlone, voice: Spoken) -> Iterator[Table]:
    """What no manifest names, and what is others'."""
    kept = f" ({voice.say(words.BY_KEEP)})"
    rows = tuple(f"- {code(str(a))}{kept if a in left.kept else ''}" for a in left.unmanaged)
    yield Table(voice.say(words.UNMANAGED_TITLE), (), rows, folded=True, rank=Rank.LEFT)
    yield position_table(left.foreign, words.FOREIGN_TITLE, voice, Rank.LEFT)
