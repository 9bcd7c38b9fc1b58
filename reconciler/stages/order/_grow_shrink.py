"""Steps on a list that others refer to: it grows before they come and shrinks after they left."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from reconciler.model.kind import Field, Kind, unordered, with_value
from reconciler.model.marks import Offers
from reconciler.model.step import Step
from reconciler.stages.order._agenda import Agenda
from reconciler.stages.order._halves import halves


def grow_then_shrink(agenda: Agenda) -> Agenda:
    """Each update that adds to and removes from an offered list, cut in two."""
    return agenda.cut(part for step in agenda.steps for part in _cut(step, agenda.ground.kind(step), grown=True))


def taking_apart(step: Step, kind: Kind) -> tuple[Step, ...]:
    """An update, cut in two if it does anything beside taking something out of offered lists."""
    return _cut(step, kind, grown=False)


def _cut(step: Step, kind: Kind, *, grown: bool) -> tuple[Step, ...]:
    """All else first, then what is taken out of lists; with ``grown`` only of those that get something new too."""
    if step.verb != "update" or not step.before or not step.after:
        return (step,)
    both = step.after.body
    for field in _lists(kind):
        old, new = field.value(step.before.body), field.value(step.after.body)
        gone = tuple(o for o in old if _name(o) not in _names(new))
        if gone and not (grown and _names(new) <= _names(old)):
            both = with_value(both, field.attribute, unordered((*new, *gone)))
    if both in (step.before.body, step.after.body):
        return (step,)
    return halves(step, replace(step.after, body=both), kind)


def _lists(kind: Kind) -> Iterator[Field]:
    return (f for f in kind.fields if f.mark(Offers) and isinstance(f.value(kind.body()), tuple))


def _names(elements: Collection[object]) -> set[object]:
    return {_name(element) for element in elements}


def _name(element: object) -> object:
    return getattr(element, "name", element)
