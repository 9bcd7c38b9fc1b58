"""A minimum term: what binds a workplace, a package or a mobile integration, and until when."""

from dataclasses import dataclass
from datetime import date

from reconciler.model.address import Address


@dataclass(frozen=True, slots=True)
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
