"""For a terminal: what apply did, what lies in the cart, and what was ordered."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Position
from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views._cost import cost_table
from reconciler.views._counts import outcomes
from reconciler.views._describe import PAID, sign, step
from reconciler.views._layout import table, wrap
from reconciler.views._plan import blocked_section, plan_sections, wave_sections
from reconciler.views._sheet import Sheet, heading, row
from reconciler.views._style import paint
from reconciler.views._view import Options
from reconciler.views._yes import consequences

_IN_CART = (Outcome.DONE, Outcome.ALREADY_PRESENT)


def apply_sections(on: Sheet) -> Iterator[list[str]]:
    """What became of each order that was due, in short what comes later, and that nothing was bought."""
    report, options = on.report, on.options
    rows = [line for order, receipt in outcomes(report) for line in _outcome_row(on, order, receipt)]
    yield [*heading(words.RESULT.of(options.language), options), *rows] if rows else []
    later = on.plan.waves[1:] if on.plan.due else on.plan.waves
    if options.detail == "full":
        yield from plan_sections(on, later)
    else:
        brief = on._replace(options=replace(options, detail="concise"))
        yield from (*wave_sections(brief, later), blocked_section(brief))
    yield [line for said in apply_hints(report, options.language) for line in wrap(said, options.width)]


def apply_hints(report: Report, language: str) -> Iterator[str]:
    """What to do about an unknown outcome, and that nothing was bought."""
    done = outcomes(report)
    if any(r.outcome is Outcome.UNKNOWN for _, r in done):
        yield words.RUN_AGAIN.of(language)
    if any(o.channel == "cart" and r.outcome in _IN_CART for o, r in done):
        yield f"{words.NOTHING_ORDERED.of(language)} {words.TO_ORDER.of(language)}"


def outcome_counts(report: Report, language: str) -> str:
    """``12 due: 9 done, 1 unknown``; only what occurs."""
    counts = Counter(r.outcome for _, r in outcomes(report))
    if not counts:
        return words.NOTHING_DUE.of(language)
    told = (f"{words.number(counts[o], language)} {words.STATES[o].of(language)}" for o in Outcome if counts[o])
    return f"{words.PLANNED.of(sum(counts.values()), language)}: {', '.join(told)}"


def state_of(order: Order, receipt: Receipt, language: str) -> str:
    """The word for what became of an order; what went into the cart says so."""
    in_cart = order.channel == "cart" and receipt.outcome is Outcome.DONE and order.verb != "withdraw"
    return words.STATES["in-cart" if in_cart else receipt.outcome].of(language)


def reason_of(receipt: Receipt, language: str) -> str:
    """Rule and sentence of a refusal, as far as there are any."""
    message = receipt.message.of(language) if receipt.message else ""
    return ": ".join(x for x in (receipt.rule, message) if x)


def _outcome_row(on: Sheet, order: Order, receipt: Receipt) -> list[str]:
    language = on.options.language
    paid = f" ({words.PAID.of(language)})" if order.verb in PAID else ""
    said = [state_of(order, receipt, language), step(order.verb, order.item, language) + paid]
    lines = row(on, sign(order, on.known), str(order.address), " – ".join(said))
    reason = reason_of(receipt, language)
    return lines + (wrap(reason, on.options.width, " " * 8, " " * 10) if reason else [])


def cart_sections(report: Report, options: Options) -> Iterator[list[str]]:
    """The cart as a table, and how much of it is ours."""
    language = options.language
    if not report.positions:
        yield wrap(words.CART_EMPTY.of(language), options.width)
        return
    yield _position_table(report.positions, options)
    ours = sum(p.ours for p in report.positions)
    count = words.POSITIONS.of(len(report.positions), language)
    yield [f"{count}: {ours} {words.OURS.of(language)}, {len(report.positions) - ours} {words.FOREIGN.of(language)}"]
    yield from _cost(report, options)
    if any(p.ours and p.state == "in-cart" for p in report.positions):
        yield wrap(words.TO_ORDER.of(language), options.width)


def order_sections(report: Report, options: Options) -> Iterator[list[str]]:
    """What was ordered, or that nothing was."""
    language = options.language
    yield _position_table(report.positions, options) if report.positions else []
    if report.positions:
        yield from _cost(report, options)
    yield [line for r in report.receipts if reason_of(r, language)
           for line in wrap(reason_of(r, language), options.width)]
    yield wrap(order_sentence(report, language), options.width)


def _cost(report: Report, options: Options) -> Iterator[list[str]]:
    """What the positions cost; those of others count only where they are ordered too."""
    if report.cost is None:
        return
    language = options.language
    told = [consequence.told(len(consequence.names), language) for consequence in consequences(report, language)]
    if report.command == "cart" and any(not p.ours and p.state == "in-cart" for p in report.positions):
        told.append(words.FOREIGN_SUM.of(language))
    yield [line for sentence in told for line in wrap(sentence, options.width, "", "  ")]
    yield cost_table(report.cost, options) if options.detail != "concise" else []


def order_sentence(report: Report, language: str) -> str:
    """Whether anything was bought."""
    states = {r.outcome for r in report.receipts}
    if Outcome.UNKNOWN in states:
        return words.ORDER_UNKNOWN.of(language)
    ordered = sum(p.state == "ordered" for p in report.positions)
    if ordered and states & set(_IN_CART):
        return words.ORDERED.of(ordered, language)
    return words.NOTHING_ORDERED.of(language)


def position_cells(position: Position, language: str) -> tuple[str, str, str, str]:
    """State, whose, address, and the step of a position, with its day and the reason of a refusal."""
    said = [step(position.verb, position.item, language)]
    reason = ": ".join(filter(None, (position.rule, position.reason.of(language))))
    if position.activation_date:
        said.append(words.ACTIVE_FROM.of(language).format(day=position.activation_date))
    return (
        words.STATES[position.state].of(language) if position.state in words.STATES else position.state,
        (words.OURS if position.ours else words.FOREIGN).of(language),
        str(position.address),
        ", ".join([*said, reason] if reason else said),
    )


def _position_table(positions: Sequence[Position], options: Options) -> list[str]:
    language = options.language
    head = tuple(h.of(language) for h in words.POSITION_HEAD)
    top, *lines = table([head, *(position_cells(p, language) for p in positions)], options.width)
    return [paint(top, "bold", colour=options.colour), *lines]
