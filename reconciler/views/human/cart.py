"""What lies in the cart, and what was ordered, for a terminal."""

from collections.abc import Iterator, Sequence

from reconciler.model.meaning import Meaning
from reconciler.model.position import Position
from reconciler.model.sections import Cart, Purchase
from reconciler.views.human.cost import cost_table
from reconciler.views.human.layout import table, wrap
from reconciler.views.human.outlook import manual_lines
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.human.style import paint
from reconciler.views.say import words_cart as own
from reconciler.views.say import words_cost as money
from reconciler.views.say.outcome import reason_of
from reconciler.views.say.outlook import meant
from reconciler.views.say.position import bought_sentence, position_cells, to_order, unfinished

_ALL = 1_000_000


def cart_blocks(section: Cart | Purchase, on: Sheet) -> Iterator[Lines]:
    """The cart, or what is bought of it."""
    return _cart(section, on) if isinstance(section, Cart) else _purchase(section, on)


def _cart(cart: Cart, on: Sheet) -> Iterator[Lines]:
    """The cart as a table, how much of it is ours, and what it means to buy that."""
    shown, finished = unfinished(cart.positions, full=on.options.full)
    if not shown:
        yield on.wrapped(on.voice.say(own.NOTHING_OPEN if finished else own.CART_EMPTY))
    else:
        yield _position_table(shown, on)
        ours = sum(p.ours for p in shown)
        count, others = on.voice.count(len(shown), own.POSITIONS), len(shown) - ours
        yield [f"{count}: {ours} {on.voice.say(own.OURS)}, {others} {on.voice.say(own.FOREIGN)}"]
    yield on.wrapped(on.voice.count(finished, own.FINISHED)) if finished else []
    if ready := cart.ready:
        more = [on.voice.say(money.FOREIGN_SUM)] if cart.meaning.cost and cart.mixed else []
        yield from _meaning(cart.meaning, on.voice.say(own.IF_ORDERED), more, on)
        yield on.wrapped(on.voice.say(own.HELD) if cart.held else to_order(ready, on.voice))


def _purchase(purchase: Purchase, on: Sheet) -> Iterator[Lines]:
    """What was ordered, or is to be ordered, and what that means; then whether anything was."""
    if purchase.positions and purchase.bought != "declined":  # all of it stood above the question
        yield _position_table(purchase.positions, on)
        yield from _meaning(purchase.meaning, on.voice.say(own.MEANS), [], on)
        yield manual_lines(purchase.meaning.manual, on)
    yield [line for r in purchase.receipts if reason_of(r, on.voice) for line in on.wrapped(reason_of(r, on.voice))]
    said = bought_sentence(purchase, on.voice)
    yield on.wrapped(said) if said else []


def _meaning(meaning: Meaning, title: str, more: list[str], on: Sheet) -> Iterator[Lines]:
    """What the positions bind, end and cost; those of others count only where they are ordered too."""
    told = [*(one.told(_ALL, on.voice) for one in meant(meaning, on.voice)), *more]
    lines = [line for sentence in told for line in wrap(sentence, on.options.width, "  ", "    ")]
    yield [*on.heading(title), *lines] if lines else []
    yield cost_table(meaning.cost, on)


def _position_table(positions: Sequence[Position], on: Sheet) -> Lines:
    head = tuple(map(on.voice.say, own.POSITION_HEAD))
    top, *lines = table([head, *(position_cells(p, on.voice) for p in positions)], on.options.width)
    return [paint(top, "bold", colour=on.options.colour), *lines]
