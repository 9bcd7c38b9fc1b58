"""For a terminal: what apply did, what lies in the cart, and what was ordered."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconciler.model.finding import Severity
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Position
from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views import _words_cart as own
from reconciler.views import _words_cost as money
from reconciler.views._cost import cost_table
from reconciler.views._counts import by_severity, outcomes
from reconciler.views._describe import PAID, begins, deed, number_of, sign, step
from reconciler.views._layout import table, wrap
from reconciler.views._manual import manual_section
from reconciler.views._plan import blocked_section, plan_sections, wave_sections
from reconciler.views._sheet import Sheet, heading, row
from reconciler.views._style import paint
from reconciler.views._view import Options
from reconciler.views._yes import consequences, lingering

_ALL = 1_000_000
_IN_CART = (Outcome.DONE, Outcome.ALREADY_PRESENT)


def apply_sections(on: Sheet) -> Iterator[list[str]]:
    """What became of each order that was due, in short what comes later, and that nothing was bought."""
    report, options = on.report, on.options
    rows = [line for order, receipt in outcomes(report) for line in _outcome_row(on, order, receipt)]
    yield [*heading(own.RESULT.of(options.language), options), *rows] if rows else []
    later = on.plan.waves[1:] if on.plan.due else on.plan.waves
    if options.detail == "full":
        yield from plan_sections(on, later)
    else:
        brief = on._replace(options=replace(options, detail="concise"))
        yield from (*wave_sections(brief, later), blocked_section(brief), manual_section(report, options))
    yield [line for said in apply_hints(report, options.language) for line in wrap(said, options.width)]


def apply_hints(report: Report, language: str) -> Iterator[str]:
    """What to do about an unknown outcome, and that nothing was bought."""
    done = outcomes(report)
    if any(r.outcome is Outcome.UNKNOWN for _, r in done):
        yield own.RUN_AGAIN.of(language)
    went_in = [order for order, receipt in done if _went_in(order, receipt)]
    if not report.unordered and went_in:  # the cart could not be read again
        buy = own.TO_ORDER if any(o.verb in (*PAID, "change") for o in went_in) else own.BUY
        yield f"{own.NOTHING_ORDERED.of(language)} {buy.of(language)}"
    if report.unordered:
        told = " ".join(f"{left.told(0, language)}." for left in lingering(report, language))
        yield f"{own.NOTHING_ORDERED.of(language)} {told}"


def _went_in(order: Order, receipt: Receipt) -> bool:
    """Whether an order is in the cart because of this run."""
    return order.channel == "cart" and order.verb != "withdraw" and receipt.outcome is Outcome.DONE


def outcome_counts(report: Report, language: str) -> str:
    """``12 due: 9 done, 1 unknown``; only what occurs."""
    counts = Counter(r.outcome for _, r in outcomes(report))
    if not counts:
        broken = by_severity(report.findings, Severity.ERROR)
        return (words.NOTHING_DONE if broken else words.NOTHING_DUE).of(language)
    told = (f"{words.number(counts[o], language)} {own.STATES[o].of(language)}" for o in Outcome if counts[o])
    return f"{own.PLANNED.of(sum(counts.values()), language)}: {', '.join(told)}"


def state_of(order: Order, receipt: Receipt, language: str) -> str:
    """The word for what became of an order; what went into the cart says so."""
    if order.channel == "cart" and receipt.outcome is Outcome.DONE:
        return (own.WITHDRAWN if order.verb == "withdraw" else own.STATES["in-cart"]).of(language)
    return own.STATES[receipt.outcome].of(language)


def outcome_line(order: Order, receipt: Receipt, language: str) -> str:
    """One line while orders are sent: what became of which order."""
    return f"{state_of(order, receipt, language)}: {step(order.verb, order.item, language)}, {order.address}"


def reason_of(receipt: Receipt, language: str) -> str:
    """Rule and sentence of a refusal, as far as there are any."""
    message = receipt.message.of(language) if receipt.message else ""
    return ": ".join(x for x in (receipt.rule, message) if x)


def _outcome_row(on: Sheet, order: Order, receipt: Receipt) -> list[str]:
    language = on.options.language
    said = [state_of(order, receipt, language), *([deed(order, language)] if order.verb != "withdraw" else [])]
    lines = row(on, sign(order, on.known), str(order.address), " – ".join(said))
    reason = reason_of(receipt, language)
    return lines + (wrap(reason, on.options.width, " " * 8, " " * 10) if reason else [])


def cart_sections(report: Report, options: Options) -> Iterator[list[str]]:
    """The cart as a table, how much of it is ours, and what it means to buy that."""
    language = options.language
    shown, finished = shown_positions(report, options.detail)
    if not shown:
        yield wrap((own.NOTHING_OPEN if finished else own.CART_EMPTY).of(language), options.width)
    else:
        yield _position_table(shown, options)
        ours = sum(p.ours for p in shown)
        count = own.POSITIONS.of(len(shown), language)
        yield [f"{count}: {ours} {own.OURS.of(language)}, {len(shown) - ours} {own.FOREIGN.of(language)}"]
    yield wrap(own.FINISHED.of(finished, language), options.width) if finished else []
    if lying := [p for p in report.positions if p.ours and p.state == "in-cart"]:
        yield from _meaning(report, own.IF_ORDERED.of(language), options)
        yield wrap(_to_order(lying, language), options.width)


def _to_order(lying: Sequence[Position], language: str) -> str:
    """How these are bought, and whether somebody pays for them."""
    paid = sum(p.verb in PAID for p in lying)
    word = own.TO_ORDER_FREE if not paid else own.TO_ORDER if paid == len(lying) else own.TO_ORDER_SOME
    return word.of(language).format(paid=words.number(paid, language))


def shown_positions(report: Report, detail: str) -> tuple[Sequence[Position], int]:
    """The positions that somebody still has to do with, and how many others there are; in full, all of them."""
    shown = [p for p in report.positions if p.state != "done" or detail == "full"]
    return shown, len(report.positions) - len(shown)


def order_sections(report: Report, options: Options) -> Iterator[list[str]]:
    """What was ordered, or is to be ordered, and what that means; then whether anything was."""
    language = options.language
    declined = bool(report.closing.de) and not (report.receipts or report.exit)  # all of it stood above the question
    if report.positions and not declined:
        yield _position_table(report.positions, options)
        yield from _meaning(report, own.MEANS.of(language), options)
        yield manual_section(report, options)
    yield [line for r in report.receipts if reason_of(r, language)
           for line in wrap(reason_of(r, language), options.width)]
    yield wrap(order_sentence(report, language), options.width)


def _meaning(report: Report, title: str, options: Options) -> Iterator[list[str]]:
    """What the positions bind, end and cost; those of others count only where they are ordered too."""
    language = options.language
    told = [consequence.told(_ALL, language) for consequence in consequences(report, language)]
    if report.command == "cart" and report.cost and any(not p.ours and p.state == "in-cart" for p in report.positions):
        told.append(money.FOREIGN_SUM.of(language))
    lines = [line for sentence in told for line in wrap(sentence, options.width, "  ", "    ")]
    yield [*heading(title, options), *lines] if lines else []
    yield cost_table(report.cost, options) if report.cost and options.detail != "concise" else []


def order_sentence(report: Report, language: str) -> str:
    """Whether anything was bought; nothing while nobody was asked yet."""
    states = {r.outcome for r in report.receipts}
    if Outcome.UNKNOWN in states:
        return own.ORDER_UNKNOWN.of(language)
    ordered = [p for p in report.positions if p.state == "ordered"]
    if states == {Outcome.ALREADY_PRESENT}:
        return own.ORDERED_BEFORE.of(language)
    if ordered and states & set(_IN_CART):
        return _ordered(ordered, language)
    return own.NOTHING_ORDERED.of(language) if report.closing.de else ""


def _ordered(positions: Sequence[Position], language: str) -> str:
    """How much was ordered, and how much of it costs money."""
    paid = sum(p.verb in PAID for p in positions)
    if paid in (0, len(positions)):
        return (own.ORDERED if paid else own.ORDERED_FREE).of(len(positions), language)
    return own.ORDERED_SOME.of(len(positions), language, paid=words.number(paid, language))


def position_cells(position: Position, language: str) -> tuple[str, str, str, str]:
    """State, whose, address, and the step of a position: what it holds, its day, and the reason of a refusal."""
    said = [deed(position, language), *filter(None, [number_of(position.body)])]
    reason = ": ".join(filter(None, (position.rule, position.reason.of(language))))
    said += begins(position, language)
    return (
        own.STATES[position.state].of(language) if position.state in own.STATES else position.state,
        (own.OURS if position.ours else own.FOREIGN).of(language),
        str(position.address),
        ", ".join([*said, reason] if reason else said),
    )


def _position_table(positions: Sequence[Position], options: Options) -> list[str]:
    language = options.language
    head = tuple(h.of(language) for h in own.POSITION_HEAD)
    top, *lines = table([head, *(position_cells(p, language) for p in positions)], options.width)
    return [paint(top, "bold", colour=options.colour), *lines]
