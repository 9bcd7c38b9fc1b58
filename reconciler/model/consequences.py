"""What a plan brings with it beyond its orders, each to be read before the yes."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.message import Said
from reconciler.model.noun import noun


@noun
class Binding:
    """So many new workplaces, and packages and mobile integrations, that can be ended from one day on."""

    until: date
    workplaces: int = 0
    packages: int = 0


@noun
class Chore:
    """What a person must do at the portal, because the tool cannot; ``rule`` says why."""

    address: Address
    rule: str
    message: Said


class Touched(NamedTuple):
    """Whose change touches emergency calls, and the paths of the fields that do."""

    address: Address
    paths: tuple[str, ...]


@noun
class Handover:
    """A public number (E.164) that a workplace gives up, and who holds it in the end; None: it is free again."""

    number: str
    giver: Address
    taker: Address | None = None


@noun
class Gap:
    """A workplace that is deleted and set up anew (before, it was ``was``), and the days without it.

    With an ``item`` only that is cancelled and booked anew. ``last`` is the last day before the end, ``again`` the
    first day of the new one; None: not known.
    """

    address: Address
    was: Address
    last: date | None = None
    again: date | None = None
    item: str = ""


@noun
class Blocking:
    """Calls that are blocked differently because a profile was edited, or another one is named.

    ``address`` is what was edited, ``before`` and ``after`` are the profiles in effect (the same one where the
    profile itself was edited). ``opens`` are by direction the ranges that are no longer blocked, ``blocks`` those
    that newly are. ``workplaces`` counts whom it concerns. ``stays`` are the ranges that stay blocked inside of those
    that open.
    """

    address: Address
    before: str
    after: str
    opens: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    blocks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    workplaces: int = 0
    stays: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def effect(self) -> str:
        """``widened``: blocks less; ``tightened``: blocks more; ``changed``: both."""
        if self.opens and self.blocks:
            return "changed"
        return "widened" if self.opens else "tightened"
