"""Steps that begin to use a number which the network knows only from a day on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reconciler.model import waits as say
from reconciler.model.kind import with_value
from reconciler.model.marks import AvailableFrom
from reconciler.model.order import Wait
from reconciler.model.references import references, target
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.stages.order._agenda import Agenda, Ground
from reconciler.stages.order._halves import halves


class Later(NamedTuple):
    """The leaf that is available later, and since when, as a wait."""

    path: str
    wait: Wait


def wait_for_numbers(agenda: Agenda) -> Agenda:
    """A number that begins later moves the activation; in an update it waits, and the rest of the update does not."""
    return agenda.cut(part for step in agenda.steps for part in _parts(step, agenda.ground))


def _parts(step: Step, ground: Ground) -> Iterator[Step]:
    looked_at = step.after and not step.sent and step.verb in ("activate", "change", "update")
    later = _later(step, step.after, ground) if looked_at and step.after else None
    if later is None or later.wait.until <= ground.today:
        yield step
        return
    day = later.wait.until
    if step.verb == "update" and step.before and step.after:
        kind = ground.kind(step)
        field = next(f for f in kind.fields if f.path == later.path)
        body = with_value(step.after.body, field.attribute, field.value(step.before.body))
        first, second = halves(step, replace(step.after, body=body), kind)
        yield from (first,) if first.fields else ()
        yield replace(second, since=max(day, step.since or day), waits=(*step.waits, later.wait))
    else:
        begins = max(day, step.activation_date or day)
        note = step.note or (None if step.activation_date else say.moved(later.wait))
        yield replace(step, activation_date=begins, note=note)


def _later(step: Step, wish: Resource, ground: Ground) -> Later | None:
    """The first thing newly used that has a day from which it is available."""
    kind, after = ground.kind(step), ground.diff.after
    anew = step.before is None or (step.verb == "change" and step.activation_date is None)
    old = set(references(kind, step.before.body)) if step.before and not anew else set()
    for reference in references(kind, wish.body):
        address = target(reference, after)
        resource = after.get(address) if address and reference.number else None
        if resource is None or reference in old:
            continue
        field = next((f for f in ground.kinds[resource.address.kind].fields if f.mark(AvailableFrom)), None)
        mark, day = field and field.mark(AvailableFrom), field.value(resource.body) if field else None
        if mark and day:
            return Later(reference.path, say.available(mark, str(reference.number), day))
    return None
