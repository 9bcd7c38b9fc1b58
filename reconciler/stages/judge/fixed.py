"""Wishes and the projected portal in, breaches out: activation dates that differ from what is ordered already."""

from collections.abc import Iterator

from reconciler.model.finding import Breach
from reconciler.model.resource import Life, State


def fixed(wished: State, before: State) -> Iterator[Breach]:
    """Each workplace that is ordered for another day than its manifest says by now."""
    for wish in wished.of("workplace").values():
        known = before.get(wish.address)
        life = (known.life if known else None) or Life()
        written = wish.body.activation_date
        if written and life.state == "ordered" and life.began not in (None, written):
            values = {"value": written.isoformat(), "ordered": str(life.began)}
            yield Breach("DATE-2", wish.address, ("activationDate",), values)
