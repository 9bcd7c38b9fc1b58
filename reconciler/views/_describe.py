"""A change or an order as short pieces of text; how they are laid out is the view's own."""

from collections.abc import Iterator, Mapping
from typing import Any

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange
from reconciler.model.order import Order
from reconciler.model.plan import Plan
from reconciler.views import _words as words

SIGN_OF = {
    "activate": "+", "create": "+", "book": "+", "change": "~", "update": "~",
    "delete": "-", "cancel": "-", "remove": "-", "withdraw": "<", "replace": "-/+",
}  # fmt: skip
PAID = frozenset({"activate", "book"})
ENDING = frozenset({"delete", "cancel", "remove"})
_STEPS_OF_A_REPLACE = frozenset({"activate", "create", "delete", "remove"})
_TELLING = ("group", "number.external", "number.internal")  # what tells a new workplace at a glance

Changes = Mapping[Address, Change]


def changes_by_address(plan: Plan) -> Changes:
    """Each change under its address, and a replace under the old one too."""
    old = {c.before.address: c for c in plan.changes if c.before}
    return {**old, **{c.address: c for c in plan.changes}}


def sign(order: Order, changes: Changes) -> str:
    """The sign of an order: ``+``, ``~``, ``-``, ``<``, or ``-/+`` for a step of a replace."""
    change = changes.get(order.address)
    if change and change.action is Action.REPLACE and order.verb in _STEPS_OF_A_REPLACE:
        return "-/+"
    return SIGN_OF.get(order.verb, "~")


def pieces(order: Order, changes: Changes, language: str) -> Iterator[str]:
    """What an order does, what it costs and binds, and which fields it changes."""
    change = changes.get(order.address)
    what = words.VERBS[order.verb].of(language) if order.verb in words.VERBS else order.verb
    what = f"{what} {order.item}" if order.item else what
    yield f"{what} ({words.PAID.of(language)})" if order.verb in PAID else what
    if change and change.action is Action.REPLACE and order.verb in _STEPS_OF_A_REPLACE:
        yield words.REPLACED.of(language)
        if order.address == change.address and (name := was(change)):
            yield words.WAS.of(language).format(name=name)
    if order.binds_until:
        yield words.BINDS_TO.of(language).format(day=order.binds_until)
    if order.activation_date:
        yield words.ACTIVE_FROM.of(language).format(day=order.activation_date)
    yield from _fields(order, change, language)
    if order.note:
        yield order.note.of(language)


def was(change: Change) -> str:
    """The old address of a resource that changes its name, else nothing."""
    return str(change.before.address) if change.before and change.before.address != change.address else ""


def _fields(order: Order, change: Change | None, language: str) -> Iterator[str]:
    if order.verb == "update":
        known = {f.path: f for f in change.fields} if change else {}
        for path, after in order.body.items():
            field = known.get(path)
            if field and field.after == after:
                yield shift(field, language)
            else:  # a step in between: the portal's value before it is not told
                yield f"{path} → {show(after, language)}"
    elif order.verb == "change" and change:
        yield from (shift(f, language) for f in change.fields)
    elif order.verb == "activate":
        found = ((path, _leaf(order.body, path)) for path in _TELLING)
        yield from (f"{path} {show(value, language)}" for path, value in found if value is not None)


def _leaf(body: Any, path: str) -> Any:
    for key in path.split("."):
        body = body.get(key) if isinstance(body, Mapping) else None
    return body


def shift(field: FieldChange, language: str) -> str:
    """One field before and after; a list by what comes (``+``) and goes (``-``)."""
    before, after = field.before, field.after
    if isinstance(before or [], list) and isinstance(after or [], list) and (before or after):
        moved = [*_beside("+", after or [], before or [], language), *_beside("-", before or [], after or [], language)]
        if moved:
            return f"{field.path} {' '.join(moved)}"
    return f"{field.path} {show(before, language)} → {show(after, language)}"


def _beside(mark: str, these: list[Any], others: list[Any], language: str) -> Iterator[str]:
    left = list(others)
    for one in these:
        if one in left:
            left.remove(one)
        else:
            yield mark + show(one, language)


def show(value: Any, language: str) -> str:
    """A plain value on one line."""
    if value is None or value in ("", [], {}):
        return f"({words.EMPTY.of(language)})"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {show(v, language)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(show(v, language) for v in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
