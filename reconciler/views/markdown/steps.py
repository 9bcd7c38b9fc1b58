"""The steps of a plan, and what is blocked, as tables."""

from collections.abc import Iterable, Sequence

from reconciler.model.change import Change
from reconciler.model.order import Order
from reconciler.model.plan import Blocked, Known, Plan, Wave
from reconciler.views.markdown.code import code, prose
from reconciler.views.markdown.fit import Rank, Table, columns, table_row
from reconciler.views.say import words
from reconciler.views.say.change import SIGN_OF, differing, field_rows, shift
from reconciler.views.say.order import note, pieces, sign, told_fields
from reconciler.views.spoken import Spoken


def step_table(plan: Plan, waves: Sequence[Wave], voice: Spoken) -> Table:
    """These waves of the plan, and the changes that no order tells of."""
    known, due = plan.known, plan.waves[:1] if plan.due else ()
    rows = [
        table_row(voice.say(words.NOW) if wave in due else voice.day(wave.not_before), code(sign(order, known)),
                  code(str(order.address)), _step(order, known, voice))
        for wave in waves for order in wave.orders
    ]
    rows += [_difference(change, voice) for change in plan.untold]
    title = words.STEPS if plan.waves else words.DIFFERENCES
    return Table(voice.say(title), columns(voice, "from", "", "address", "step"), tuple(rows))


def field_table(plan: Plan, voice: Spoken) -> Table:
    """Every field that changes."""
    rows = tuple(table_row(code(str(c.address)), *map(code, cells))
                 for c in plan.changes for f in differing(c) for cells in field_rows(f, voice))
    return Table(voice.say(words.DETAILS), columns(voice, "address", "field", "before", "after"), rows, folded=True,
                 rank=Rank.DETAILS)


def stuck_table(blocked: Iterable[Blocked], voice: Spoken) -> Table:
    """What time alone does not make possible."""
    rows = tuple(
        table_row(code("!"), code(str(b.address)), code(b.rule), *(prose(voice.say(t)) for t in (b.message, b.help)))
        for b in blocked
    )
    return Table(voice.say(words.BLOCKED), columns(voice, "", "address", "rule", "what", "help"), rows)


def _difference(change: Change, voice: Spoken) -> str:
    said = (voice.say(words.ACTIONS[change.action]), change.was, *(shift(f, voice) for f in differing(change)))
    what = "; ".join(map(prose, filter(None, said)))
    return table_row(" ", code(SIGN_OF[change.action]), code(str(change.address)), what)


def _step(order: Order, known: Known, voice: Spoken) -> str:
    waits = ((w, voice.say(w.message)) for w in order.waits_for)
    told = (f"{voice.say(words.WAITS)}: {code(w.rule)} {w.until} {prose(message) if message else ''}".rstrip()
            for w, message in waits)
    fields = (code(text) for _, text in told_fields(order, known, voice))
    return "; ".join([*map(prose, pieces(order, known, voice)), *fields, *map(prose, note(order, voice)), *told])
