"""Wishes and the projected portal in, breaches out: activation dates that differ from what is ordered already."""

from collections.abc import Iterator, Mapping

from reconciler.model.finding import Breach
from reconciler.model.kind import Kind
from reconciler.model.marks import Begins
from reconciler.model.resource import Life, State


def fixed(wished: State, before: State, kinds: Mapping[str, Kind]) -> Iterator[Breach]:
    """Whatever is ordered for another day than its manifest says by now."""
    beginning = ((kind, begins) for kind in kinds.values() if (begins := kind.marked(Begins)))
    for kind, (field, mark) in beginning:
        for wish in wished.of(kind.key).values():
            known = before.get(wish.address)
            life = (known.life if known else None) or Life()
            written = field.value(wish.body)
            if written and life.state == "ordered" and life.began not in (None, written):
                values = {"value": written, "ordered": life.began}
                yield Breach(mark.rule, wish.address, (field.path,), values)
