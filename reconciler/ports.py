"""What a portal must be able to do, whatever it is."""

from collections.abc import Collection, Mapping
from typing import Protocol

from reconciler.model.order import Order, Receipt
from reconciler.model.position import Observation, Position


class Portal(Protocol):
    """A portal as the tool sees it; drivers fulfil it, the reference portal is one.

    Every method may raise ``errors.Unreachable`` (nothing was changed) and the writing ones
    ``errors.AnswerLost`` (nobody can say whether it was).
    """

    def observe(self, kinds: Collection[str] | None = None) -> Observation:
        """The portal as it is now; ``kinds`` limits the resources that are read (None: all)."""

    def acquire(self, holder: str) -> int:
        """Take the lease for writing; gives the fencing token. Raises ``errors.LeaseHeld``."""

    def release(self, token: int) -> None:
        """Give the lease back; never fails where it was already lost."""

    def execute(self, order: Order, token: int) -> Receipt:
        """Send one order. The same reference sent twice takes effect once (``already-present``).

        What was remembered under a reference is never replaced: other content is rejected (CART-4).
        """

    def find(self, ref: str) -> Receipt | None:
        """What became of an order that was sent under this reference; None if it never arrived."""

    def positions(self) -> tuple[Position, ...]:
        """All positions that were not withdrawn, also those that were carried out."""

    def submit(self, contents: Mapping[str, str], token: int) -> Receipt:
        """Order these positions of the cart, all or none; chargeable.

        ``contents`` is what was approved: reference and digest. One that does not lie in the cart, or holds
        anything else by now, refuses all (CART-2); compared in the same transaction.
        """
