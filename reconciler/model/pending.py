"""Pending: what is on its way to the portal, or waits for time alone."""

from datetime import date

from reconciler.model.address import Address
from reconciler.model.message import Said
from reconciler.model.noun import noun
from reconciler.model.text import NOTHING


@noun
class Pending:
    """One step that needs nobody's decision any more.

    ``state`` is ``in-cart`` (a position of ours), ``ordered`` (by whomever) or ``waiting`` (an order of a later wave).
    ``until`` is the day on which a position takes effect, or from which an order can be queued. ``rule`` and
    ``message`` say what it waits for; the rule is empty where it is only a position, or follows another step.
    """

    address: Address
    verb: str
    item: str
    state: str
    until: date
    rule: str = ""
    message: Said = NOTHING
