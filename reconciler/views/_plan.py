"""A plan for a terminal: what it brings, its dated waves, what is blocked, and the counts."""

from collections.abc import Iterable, Iterator, Sequence

from reconciler.model.address import Address
from reconciler.model.inert import inert
from reconciler.model.order import Order
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.renames import NAME
from reconciler.views import _words as words
from reconciler.views._ahead import (
    emergency_section,
    foreign_section,
    numbers_section,
    short_together,
    unmanaged_section,
    yes_section,
)
from reconciler.views._cost import cost_table
from reconciler.views._counts import by_way, tallies, uncovered
from reconciler.views._describe import (
    SIGN_OF,
    all_fields,
    begins,
    differing,
    note,
    pieces,
    shift,
    sign,
    told_fields,
    was,
)
from reconciler.views._layout import wrap
from reconciler.views._manual import manual_section
from reconciler.views._sheet import Sheet, heading, row
from reconciler.views._style import paint_first


def plan_sections(on: Sheet, waves: Sequence[Wave]) -> Iterator[list[str]]:
    """The parts of a plan with these of its waves, in the order in which they are read."""
    yield yes_section(on)
    yield cost_table(on.report.cost, on.options) if on.report.cost and on.options.detail != "concise" else []
    yield from short_together(on, emergency_section(on), manual_section(on.report, on.options), numbers_section(on))
    yield from wave_sections(on, waves)
    yield _differences(on)
    yield blocked_section(on)
    yield from short_together(on, unmanaged_section(on), foreign_section(on), [*_legend(on), *_guards(on)])


def wave_sections(on: Sheet, waves: Sequence[Wave]) -> Iterator[list[str]]:
    """These waves of the plan with their orders."""
    language = on.options.language
    for n, wave in enumerate(on.plan.waves, 1):
        if wave in waves:
            yield [*heading(wave_title(on.plan, wave, n, language), on.options), *_orders(on, wave.orders)]
    if len(on.plan.waves) > 1 and on.options.detail != "concise":
        yield wrap(words.FORECAST.of(language), on.options.width)


def wave_title(plan: Plan, wave: Wave, n: int, language: str) -> str:
    """The number of a wave, when it can be queued, and by which way its orders go."""
    now = n == 1 and wave.not_before <= plan.as_of
    title = (words.WAVE_NOW if now else words.WAVE_LATER).of(language).format(n=n, day=wave.not_before)
    numbers = by_way(wave.orders)
    out = words.OUT_TOO if numbers[0] else words.TAKEN_OUT
    ways = zip((words.CARTED, words.ALTERED, out, words.DIRECT if now else words.DIRECT_LATER), numbers, strict=True)
    return f"{title} ({', '.join(count.of(k, language) for count, k in ways if k)})"


def _orders(on: Sheet, orders: Sequence[Order]) -> list[str]:
    if on.options.detail == "concise":
        return _concise(on, orders)
    lines: list[str] = []
    full = on.options.detail == "full"
    for order in orders:
        text = ", ".join(_said(on, order, fields=not full))
        lines += row(on, sign(order, on.known), str(order.address), text) + _waits(on, order)
        lines += _fields(on, order) if full else []
    return lines


def _said(on: Sheet, order: Order, *, fields: bool) -> Iterator[str]:
    language = on.options.language
    yield from pieces(order, on.known, language)
    if fields:
        yield from (text for _, text in told_fields(order, on.known, language))
    yield from note(order, language)


def _essence(on: Sheet, order: Order) -> Iterator[str]:
    """Of a new workplace what it costs and binds and its number; of an update its fields, in one step."""
    language, change = on.options.language, on.known.changes.get(order.address)
    if order.verb == "update" and change and NAME not in order.body:
        yield from (shift(f, language) for f in differing(change) if f.path in order.body)
        yield from note(order, language)
        return
    plain = [*begins(order, language)] if order.activation_date != order.works_from else []  # as early as can be
    yield from (p for p in pieces(order, on.known, language) if p not in plain)
    for path, text in told_fields(order, on.known, language):
        if order.verb != "activate" or path == "number.external":
            yield text
    yield from note(order, language)


def _concise(on: Sheet, orders: Iterable[Order]) -> list[str]:
    """One line a resource, whatever the number of its orders."""
    language, by_address = on.options.language, dict[Address, list[Order]]()
    for order in orders:
        by_address.setdefault(order.address, []).append(order)
    lines: list[str] = []
    for address, same in by_address.items():
        said = dict.fromkeys(p for o in same for p in (*_essence(on, o), *_waited(o, language)))
        change = on.known.changes.get(address)
        marks = {sign(o, on.known) for o in same}
        mark = SIGN_OF[change.action] if change and len(marks) > 1 else sign(same[0], on.known)
        lines += row(on, mark, str(address), ", ".join(said))
    return lines


def _waited(order: Order, language: str) -> Iterator[str]:
    for wait in order.waits_for:
        yield f"{words.WAITS.of(language)}: {words.UNTIL.of(language).format(rule=wait.rule, day=wait.until)}"


def _waits(on: Sheet, order: Order) -> list[str]:
    lines: list[str] = []
    language = on.options.language
    for said, wait in zip(_waited(order, language), order.waits_for, strict=True):
        message = wait.message.of(language)
        lines += wrap(f"{said}: {message}" if message else said, on.options.width, " " * 8, " " * 10)
    return lines


def _fields(on: Sheet, order: Order) -> list[str]:
    lines: list[str] = []
    for path, text in all_fields(order, on.known, on.options.language):
        lines += wrap(text, on.options.width, " " * 8, " " * 10)
        place = None if _by_itself(on, order, path) else on.report.places.get((str(order.address), path))
        lines += [f"{' ' * 10}--> {inert(place)}"] if place else []
    return lines


def _by_itself(on: Sheet, order: Order, path: str) -> bool:
    """Whether the planner chose the value for a moment: no manifest says it."""
    change = on.known.changes.get(order.address)
    wanted = next((f.after for f in change.fields if f.path == path), None) if change else None
    return order.verb == "update" and wanted is not None and order.body.get(path) != wanted


def _differences(on: Sheet) -> list[str]:
    """Changes that no order and no block speaks of: where a rule is broken, there is no order."""
    language = on.options.language
    lines: list[str] = []
    for change in uncovered(on.plan):
        said = [words.ACTIONS[change.action].of(language)]
        said += [words.WAS.of(language).format(name=was(change))] if was(change) else []
        said += [shift(f, language) for f in differing(change)] if change.action in ("update", "replace") else []
        lines += row(on, SIGN_OF[change.action], str(change.address), ", ".join(said))
    return [*heading(words.DIFFERENCES.of(language), on.options), *lines] if lines else []


def blocked_section(on: Sheet) -> list[str]:
    """What time alone does not make possible, and what does."""
    lines = [line for b in on.plan.blocked for line in _blocked_row(on, b)]
    return [*heading(words.BLOCKED.of(on.options.language), on.options), *lines] if lines else []


def _blocked_row(on: Sheet, blocked: Blocked) -> list[str]:
    language, width = on.options.language, on.options.width
    action = words.ACTIONS[blocked.action].of(language) if blocked.action in words.ACTIONS else blocked.action
    message, way_out = blocked.message.of(language), blocked.help.of(language)
    text = f"{action}, {blocked.rule}: {message}" if message else f"{action}, {blocked.rule}"
    lines = row(on, "!", str(blocked.address), text)
    if way_out and on.options.detail != "concise":
        lines += wrap(way_out, width, f"{' ' * 8}{words.HELP.of(language)}: ")
    return lines


def _legend(on: Sheet) -> list[str]:
    language = on.options.language
    if on.options.detail == "concise":
        return []
    used = {sign(o, on.known) for w in on.plan.waves for o in w.orders}
    used |= {SIGN_OF[c.action] for c in uncovered(on.plan)} | ({"!"} if on.plan.blocked else set())
    told = ", ".join(f"{mark} {text.of(language)}" for mark, text in words.SIGNS.items() if mark in used)
    return wrap(f"{words.LEGEND.of(language)}: {told}", on.options.width, "", "  ") if told else []


def _guards(on: Sheet) -> list[str]:
    language, plan = on.options.language, on.plan
    lines: list[str] = []
    if plan.allowances:
        named = ", ".join(f"{name}={n}" for name, n in plan.allowances.items())
        lines += wrap(words.ALLOWED.of(language).format(guards=named), on.options.width, "", "  ")
    if plan.refused:
        text = words.REFUSED.of(language).format(guards=", ".join(plan.refused))
        lines += paint_first(wrap(text, on.options.width, "", "  "),
                             text.split(",")[0], "error", colour=on.options.colour)
        if on.options.detail == "concise":  # else it stands below each finding
            for finding in on.report.findings:
                if finding.rule in plan.refused and (way_out := finding.help.of(language)):
                    lines += wrap(f"{finding.rule}: {way_out}", on.options.width, "", "  ")
    return lines


def last_line(on: Sheet) -> list[str]:
    """The counts, always in the same order."""
    title = words.TITLES.get(on.report.command, words.TITLES["plan"]).of(on.options.language)
    return wrap(f"{title}: {tallies(on.plan, on.options.language)}", on.options.width, "", "  ")
