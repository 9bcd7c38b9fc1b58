"""A verb of the portal: what stands against doing it, and doing it, are two functions.

Whoever wants to know all that is wrong asks for the refusals and has changed nothing. A refusal that takes the ground
away from those behind it (a resource that is not there, settings that make no body) is the last.
"""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from reconciler.model.noun import noun
from reconciler.portal.desk import Desk
from reconciler.portal.refusals import Refusal

Sent = TypeVar("Sent")
"""What is to be carried out: an order, what is to be bought, or a position that is due."""


@noun
class Verb(Generic[Sent]):
    """``refusals`` changes nothing. ``effect`` may rely on there being none, and refuses nothing itself."""

    refusals: Callable[[Desk, Sent], Iterator[Refusal]]
    effect: Callable[[Desk, Sent], None]

    def carry_out(self, desk: Desk, sent: Sent) -> Refusal | None:
        """Have it take effect, unless something stands against it: that is given then, and nothing has changed."""
        refused = next(self.refusals(desk, sent), None)
        if refused is None:
            self.effect(desk, sent)
        return refused
