"""Buying what lies in the cart: all of it or nothing, by content, and read back.

After the call there is one way out: the report comes from what the portal acknowledged and tells when read again.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from reconciler import errors
from reconciler.commands._counted import n
from reconciler.commands._sending import release
from reconciler.commands.opened import Opened, noted
from reconciler.effects import Effects
from reconciler.errors import LeaseHeld, Unreachable
from reconciler.model.cost import Cost, Sums
from reconciler.model.message import Joined, Message, Said, Word, sentence
from reconciler.model.order import Outcome, Receipt
from reconciler.model.position import Position
from reconciler.model.report import Report
from reconciler.model.sections import Purchase
from reconciler.model.text import NOTHING, Text
from reconciler.planning.pricing import cart_cost
from reconciler.ports import Portal
from reconciler.runner import ATTEMPTS
from reconciler.stages.outlook.linger import counted

BOUGHT = ("ordered", "done")
"""The states of positions that were bought."""

UNREAD = Text("Das Portal hat {positions} angenommen, ließ sich danach aber nicht nachlesen. "
              "Nachsehen: reconciler cart",
              "The portal took {positions}, but could not be read afterwards. Look: reconciler cart")
ELSE_THERE = Text("Das Portal hat die Bestellung angenommen, zeigt sie beim Nachlesen aber nicht so. "
                  "Nachsehen: reconciler cart",
                  "The portal took the order, but does not show it so when read again. Look: reconciler cart")
UNANSWERED = Text("Ob {positions} bestellt {are}, lässt sich nicht sagen: Die Antwort ging verloren. "
                  "Erst nachsehen: reconciler cart",
                  "Nobody can say whether {positions} {are} ordered: the answer was lost. "
                  "Look first: reconciler cart")


def buy(report: Report, opened: Opened, portal: Portal, effects: Effects, take: Callable[[], int]) -> Report:
    """What the report shows is bought, if it still costs what it did; ``take`` gives the right to write.

    Raises:
        Unreachable, LeaseHeld: if nothing can have been bought.
        KeyboardInterrupt: if somebody asked to stop before.
    """
    purchase = report.get(Purchase) or Purchase()
    contents, cost = {p.ref: p.digest for p in purchase.positions}, purchase.meaning.cost
    effects.hold_signals()
    token = take()
    try:
        if cost:  # a yes was said to this sum, perhaps a while ago
            now = cart_cost(opened.wishes, portal.observe(), set(contents), opened.kit).cost
            if now != cost:
                return ended(report, errors.UNKNOWN, repriced(cost, now))
        if effects.stopped():
            raise KeyboardInterrupt
        report = _read_back(report, purchase, _submitted(contents, portal, token), contents, portal)
    finally:
        notes = release(portal, token)
    return noted(report, notes)


def _submitted(contents: Mapping[str, str], portal: Portal, token: int) -> Receipt:
    """What the portal says to all of it, all or none; where no answer comes, what can be seen.

    Raises:
        Unreachable, LeaseHeld: if nothing can have been bought.
    """
    answer: Receipt | None = None
    for attempt in range(ATTEMPTS):
        try:
            answer = portal.submit(contents, token)
        except (Unreachable, LeaseHeld):
            if attempt == 0:
                raise
            answer = None
        except (Exception, KeyboardInterrupt):  # noqa: BLE001 - no answer: only reading back can tell
            answer = None
        if answer and (attempt == 0 or answer.outcome is Outcome.DONE):
            return answer
        states = _states(contents, portal)  # a refusal may be due to an earlier attempt that bought all
        if states and states <= set(BOUGHT):
            return Receipt("", Outcome.DONE)
        if answer and states == {"in-cart"}:
            return answer
    return Receipt("", Outcome.UNKNOWN)


def _states(contents: Mapping[str, str], portal: Portal) -> set[str]:
    """The states of these positions; empty where the portal cannot be read."""
    known = _read(portal)
    return {known[ref].state if ref in known else "" for ref in contents} if known else set()


def _read(portal: Portal) -> dict[str, Position]:
    """All positions by reference; empty where the portal cannot be read."""
    try:
        return {p.ref: p for p in portal.positions()}
    except Exception:  # noqa: BLE001 - after buying nothing may be raised any more
        return {}


def _read_back(
    report: Report, asked: Purchase, receipt: Receipt, contents: Mapping[str, str], portal: Portal
) -> Report:
    """The report of what was bought, from what the portal acknowledged and what it tells when read again."""
    known, count, day = _read(portal), len(contents), report.head.as_of or date.min
    positions = tuple(counted(known.get(p.ref, p), day) for p in asked.positions)
    there = all(p.state in BOUGHT and p.digest == contents[p.ref] for p in positions)
    closing: Said = Message(UNANSWERED, {
        "positions": _positions(count), "are": Text("ist", "is") if count == 1 else Text("sind", "are")})
    code, bought = errors.UNKNOWN, "unknown"
    if receipt.outcome is Outcome.REJECTED:
        code = errors.UNKNOWN if receipt.rule == "CART-2" else errors.REFUSED
        closing, bought = receipt.message or nothing(0), "nothing"
    elif known and there:
        receipt, code, closing, bought = replace(receipt, outcome=Outcome.DONE), errors.DONE, said(count), "ordered"
    elif receipt.outcome is Outcome.DONE and not known:
        positions = tuple(replace(p, state="ordered") for p in positions)
        closing, bought = Message(UNREAD, {"positions": _positions(count)}), "ordered"
    elif receipt.outcome is Outcome.DONE:
        closing, bought = ELSE_THERE, "ordered" if any(p.state == "ordered" for p in positions) else "nothing"
    meaning = asked.meaning.with_positions(positions)
    return report.having(Purchase(positions, meaning, (receipt,), bought)).ending(code, closing)


def ended(report: Report, code: int, closing: Said) -> Report:
    """The report of an order by which nothing was bought now."""
    purchase = report.get(Purchase) or Purchase()
    if purchase.bought == "asked":
        report = report.having(replace(purchase, bought="nothing"))
    return report.ending(code, closing)


def nothing(foreign: int) -> Said:
    """That there is nothing to buy; ``foreign`` positions of others may lie in the cart."""
    if not foreign:
        return Text("Der Warenkorb ist leer; bestellt wurde nichts.", "The cart is empty; nothing was bought.")
    return sentence("Eigenes liegt nicht im Warenkorb, nur {others}; bestellt wurde nichts. Mit ihnen: --with-foreign",
                    "Nothing of ours lies in the cart, only {others}; nothing was bought. With them: --with-foreign",
                    others=n(foreign, Text("fremde Position", "position of others"),
                             Text("fremde Positionen", "positions of others")))


def said(count: int) -> Message:
    """That so many positions were bought."""
    return sentence("Das Portal hat {positions} übernommen; {each} wird an ihrem Tag noch einmal geprüft und dann "
                    "ausgeführt.",
                    "The portal took {positions}; {each} is checked once more on its day and then carried out.",
                    positions=_positions(count), each=Text("sie", "it") if count == 1 else Text("jede", "each"))


def _positions(count: int) -> Message:
    return n(count, Text("Position", "position"), Text("Positionen", "positions"))


def repriced(planned: Cost, now: Cost | None) -> Message:
    """That the sum is not the one that was planned or agreed to."""
    left_out = Joined(tuple(Word(item.name) for item in now.unpriced)) if now else Joined(())
    without = sentence(", ohne Preis für {names}", ", without a price for {names}", names=left_out)
    return sentence(
        "Der Warenkorb kostet nicht mehr dasselbe. Geplant oder bestätigt: {there}; jetzt: {here}{without}. "
        "Bestellt wurde nichts.",
        "The cart no longer costs the same. Planned or agreed to: {there}; now: {here}{without}. Nothing was bought.",
        there=_sums(planned.currency, planned.cart or planned.monthly),
        here=_sums(now.currency, now.monthly) if now else UNPRICED, without=without if left_out.parts else NOTHING,
    )


UNPRICED = Text("ohne Preisbuch nicht mehr zu berechnen", "it cannot be computed without a price book")


def _sums(currency: str, sums: Sums) -> Message:
    return sentence("{before} → {after} {currency} im Monat (bindet mindestens {bound})",
                    "{before} → {after} {currency} a month (binds at least {bound})",
                    before=sums.before, after=sums.after, bound=sums.bound, currency=Word(currency))
