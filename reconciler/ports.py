"""What a portal must be able to do, whatever it is."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from reconciler.model.kind import Kind
from reconciler.model.noun import noun
from reconciler.model.order import Order, Receipt
from reconciler.model.position import Observation, Position
from reconciler.model.rule import Rule


class Portal(Protocol):
    """A portal as the tool sees it; drivers fulfil it, the reference portal is one.

    Every method may raise ``errors.Unreachable`` (nothing was changed) and the writing ones
    ``errors.AnswerLost`` (nobody can say whether it was).
    """

    def observe(self, kinds: Collection[str] | None = None) -> Observation:
        """The portal as it is now; ``kinds`` limits the resources that are read (None: all)."""

    def acquire(self, holder: str, plan: str = "") -> int:
        """Take the lease for writing; gives the fencing token. Raises ``errors.LeaseHeld``.

        ``plan`` is the digest of the plan that is carried out under it, for a portal that keeps an audit.
        """

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

    def close(self) -> None:
        """Let go of all that is held open; never fails, and may be called again."""


class Where(NamedTuple):
    """What a workspace says of where its portal is: its own folder, a ``path`` seen from there, an address.

    ``timeout`` are the seconds that one call may take, ``ca`` is a file of certificates, seen from the folder.
    """

    root: Path
    path: str
    url: str | None
    timeout: float = 15.0
    ca: str | None = None


@noun
class Capabilities:
    """What a portal can do by way of its driver. What a driver does not say, it cannot."""

    observe: bool = False
    """Tell what it has, what is ordered and which day it is. Without that there is nothing to compare with."""
    cart: bool = False
    """Keep what costs something in a cart, change it there and take it out again, and buy what lies there."""
    direct: bool = False
    """Carry out at once what costs nothing."""
    lease: bool = False
    """Let one write at a time, and refuse whoever lost the right to."""


@noun
class Driver:
    """A sort of portals: what each module of ``drivers`` offers as ``DRIVER``.

    ``connect`` opens the portal that a workspace names, for these kinds and rules. It may raise
    ``errors.ConfigProblem`` and ``errors.Unreachable``; nothing was changed then.
    """

    name: str
    connect: Callable[[Where, Mapping[str, Kind], Collection[Rule]], Portal]
    can: Capabilities = Capabilities()
