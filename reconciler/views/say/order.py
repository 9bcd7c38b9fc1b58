"""An order as short pieces of text; how they are laid out is the view's own."""

from collections.abc import Iterator, Mapping
from typing import Any

from reconciler.model.booking import item_name
from reconciler.model.meaning import ENDING, PAID, booked, books
from reconciler.model.order import Order
from reconciler.model.plan import Known
from reconciler.model.position import Position
from reconciler.model.renames import NAME
from reconciler.views.say import words
from reconciler.views.say.change import SIGN_OF, differing, parts, shift, show
from reconciler.views.spoken import Spoken

_TELLING = ("group", "number.external", "number.internal")  # what tells a new workplace at a glance


def sign(order: Order, of: Known) -> str:
    """The sign of an order: ``+``, ``~``, ``-``, ``<``, or ``-/+`` for a step of a replace."""
    return "-/+" if of.replaces(order) else SIGN_OF.get(order.verb, "~")


def step(verb: str, item: str, voice: Spoken, *more: str) -> str:
    """What an order does, in words: ``book assistant``; ``more`` says which one of its sort."""
    word = voice.say(words.VERBS[verb]) if verb in words.VERBS else verb
    what = " ".join([item_word(item, voice), *more])
    return voice.say(words.STEP, verb=word, what=what) if what else word


def item_word(item: str, voice: Spoken) -> str:
    """What is booked, as people call it."""
    name = item_name(item)
    return name if isinstance(name, str) else voice.say(name)


def deed(it: Order | Position, voice: Spoken) -> str:
    """What an order or a position does, with all that somebody pays for: ``activate with assistant (paid)``."""
    items = tuple(booked(it.body))
    if it.verb == "activate" and items:
        what = voice.say(words.WITH, what=step(it.verb, "", voice), names=voice.together(items))
    else:
        what = step(it.verb, it.item, voice, *(items if it.verb == "book" else ()))
    return f"{what} ({voice.say(words.PAID)})" if it.verb in PAID else what


def pieces(order: Order, of: Known, voice: Spoken) -> Iterator[str]:
    """What an order does, costs and binds; its fields and its note are told apart."""
    yield deed(order, voice)
    if order.verb == "change" and (items := books(order, of)):
        yield voice.say(words.BOOKED, names=voice.together(items))
    if change := of.replaces(order):
        yield voice.say(words.REPLACED)
        if order.address == change.address and change.was:
            yield voice.say(words.WAS, name=change.was)
    cause = of.changes.get(order.address)
    if cause and cause.reason in words.REASONS and order.verb in (*ENDING, "withdraw"):
        yield voice.say(words.REASONS[cause.reason])
    if order.binds_until:
        yield voice.say(words.BINDS_TO, day=voice.day(order.binds_until))
    yield from begins(order, voice)


def begins(one: Order | Position, voice: Spoken) -> Iterator[str]:
    """From which day on what is set up counts, and from which it works, where these differ; rejected, it never will."""
    if getattr(one, "state", "") == "rejected":
        return
    day, works = one.activation_date, one.works_from
    if day and works and works > day:
        yield voice.say(words.COUNTS_FROM, day=day, works=works)
    elif day:
        yield voice.say(words.ACTIVE_FROM, day=day)


def note(order: Order, voice: Spoken) -> tuple[str, ...]:
    """The planner's own remark, if there is one."""
    return (voice.say(order.note),) if order.note else ()


def told_fields(order: Order, of: Known, voice: Spoken) -> Iterator[tuple[str, str]]:
    """Path and sentence of each field worth a place in the line of an order."""
    change = of.changes.get(order.address)
    if order.verb == "update":
        fields = {f.path: f for f in change.fields} if change else {}
        for path, after in order.body.items():
            field = fields.get(path)
            if path == NAME:
                yield path, voice.say(words.CALLED, name=order.address._replace(name=after))
            elif field and (order.address, path) not in of.stepwise:
                yield from ((part.path, shift(part, voice)) for part in parts(field))
            else:  # what the portal holds just before this step is not told
                yield path, f"{path} → {show(after, voice)}"
    elif order.verb == "change":
        yield from all_fields(order, of, voice)
    elif order.verb == "activate":
        moved = {f.path: f for f in change.fields if f.before not in (None, f.after)} if change else {}
        found = ((path, _leaf(order.body, path)) for path in _TELLING)
        yield from ((path, shift(moved[path], voice) if path in moved else f"{path} {show(value, voice)}")
                    for path, value in found if value is not None)


def all_fields(order: Order, of: Known, voice: Spoken) -> Iterator[tuple[str, str]]:
    """Path and sentence of each field that an order carries."""
    change = of.changes.get(order.address)
    if order.verb == "update":
        yield from told_fields(order, of, voice)
    elif change and order.verb in ("activate", "create", "change"):
        yield from ((f.path, shift(f, voice)) for f in differing(change))


def _leaf(body: Any, path: str) -> Any:
    for key in path.split("."):
        body = body.get(key) if isinstance(body, Mapping) else None
    return body
