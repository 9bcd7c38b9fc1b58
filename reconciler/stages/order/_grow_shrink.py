"""Steps on a list that others refer to: it grows before they come and shrinks after they left."""

from dataclasses import replace

from reconciler.model.kind import Kind, unordered, with_value
from reconciler.model.marks import Offers
from reconciler.model.step import Step
from reconciler.stages.order._agenda import Agenda
from reconciler.stages.order._halves import halves


def grow_then_shrink(agenda: Agenda) -> Agenda:
    """Each update that adds to and removes from an offered list, cut in two."""
    return agenda.cut(part for step in agenda.steps for part in _parts(step, agenda.ground.kind(step)))


def _parts(step: Step, kind: Kind) -> tuple[Step, ...]:
    if step.verb != "update" or not step.before or not step.after:
        return (step,)
    both = step.after.body
    for field in kind.fields:
        if field.mark(Offers) and isinstance(field.value(both), tuple):
            old, new = field.value(step.before.body), field.value(step.after.body)
            gone = tuple(o for o in old if _name(o) not in {_name(n) for n in new})
            come = any(_name(n) not in {_name(o) for o in old} for n in new)
            if gone and come:
                both = with_value(both, field.attribute, unordered((*new, *gone)))
    if both == step.after.body:
        return (step,)
    return halves(step, replace(step.after, body=both), kind)


def _name(element: object) -> object:
    return getattr(element, "name", element)
