"""A change or an order as short pieces of text; how they are laid out is the view's own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange, ItemChange
from reconciler.model.order import Order
from reconciler.model.plan import Plan
from reconciler.model.position import Position
from reconciler.model.renames import NAME, element_path
from reconciler.model.report import Report
from reconciler.views import _words as words

SIGN_OF = {
    "activate": "+", "create": "+", "book": "+", "change": "~", "update": "~",
    "delete": "-", "cancel": "-", "remove": "-", "withdraw": "<", "replace": "-/+",
}  # fmt: skip
PAID = frozenset({"activate", "book"})
ENDING = frozenset({"delete", "cancel", "remove"})
_STEPS_OF_A_REPLACE = frozenset({"activate", "create", "delete", "remove"})
_TELLING = ("group", "number.external", "number.internal")  # what tells a new workplace at a glance


class Known(NamedTuple):
    """The changes of a plan by address (a renamed one under both names), and the fields changed in two steps."""

    changes: Mapping[Address, Change]
    stepwise: frozenset[tuple[Address, str]]

    def replaces(self, order: Order) -> Change | None:
        """The replace that this order is a step of, or None."""
        change = self.changes.get(order.address)
        fits = change and change.action is Action.REPLACE and order.verb in _STEPS_OF_A_REPLACE
        return change if fits else None


def known(plan: Plan) -> Known:
    """What must be known of a plan to tell of its orders."""
    changes = {c.before.address: c for c in plan.changes if c.before}
    changes |= {c.address: c for c in plan.changes}
    updates = (o for w in plan.waves for o in w.orders if o.verb == "update")
    counts = Counter((o.address, path) for o in updates for path in o.body)
    return Known(changes, frozenset(spot for spot, n in counts.items() if n > 1))


def sign(order: Order, of: Known) -> str:
    """The sign of an order: ``+``, ``~``, ``-``, ``<``, or ``-/+`` for a step of a replace."""
    return "-/+" if of.replaces(order) else SIGN_OF.get(order.verb, "~")


def step(verb: str, item: str, language: str, *more: str) -> str:
    """What an order does, in words: ``book assistant``; ``more`` says which one of its sort."""
    word = words.VERBS[verb].of(language) if verb in words.VERBS else verb
    what = " ".join([item_word(item, language), *more])
    return " ".join(filter(None, (what, word) if language == "de" else (word, what)))


def item_word(item: str, language: str) -> str:
    """What is booked, as people call it."""
    return words.ITEMS[item].of(language) if item in words.ITEMS else item


def booked(body: Mapping[str, Any]) -> Iterator[str]:
    """The packages and the mobile integration in the plain values of an order or a position."""
    yield from body.get("packages") or ()
    integration = body.get("mobileIntegration") or body.get("value")
    if isinstance(integration, Mapping) and "type" in integration:
        yield str(integration["type"])


def number_of(body: Mapping[str, Any]) -> str:
    """The public number in such values; empty where there is none."""
    number = (body.get("number") or {}).get("external")
    return number if isinstance(number, str) and number != "auto" else ""


def books(order: Order, of: Known) -> tuple[str, ...]:
    """What an order books, for which somebody pays: of a changed position what is new in it."""
    if order.verb == "book":
        return tuple(booked(order.body)) or (order.item,)
    if order.verb == "activate":
        return tuple(booked(order.body))
    change = of.changes.get(order.address) if order.verb == "change" else None
    if change is None:
        return ()
    before = {f.path: f.before for f in change.fields}
    return tuple(i for i in booked({f.path: f.after for f in change.fields}) if i not in set(booked(before)))


def deed(it: Order | Position, language: str) -> str:
    """What an order or a position does, with all that somebody pays for: ``activate with assistant (paid)``."""
    items = tuple(booked(it.body))
    if it.verb == "activate" and items:
        what = words.WITH.of(language).format(what=step(it.verb, "", language), names=together(items, language))
    else:
        what = step(it.verb, it.item, language, *(items if it.verb == "book" else ()))
    return f"{what} ({words.PAID.of(language)})" if it.verb in PAID else what


def together(items: Iterable[str], language: str) -> str:
    """``assistant, conference-plus and magentaeins``."""
    *front, last = items
    return f"{', '.join(front)} {words.AND.of(language)} {last}" if front else last


def pieces(order: Order, of: Known, language: str) -> Iterator[str]:
    """What an order does, costs and binds; its fields and its note are told apart."""
    yield deed(order, language)
    if order.verb == "change" and (items := books(order, of)):
        yield words.BOOKED.of(language).format(names=together(items, language))
    if change := of.replaces(order):
        yield words.REPLACED.of(language)
        if order.address == change.address and (name := was(change)):
            yield words.WAS.of(language).format(name=name)
    reason = why(order, of)
    if reason in words.REASONS and order.verb in (*ENDING, "withdraw"):
        yield words.REASONS[reason].of(language)
    if order.binds_until:
        yield words.BINDS_TO.of(language).format(day=order.binds_until)
    yield from begins(order, language)


def begins(one: Order | Position, language: str) -> Iterator[str]:
    """From which day on what is set up counts, and from which it works, where these differ; rejected, it never will."""
    if getattr(one, "state", "") == "rejected":
        return
    day, works = one.activation_date, one.works_from
    if day and works and works > day:
        yield words.COUNTS_FROM.of(language).format(day=day, works=works)
    elif day:
        yield words.ACTIVE_FROM.of(language).format(day=day)


def why(order: Order, of: Known) -> str:
    """The reason of the change that an order belongs to."""
    change = of.changes.get(order.address)
    return change.reason if change else ""


def note(order: Order, language: str) -> tuple[str, ...]:
    """The planner's own remark, if there is one."""
    return (order.note.of(language),) if order.note else ()


def was(change: Change) -> str:
    """The old address of a resource that changes its name, else nothing."""
    return str(change.before.address) if change.before and change.before.address != change.address else ""


def told_fields(order: Order, of: Known, language: str) -> Iterator[tuple[str, str]]:
    """Path and sentence of each field worth a place in the line of an order."""
    change = of.changes.get(order.address)
    if order.verb == "update":
        fields = {f.path: f for f in change.fields} if change else {}
        for path, after in order.body.items():
            field = fields.get(path)
            if path == NAME:
                yield path, words.CALLED.of(language).format(name=order.address._replace(name=after))
            elif field and (order.address, path) not in of.stepwise:
                yield from ((part.path, shift(part, language)) for part in parts(field))
            else:  # what the portal holds just before this step is not told
                yield path, f"{path} → {show(after, language)}"
    elif order.verb == "change":
        yield from all_fields(order, of, language)
    elif order.verb == "activate":
        moved = {f.path: f for f in change.fields if f.before not in (None, f.after)} if change else {}
        found = ((path, _leaf(order.body, path)) for path in _TELLING)
        yield from ((path, shift(moved[path], language) if path in moved else f"{path} {show(value, language)}")
                    for path, value in found if value is not None)


def all_fields(order: Order, of: Known, language: str) -> Iterator[tuple[str, str]]:
    """Path and sentence of each field that an order carries."""
    change = of.changes.get(order.address)
    if order.verb == "update":
        yield from told_fields(order, of, language)
    elif change and order.verb in ("activate", "create", "change"):
        yield from ((f.path, shift(f, language)) for f in differing(change))


def differing(change: Change) -> Iterator[FieldChange]:
    """The fields that change; a replace carries the others too."""
    return (part for field in change.fields for part in parts(field))


def parts(field: FieldChange) -> Iterator[FieldChange]:
    """What differs of a field, of an object each part as a field of its own; masked numbers only look equal."""
    sides = [{} if side is None else side for side in (field.before, field.after)]
    found = [field]
    if any(sides) and all(isinstance(side, Mapping) for side in sides):
        found = [FieldChange(f"{field.path}.{key}", *(side.get(key) for side in sides))
                 for key in dict.fromkeys((*sides[0], *sides[1]))]
    return (f for f in found if f.before != f.after or words.MASK in str(f.after))


def written(report: Report, address: Address, path: str) -> str | None:
    """Where the value of a field was written; of a part of an object, where the object was."""
    places = report.places
    return places.get((address, path)) or places.get((address, path.rpartition(".")[0]))


def _leaf(body: Any, path: str) -> Any:
    for key in path.split("."):
        body = body.get(key) if isinstance(body, Mapping) else None
    return body


def shift(field: FieldChange, language: str) -> str:
    """One field before and after; of a list, what comes, what goes and what of its elements changes."""
    if field.items:
        return "; ".join(_items(field, language))
    listed = field.path.partition(".")[0]
    if listed in words.ELEMENTS and field.path == element_path(listed, str(field.before)):
        called = words.CALLED.of(language).format(name=show(field.after, language))
        return f"{words.ELEMENTS[listed].of(language)} {show(field.before, language)} {called}"
    if not field.before and field.after and isinstance(field.after, list):
        return f"{field.path} {words.ADDS.of(language)} {', '.join(show(x, language) for x in field.after)}"
    return f"{field.path} {show(field.before, language)} → {show(field.after, language)}"


def _items(field: FieldChange, language: str) -> Iterator[str]:
    thing = words.ELEMENTS[field.path].of(language) if field.path in words.ELEMENTS else field.path
    for item in (i for i in field.items if i.action == "changed"):
        yield f"{thing} {item.name}: {', '.join(_inside(item.before, item.after, language))}"
    sides = ((words.ADDS, [_element(i, i.after, language) for i in field.items if i.action == "added"]),
             (words.DROPS, [_element(i, i.before, language) for i in field.items if i.action == "removed"]))
    moved = [f"{word.of(language)} {', '.join(these)}" for word, these in sides if these]
    if moved:
        yield f"{field.path} {'; '.join(moved)}"


def _element(item: ItemChange, value: Any, language: str) -> str:
    """An element by its name, with what else it says."""
    rest = {k: v for k, v in value.items() if k not in dict(item.key)} if isinstance(value, Mapping) else {}
    more = ", ".join(f"{key}: {show(one, language)}" for key, one in rest.items())
    return f"{item.name} ({more})" if more else item.name


def field_rows(field: FieldChange, language: str) -> Iterator[tuple[str, str, str]]:
    """Path, before and after of a field; of a list of things a row for each that does not stay as it is."""
    things = [item for item in field.items if any(key for key, _ in item.key)]
    for item in things:
        before, after = (_element(item, one, language) if one else show(one, language)
                         for one in (item.before, item.after))
        yield f"{field.path}: {item.name}", before, after
    if not things:
        yield field.path, show(field.before, language), show(field.after, language)


def _inside(before: Mapping[str, Any], after: Mapping[str, Any], language: str) -> Iterator[str]:
    """Which parts differ; masked ones may only look equal."""
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        if old != new or words.MASK in str(new):
            yield f"{key} {show(old, language)} → {show(new, language)}"


def show(value: Any, language: str) -> str:
    """A plain value on one line."""
    if value is None or value in ("", [], {}):
        return f"({words.EMPTY.of(language)})"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {show(v, language)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(show(v, language) for v in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
