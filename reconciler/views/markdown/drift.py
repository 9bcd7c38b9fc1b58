"""Drift, and what is pending, as tables."""

from collections.abc import Iterable, Iterator

from reconciler.model.change import Change
from reconciler.model.pending import Pending
from reconciler.model.sections import Differences, Places
from reconciler.views.markdown.code import code, prose
from reconciler.views.markdown.fit import Table, table_head, table_row
from reconciler.views.say import words
from reconciler.views.say import words_looking as looking
from reconciler.views.say.change import FIELDS_OF, SIGN_OF, differing, drift_title, field_rows, why, written
from reconciler.views.say.pending import reason, step_of
from reconciler.views.spoken import Spoken


def drift_table(differences: Differences, voice: Spoken) -> Table:
    """What drifted, field by field."""
    columns = (words.COLUMNS["address"], words.COLUMNS["step"], words.COLUMNS["field"], looking.IN_PORTAL,
               looking.IN_MANIFEST, words.COLUMNS["where"])
    rows = tuple(row for change in differences.changes for row in _drifted(change, differences.places, voice))
    return Table(drift_title(differences, voice), table_head(" ", *map(voice.say, columns)), rows)


def pending_table(pending: Iterable[Pending], voice: Spoken) -> Table:
    """What is on its way or waits."""
    head = table_head(" ", *map(voice.say, (words.COLUMNS["address"], words.COLUMNS["step"], looking.WHY)))
    rows = tuple(table_row(code(SIGN_OF.get(p.verb, "~")), code(str(p.address)), prose(step_of(p, voice)),
                           prose(reason(p, voice))) for p in pending)
    return Table(voice.say(looking.PENDING), head, rows)


def _drifted(change: Change, places: Places, voice: Spoken) -> Iterator[str]:
    what = "; ".join(map(prose, why(change, voice)))
    front = (code(SIGN_OF[change.action]), code(str(change.address)), what)
    fields = list(differing(change)) if change.action in FIELDS_OF else []
    for f in fields:
        place = written(places, change.address, f.path)
        yield from (table_row(*front, *map(code, cells), code(place) if place else " ")
                    for cells in field_rows(f, voice))
    if not fields:
        yield table_row(*front, " ", " ", " ", " ")
