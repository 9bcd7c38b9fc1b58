"""A minimum term: what binds a workplace, a package or a mobile integration, and until when."""

from datetime import date

from reconciler.model.address import Address
from reconciler.model.noun import noun


@noun
class MinimumTerm:
    """One line of the ledger.

    ``item`` is the package (or ``mobileIntegration``) that was booked; empty for the resource itself. ``state`` is
    ``active``, ``inactive``, ``ordered`` (bought and not yet carried out: ``began`` is the expected day) or
    ``in-cart`` (not bought, it binds nobody yet: ``began`` is the day it would be, if it were bought today).
    ``ends`` is the first day on which the portal accepts the end; ``over`` tells whether that day has come.
    ``leaving`` is where the end already lies: ``in-cart``, ``ordered`` or nowhere (empty).
    """

    address: Address
    item: str
    state: str
    began: date
    ends: date
    over: bool
    rule: str
    leaving: str = ""

    @property
    def running(self) -> bool:
        """Whether it binds on the day that was asked for: bought, and not over."""
        return self.state != "in-cart" and not self.over


@noun
class Terms:
    """Every minimum term as of a day."""

    terms: tuple[MinimumTerm, ...] = ()
    day: date | None = None

    @property
    def running(self) -> tuple[MinimumTerm, ...]:
        """Those that bind still."""
        return tuple(t for t in self.terms if t.running and not t.leaving)

    @property
    def unbound(self) -> tuple[MinimumTerm, ...]:
        """Those of what only lies in the cart."""
        return tuple(t for t in self.terms if t.state == "in-cart" and not t.leaving)

    @property
    def leaving(self) -> tuple[MinimumTerm, ...]:
        """Those of what is ending already."""
        return tuple(t for t in self.terms if t.leaving)

    @property
    def free(self) -> tuple[MinimumTerm, ...]:
        """Those of what may end on any day."""
        return tuple(t for t in self.terms if t.over and t.state != "in-cart" and not t.leaving)
