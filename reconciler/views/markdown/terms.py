"""Minimum terms as tables."""

from collections.abc import Iterator

from reconciler.model.term import Terms
from reconciler.views.markdown.code import code, prose
from reconciler.views.markdown.fit import Table, table_head, table_row
from reconciler.views.say import words
from reconciler.views.say import words_looking as looking
from reconciler.views.say.term import days_left, parts, told
from reconciler.views.spoken import Spoken


def term_tables(terms: Terms, voice: Spoken) -> Iterator[Table]:
    """A table for each part of the ledger; what may end now is folded."""
    columns = (looking.ENDS, looking.DAYS, words.COLUMNS["rule"], words.COLUMNS["address"], looking.WHY)
    head = table_head(*map(voice.say, columns))
    for part in parts(terms):
        rows = tuple(table_row(voice.day(t.ends), days_left(t.ends, terms.day), code(t.rule), code(str(t.address)),
                               "; ".join(map(prose, told(t, voice)))) for t in part.terms)
        yield Table(voice.say(part.title), head, rows, folded=part.over)
