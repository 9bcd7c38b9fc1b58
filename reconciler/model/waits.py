"""Waits and notes of steps, as the sentences that the planning stages say."""

from collections.abc import Iterable
from datetime import date

from reconciler.model.address import Address
from reconciler.model.booking import ONE_DAY, first_end
from reconciler.model.marks import AvailableFrom, Fixed, Paired, Term
from reconciler.model.order import Wait
from reconciler.model.text import Text


def _day(day: date) -> Text:
    return Text(day.isoformat(), day.isoformat())


def term(mark: Term, what: str, began: date) -> Wait:
    """A minimum term that is not over yet."""
    return Wait(mark.rule, first_end(mark, began), Text(
        f"{what}: Mindestlaufzeit von {mark.days} Tagen seit {began}",
        f"{what}: minimum term of {mark.days} days since {began}",
    ))


def active(until: date) -> Wait:
    """An ordered workplace can be changed only when it is active."""
    day = _day(until)
    return Wait("ACTIVE", until, Text(
        f"bestellt, aber noch nicht aktiv; änderbar ab {day.de}",
        f"ordered but not yet active; can be changed from {day.en} on",
    ))


def available(mark: AvailableFrom, number: str, until: date) -> Wait:
    """A number that the network knows only from a day on."""
    day = _day(until)
    return Wait(mark.rule, until, Text(
        f"Rufnummer {number} ist erst ab {day.de} verfügbar",
        f"number {number} is available from {day.en} on only",
    ))


def moved(wait: Wait) -> Text:
    """Why something begins later than it could."""
    return Text(f"beginnt, sobald die Rufnummer verfügbar ist ({wait.rule})",
                f"begins when its number is available ({wait.rule})")


_UNCHANGEABLE = {"metadata.name": Text("der Benutzername", "a user name"), "group": Text("die Gruppe", "the group")}


def replaced(fixed: Iterable[tuple[str, Fixed]]) -> Text:
    """Why a replace and not an update, by the paths that cannot change, and what it means for the person."""
    causes = [(_UNCHANGEABLE.get(path) or Text(path, path), mark.rule) for path, mark in fixed]
    return Text("; ".join([*(f"{what.de} ist nicht änderbar ({rule})" for what, rule in causes),
                           "von der Löschung bis dahin nicht erreichbar"]),
                "; ".join([*(f"{what.en} cannot be changed ({rule})" for what, rule in causes),
                           "out of reach from the deletion until then"]))


_DEEDS = {
    "activate": Text("Einrichtung", "activation"), "delete": Text("Löschung", "deletion"),
    "book": Text("Buchung", "booking"), "cancel": Text("Kündigung", "cancellation"),
    "change": Text("Änderung", "change"), "withdraw": Text("Rücknahme", "withdrawal"),
    "create": Text("Anlage", "creation"), "update": Text("Änderung", "change"), "remove": Text("Entfernung", "removal"),
}


def step(verb: str, item: str = "") -> Text:
    """What an order does, as a noun: ``booking of assistant``."""
    deed = _DEEDS[verb]
    return Text(f"{deed.de} von {item}", f"{deed.en} of {item}") if item else deed


def of_whom(verb: str, item: str, address: Address) -> Text:
    """What an order or a position does, and to whom: ``booking of assistant for workplace/anna``."""
    deed = step(verb, item)
    join = Text("für", "for") if item else Text("von", "of")
    return Text(f"{deed.de} {join.de} {address}", f"{deed.en} {join.en} {address}")


def inside(sentence: Text) -> Text:
    """A sentence that becomes a part of another one."""
    return Text(sentence.de.rstrip("."), sentence.en.rstrip("."))


def carried_out(address: Address, verb: str, until: date) -> Wait:
    """Another order must have been carried out."""
    deed = step(verb)
    return Wait("SEQ-1", until, Text(
        f"erst nach ausgeführter {deed.de} von {address}",
        f"only after the {deed.en} of {address} was carried out",
    ))


def not_bought(wait: Wait, *, ours: bool) -> Wait:
    """What is waited for lies in the cart: until somebody buys it, the day moves on with every day."""
    if not ours:
        return wait._replace(message=Text(f"{wait.message.de}; die haben andere in den Warenkorb gelegt, unbestellt",
                                          f"{wait.message.en}; others put it into the cart, not ordered"))
    return wait._replace(message=Text(f"{wait.message.de}; die liegt noch unbestellt im Warenkorb (reconciler order)",
                                      f"{wait.message.en}; it lies in the cart, not ordered (reconciler order)"))


def sent_before(address: Address, verb: str, until: date) -> Wait:
    """Another order, which itself must wait, must have been sent."""
    deed = _DEEDS[verb]
    return Wait("SEQ-1", until, Text(f"erst nach der {deed.de} von {address}",
                                     f"only after the {deed.en} of {address}"))


def made_anew(address: Address, day: date) -> Wait:
    """What is replaced goes only the day before it can be set up anew."""
    on = _day(day)
    return Wait("SEQ-1", day - ONE_DAY, Text(
        f"erst kurz vor der neuen Einrichtung von {address} am {on.de}",
        f"only shortly before {address} is set up anew on {on.en}",
    ))


def together(until: date) -> Wait:
    """Who steps aside for others does so when all can move."""
    return Wait("SEQ-1", until, Text("erst zusammen mit den übrigen Schritten des Tauschs",
                                     "only together with the other steps of the swap"))


def not_alone(mark: Paired, item: str, other: Address, day: date) -> Wait:
    """A package that one alone must not have is booked together with the next one's."""
    return Wait(mark.rule, day, Text(f"{item} erst zusammen mit {other}, nicht allein",
                                   f"{item} only together with {other}, not alone"))


def kept(path: str, value: object) -> Text:
    """A value that ``auto`` chose at creation stays, whatever its neighbour becomes."""
    return Text(f"{path} bleibt {value}", f"{path} stays {value}")


PARKED = Text("weicht kurz aus, damit keine Nummer doppelt vergeben ist",
              "steps aside for a moment, so that no number is held twice")
UNREACHABLE = Text("kurz ohne Rufnummer: keine freie Nummer zum Ausweichen",
                   "without a number for a moment: no free number to step aside to")
IN_CART = Text("liegt im Warenkorb; erst der Befehl order bestellt es",
               "in the cart; only the command order buys it")
ORDERED = Text("bestellt und noch nicht ausgeführt", "ordered and not yet carried out")
AFTERWARDS = Text("nach den Schritten davor", "after the steps before it")


def still_used(address: Address, by: Address) -> tuple[Text, Text]:
    """Why something cannot be removed, and what unblocks it."""
    return (
        Text(f"{address} wird noch von {by} verwendet", f"{address} is still used by {by}"),
        Text(f"{by} ändern oder in die Manifeste aufnehmen", f"change {by}, or take it into the manifests"),
    )
