"""The orders of a plan file and those of a plan made now, in; what may be sent, or what differs, out.

Approved is the content of an order, never its reference alone: an order is sent only if the fresh plan has it with
the same content, and one that was sent before only counts while its effect is there.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from reconciler.model.finding import Breach
from reconciler.model.order import Order
from reconciler.model.text import Text
from reconciler.stages import _words

FORGED = Text("trägt die Kennung eines anderen Auftrags", "carries the reference of another order")
UNDONE = Text("war schon ausgeführt, steht aber nicht mehr am Portal",
              "was carried out already, but the portal no longer has it")
UNWANTED = Text("gehört nicht mehr zum Plan", "is no longer part of the plan")
ELSE = Text("{path} ist in der Plandatei {planned}, jetzt wäre es {now}",
            "{path} is {planned} in the plan file and would be {now} now")


class Approval(NamedTuple):
    """What may be sent, in the order in which it is sent; nothing where something differs."""

    orders: tuple[Order, ...]
    breaches: tuple[Breach, ...] = ()


def approve(
    planned: Sequence[Order], fresh: Sequence[Order], done: Collection[str], missing: Sequence[Order],
    named: Callable[[Order], str],
) -> Approval:
    """The orders of a plan file, each as the fresh plan has it but under the reference that was approved.

    ``done`` are the references that the portal knows, ``missing`` those orders of them whose effect is gone again.
    ``named`` gives the reference that belongs to the content of an order: any other one is forged.
    """
    twins = {_content(order): order for order in fresh}
    rest = {_content(o): o for o in planned if o.ref not in done}
    breaches = [b for o in planned for b in _breaches(o, fresh, twins, done, missing, named)]
    if breaches:
        return Approval((), tuple(breaches))
    coming = (replace(twin, ref=rest[content].ref, expects=rest[content].expects)
              for content, twin in twins.items() if content in rest)
    return Approval((*(o for o in planned if o.ref in done), *coming))


def _breaches(
    order: Order, fresh: Sequence[Order], twins: Mapping[tuple[str, str, str], Order], done: Collection[str],
    missing: Sequence[Order], named: Callable[[Order], str],
) -> Iterator[Breach]:
    wanted = _content(order) in twins
    if order.ref != named(order):
        yield _breach(order, FORGED)
    elif order.ref in done:
        if wanted or order in missing:
            yield _breach(order, UNDONE)
    elif not wanted:
        found = list(_differences(order, fresh))
        yield from found or (_breach(order, UNWANTED),)


def _content(order: Order) -> tuple[str, str, str]:
    """What an order is beside its reference, its dates and its reasons."""
    return order.channel, order.target, order.digest


def _differences(order: Order, fresh: Sequence[Order]) -> Iterator[Breach]:
    """Leaf by leaf, where the fresh plan has an order for the same thing."""
    same = (o for o in fresh if (o.address, o.verb, o.item) == (order.address, order.verb, order.item))
    now = next(same, order)
    before, after = dict(_leaves(order.body)), dict(_leaves(now.body))
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            values = {"path": path, "planned": _shown(before.get(path)), "now": _shown(after.get(path))}
            yield _breach(order, ELSE.filled(values), path)


def _leaves(body: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in body.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def _shown(value: Any) -> str:
    return "–" if value is None else str(value)


def _breach(order: Order, cause: Text, path: str = "") -> Breach:
    values: dict[str, Text | str] = {"step": _words.step(order.verb, order.item), "address": str(order.address),
                                     "cause": cause}
    return Breach("PLAN-1", order.address, tuple(path.split(".")) if path else (), values)
