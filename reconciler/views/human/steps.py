"""The steps of a plan for a terminal: its dated waves, and changes that no order tells of."""

from collections.abc import Iterable, Iterator, Sequence

from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.model.plan import Plan, Wave
from reconciler.model.renames import NAME
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.say import words
from reconciler.views.say.change import SIGN_OF, differing, shift
from reconciler.views.say.counts import by_way
from reconciler.views.say.order import all_fields, begins, note, pieces, sign, told_fields
from reconciler.views.spoken import Spoken


def step_blocks(plan: Plan, on: Sheet) -> Iterator[Lines]:
    """All waves, and what else differs."""
    yield from wave_blocks(plan, plan.waves, on)
    yield untold_lines(plan, on)


def wave_blocks(plan: Plan, waves: Sequence[Wave], on: Sheet) -> Iterator[Lines]:
    """These waves of the plan with their orders."""
    for n, wave in enumerate(plan.waves, 1):
        if wave in waves:
            yield [*on.heading(_wave_title(plan, wave, n, on.voice)), *_orders(on, wave.orders)]
    if len(plan.waves) > 1 and not on.options.concise:
        yield on.wrapped(on.voice.say(words.FORECAST))


def untold_lines(plan: Plan, on: Sheet) -> Lines:
    """Changes that no order and no block speaks of: where a rule is broken, there is no order."""
    lines: Lines = []
    for change in plan.untold:
        said = [on.voice.say(words.ACTIONS[change.action])]
        said += [on.voice.say(words.WAS, name=change.was)] if change.was else []
        said += [shift(f, on.voice) for f in differing(change)] if change.action in ("update", "replace") else []
        lines += on.row(SIGN_OF[change.action], str(change.address), ", ".join(said))
    return [*on.heading(on.voice.say(words.DIFFERENCES)), *lines] if lines else []


def _wave_title(plan: Plan, wave: Wave, n: int, voice: Spoken) -> str:
    """The number of a wave, when it can be queued, and by which way its orders go."""
    now = n == 1 and wave.not_before <= plan.as_of
    title = voice.say(words.WAVE_NOW if now else words.WAVE_LATER, n=n, day=voice.day(wave.not_before))
    numbers = by_way(wave.orders)
    out = words.OUT_TOO if numbers[0] else words.TAKEN_OUT
    ways = zip((words.CARTED, words.ALTERED, out, words.DIRECT if now else words.DIRECT_LATER), numbers, strict=True)
    return f"{title} ({', '.join(voice.count(k, word) for word, k in ways if k)})"


def _orders(on: Sheet, orders: Sequence[Order]) -> Lines:
    if on.options.concise:
        return _concise(on, orders)
    lines: Lines = []
    for order in orders:
        text = ", ".join(_said(on, order, fields=not on.options.full))
        lines += on.row(sign(order, on.known), str(order.address), text) + _waits(on, order)
        lines += _fields(on, order) if on.options.full else []
    return lines


def _said(on: Sheet, order: Order, *, fields: bool) -> Iterator[str]:
    yield from pieces(order, on.known, on.voice)
    if fields:
        yield from (text for _, text in told_fields(order, on.known, on.voice))
    yield from note(order, on.voice)


def _concise(on: Sheet, orders: Iterable[Order]) -> Lines:
    """One line a resource, whatever the number of its orders."""
    by_address: dict[Address, list[Order]] = {}
    for order in orders:
        by_address.setdefault(order.address, []).append(order)
    lines: Lines = []
    for address, same in by_address.items():
        said = dict.fromkeys(p for o in same for p in (*_essence(on, o), *_waited(o, on.voice)))
        change = on.known.changes.get(address)
        marks = {sign(o, on.known) for o in same}
        mark = SIGN_OF[change.action] if change and len(marks) > 1 else sign(same[0], on.known)
        lines += on.row(mark, str(address), ", ".join(said))
    return lines


def _essence(on: Sheet, order: Order) -> Iterator[str]:
    """Of a new workplace what it costs and binds and its number; of an update its fields, in one step."""
    change = on.known.changes.get(order.address)
    if order.verb == "update" and change and NAME not in order.body:
        yield from (shift(f, on.voice) for f in differing(change)
                    if {f.path, f.path.rpartition(".")[0]} & set(order.body))
        yield from note(order, on.voice)
        return
    early = order.activation_date == order.works_from  # as early as can be
    plain = [] if early else [*begins(order, on.voice)]
    yield from (p for p in pieces(order, on.known, on.voice) if p not in plain)
    for path, text in told_fields(order, on.known, on.voice):
        if order.verb != "activate" or path == "number.external":
            yield text
    yield from note(order, on.voice)


def _waited(order: Order, voice: Spoken) -> Iterator[str]:
    for wait in order.waits_for:
        yield f"{voice.say(words.WAITS)}: {voice.say(words.UNTIL, rule=wait.rule, day=voice.day(wait.until))}"


def _waits(on: Sheet, order: Order) -> Lines:
    lines: Lines = []
    for said, wait in zip(_waited(order, on.voice), order.waits_for, strict=True):
        message = on.voice.say(wait.message)
        lines += on.inside(f"{said}: {message}" if message else said)
    return lines


def _fields(on: Sheet, order: Order) -> Lines:
    lines: Lines = []
    for path, text in all_fields(order, on.known, on.voice):
        lines += on.inside(text)
        lines += [] if _by_itself(on, order, path) else on.place(order.address, path)
    return lines


def _by_itself(on: Sheet, order: Order, path: str) -> bool:
    """Whether the planner chose the value for a moment: no manifest says it."""
    change = on.known.changes.get(order.address)
    wanted = next((f.after for f in change.fields if f.path == path), None) if change else None
    return order.verb == "update" and wanted is not None and order.body.get(path) != wanted
