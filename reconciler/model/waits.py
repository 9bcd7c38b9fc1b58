"""Waits and notes of steps, as the sentences that the planning stages say."""

from collections.abc import Iterable
from datetime import date

from reconciler.model.address import Address
from reconciler.model.booking import ONE_DAY, first_end, item_name
from reconciler.model.marks import Allows, AvailableFrom, Fixed, Paired, Term
from reconciler.model.message import Joined, Message, Said, Value, Word, sentence, some
from reconciler.model.order import Wait
from reconciler.model.plan import Blocked
from reconciler.model.references import Reference
from reconciler.model.step import Step
from reconciler.model.text import Text


def term(mark: Term, what: Value, began: date) -> Wait:
    """A minimum term that is not over yet."""
    return Wait(mark.rule, first_end(mark, began), sentence(
        "{what}: Mindestlaufzeit von {days} Tagen seit {began}", "{what}: minimum term of {days} days since {began}",
        what=what, days=mark.days, began=began,
    ))


def active(until: date) -> Wait:
    """An ordered workplace can be changed only when it is active."""
    return Wait("ACTIVE", until, sentence(
        "bestellt, aber noch nicht aktiv; änderbar ab {day}",
        "ordered but not yet active; can be changed from {day} on",
        day=until,
    ))


def available(mark: AvailableFrom, number: str, until: date) -> Wait:
    """A number that the network knows only from a day on."""
    return Wait(mark.rule, until, sentence(
        "Rufnummer {number} ist erst ab {day} verfügbar", "number {number} is available from {day} on only",
        number=number, day=until,
    ))


def moved(wait: Wait) -> Message:
    """Why something begins later than it could."""
    return sentence("beginnt, sobald die Rufnummer verfügbar ist ({rule})",
                    "begins when its number is available ({rule})",
                    rule=Word(wait.rule))


_UNCHANGEABLE = {"metadata.name": Text("der Benutzername", "a user name"), "group": Text("die Gruppe", "the group")}


def replaced(fixed: Iterable[tuple[str, Fixed]]) -> Message:
    """Why a replace and not an update, by the paths that cannot change, and what it means for the person."""
    causes = tuple(sentence("{what} ist nicht änderbar ({rule})", "{what} cannot be changed ({rule})",
                        what=_UNCHANGEABLE.get(path) or Word(path), rule=Word(mark.rule)) for path, mark in fixed)
    return sentence("{causes}", "{causes}", causes=Joined((*causes, _OUT_OF_REACH), "; "))


_OUT_OF_REACH = Text("von der Löschung bis dahin nicht erreichbar", "out of reach from the deletion until then")

_DEEDS = {
    "activate": Text("Einrichtung", "activation"), "delete": Text("Löschung", "deletion"),
    "book": Text("Buchung", "booking"), "cancel": Text("Kündigung", "cancellation"),
    "change": Text("Änderung", "change"), "withdraw": Text("Rücknahme", "withdrawal"),
    "create": Text("Anlage", "creation"), "update": Text("Änderung", "change"), "remove": Text("Entfernung", "removal"),
}


def step(verb: str, item: str = "") -> Said:
    """What an order does, as a noun: ``booking of assistant``."""
    deed = _DEEDS[verb]
    return sentence("{deed} von {item}", "{deed} of {item}", deed=deed, item=item_name(item)) if item else deed


def of_whom(verb: str, item: str, address: Address) -> Message:
    """What an order or a position does, and to whom: ``booking of assistant for workplace/anna``."""
    return sentence("{deed} {join} {address}", "{deed} {join} {address}", deed=step(verb, item), address=address,
                join=Text("für", "for") if item else Text("von", "of"))


def carried_out(address: Address, verb: str, until: date) -> Wait:
    """Another order must have been carried out."""
    return Wait("SEQ-1", until, sentence(
        "erst nach ausgeführter {deed} von {address}", "only after the {deed} of {address} was carried out",
        deed=step(verb), address=address,
    ))


def not_bought(wait: Wait) -> Wait:
    """What is waited for lies in the cart: until somebody buys it, the day moves on with every day."""
    return wait._replace(message=sentence("{wait}; die liegt noch unbestellt im Warenkorb (reconciler order)",
                                          "{wait}; it lies in the cart, not ordered (reconciler order)",
                                          wait=wait.message))


def sent_before(address: Address, verb: str, until: date) -> Wait:
    """Another order, which itself must wait, must have been sent."""
    return Wait("SEQ-1", until, sentence("erst nach der {deed} von {address}", "only after the {deed} of {address}",
                                     deed=step(verb), address=address))


def made_anew(address: Address, day: date) -> Wait:
    """What is replaced goes only the day before it can be set up anew."""
    return Wait("SEQ-1", day - ONE_DAY, sentence(
        "erst kurz vor der neuen Einrichtung von {address} am {day}",
        "only shortly before {address} is set up anew on {day}", address=address, day=day,
    ))


def together(until: date) -> Wait:
    """Who steps aside for others does so when all can move."""
    return Wait("SEQ-1", until, sentence("erst zusammen mit den übrigen Schritten des Tauschs",
                                     "only together with the other steps of the swap"))


def not_alone(mark: Paired, item: str, other: Address, day: date) -> Wait:
    """A package that one alone must not have is booked together with the next one's."""
    return Wait(mark.rule, day, sentence("{item} erst zusammen mit {other}, nicht allein",
                                     "{item} only together with {other}, not alone", item=item_name(item), other=other))


def no_room(mark: Allows, quota: int, other: Address, deed: str, day: date) -> Wait:
    """The contract allows one more only once another one goes."""
    return Wait(mark.rule, day, sentence(
        "erst mit der {deed} von {other}; bis dahin ist das Kontingent von {quota} ausgeschöpft",
        "only with the {deed} of {other}; until then the quota of {quota} is used up",
        deed=step(deed), other=other, quota=quota))


def no_room_at_all(quota: int, going: Blocked | None) -> tuple[Said, Said]:
    """Why one more cannot be, whoever goes, and what unblocks it; ``going`` would make room, but is blocked itself."""
    full = sentence("das Kontingent von {quota} ist ausgeschöpft, und mit diesem Plan wird nichts frei",
                    "the quota of {quota} is used up, and with this plan no room becomes free", quota=quota)
    return (full, _MORE_ROOM) if going is None else (_because(full, going), going.help)


_MORE_ROOM = Text("weniger wünschen, auch Löschungen planen (ohne --target, --exclude, --select) oder das Kontingent "
                  "erhöhen lassen",
                  "wish for fewer, plan deletions as well (without --target, --exclude, --select), or have the quota "
                  "raised")


def never_alone(item: str, other: Blocked) -> Message:
    """Why somebody cannot get what none may have alone."""
    return _because(sentence("{item} nur zusammen mit {other}, nicht allein",
                             "{item} only together with {other}, not alone", item=item_name(item), other=other.address),
                    other)


def _because(what: Said, cause: Blocked) -> Message:
    return sentence("{what} ({address}: {cause})", "{what} ({address}: {cause})", what=what, address=cause.address,
                    cause=cause.message)


def kept(path: str, value: object) -> Message:
    """A value that ``auto`` chose at creation stays, whatever its neighbour becomes."""
    return sentence("{path} bleibt {value}", "{path} stays {value}", path=Word(path), value=str(value))


PARKED = Text("weicht kurz aus, damit keine Nummer doppelt vergeben ist",
              "steps aside for a moment, so that no number is held twice")
UNREACHABLE = Text("kurz ohne Rufnummer: keine freie Nummer zum Ausweichen",
                   "without a number for a moment: no free number to step aside to")
IN_CART = Text("liegt im Warenkorb; erst der Befehl order bestellt es",
               "in the cart; only the command order buys it")
ORDERED = Text("bestellt und noch nicht ausgeführt", "ordered and not yet carried out")
AFTERWARDS = Text("nach den Schritten davor", "after the steps before it")


def needed(address: Address, reference: Reference) -> Value:
    """What of a resource is referred to: a part of it, or a number in it, with its address; else itself."""
    part = reference.element[1] if reference.element else reference.number
    return sentence("{part} ({address})", "{part} ({address})", part=part, address=address) if part else address


def still_used(what: Value, by: Iterable[Address]) -> tuple[Message, Message]:
    """Why something cannot be removed, and what unblocks it."""
    users = [*by]
    names = some(users)
    return (
        sentence("{what} wird noch von {by} verwendet", "{what} is still used by {by}", what=what, by=names),
        sentence("{by} ändern oder in die Manifeste aufnehmen", "change {by}, or take {it} into the manifests",
                 by=names, it="it" if len(users) == 1 else "them"),
    )


def asleep(step: Step) -> tuple[Message, Text]:
    """Nothing is booked for who is deactivated, and what unblocks it."""
    return sentence("{address} ist deaktiviert; gebucht wird nur für aktive Arbeitsplätze",
                    "{address} is deactivated; only for active workplaces anything is booked",
                    address=step.address), _AWAKE


_AWAKE = Text("den Arbeitsplatz am Portal aktivieren, oder die Buchung aus den Manifesten nehmen",
              "activate the workplace at the portal, or take the booking out of the manifests")


def unbought(step: Step, held: Value = "") -> tuple[Message, Text]:
    """What is waited for was put into the cart by others, what it holds or needs, and what unblocks it."""
    what = of_whom(step.verb, step.item, step.address)
    if held:
        return sentence("{held} wird für die {what} gebraucht, die andere in den Warenkorb gelegt haben, unbestellt",
                        "{held} is needed for the {what}, which others put into the cart, not ordered",
                        held=held, what=what), _UNBOUGHT_HELP
    return sentence("wartet auf die {what}, die andere in den Warenkorb gelegt haben, unbestellt",
                    "waits for the {what}, which others put into the cart, not ordered",
                    what=what), _UNBOUGHT_HELP


_UNBOUGHT_HELP = Text("am Portal klären, wer das wollte, und es dort bestellen oder herausnehmen",
                      "find out at the portal who wanted that, and order it there or take it out")
