"""The lives of what a portal for rehearsal is made from: since when something is there, and since when it is booked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reconciler.kinds._status import Status, read_status
from reconciler.model.booking import items
from reconciler.model.finding import Breach
from reconciler.model.kind import Kind
from reconciler.model.marks import Term
from reconciler.model.message import Joined, Message, Value, Word, sentence
from reconciler.model.nearest import nearest
from reconciler.model.resource import Life, Resource
from reconciler.model.text import Text


def with_life(resource: Resource, kind: Kind, today: date) -> tuple[Resource, tuple[Breach, ...]]:
    """The resource with the life that its document tells, and what of that cannot be.

    Where no day is told it is long ago, so that no term is running: nothing would tell of one.
    """
    told = read_status(resource.address, resource.layers[0].document.content.get("status"))
    if isinstance(told, Breach):
        return resource, (told,)
    there = items(kind, resource.body)
    long_ago = date(today.year - 1, today.month, 1)
    began = told.activated_on or min((long_ago, *(told.booked_on.values() if kind.mark(Term) else ())))
    booked = {item: told.booked_on.get(item, began) for item in there}
    life = Life(told.state, began, booked)
    return replace(resource, life=life), tuple(_impossible(resource, told, there, today))


def _impossible(resource: Resource, told: Status, there: tuple[str, ...], today: date) -> Iterator[Breach]:
    """Days of what is not booked, and days that have not come or come before the beginning."""
    began = told.activated_on
    if began and began > today:
        yield _day(resource, ("activatedOn",), began, _until(today))
    for item, day in told.booked_on.items():
        path = ("bookedOn", item)
        if item not in there:
            known = Joined(tuple(map(Word, there))) if there else _NOTHING
            values: dict[str, Value] = {"key": item, "nearest": nearest(item, there), "known": known}
            yield Breach("FORM-1", resource.address, ("status", *path), values, at_key=True)
        elif day > today:
            yield _day(resource, path, day, _until(today))
        elif began and day < began:
            yield _day(resource, path, day, sentence(
                "ein Tag vom {began} an, dem Tag der Aktivierung", "a day from {began} on, the day of the activation",
                began=began))


def _day(resource: Resource, path: tuple[str, ...], day: date, expected: Message) -> Breach:
    values: dict[str, Value] = {"value": day, "expected": expected, "example": ""}
    return Breach("FORM-2", resource.address, ("status", *path), values)


def _until(today: date) -> Message:
    return sentence("ein Tag bis zum {today}, dem Tag des Portals", "a day up to {today}, the day of the portal",
                    today=today)


_NOTHING = Text("nichts, denn hier ist nichts gebucht", "nothing, as nothing is booked here")
