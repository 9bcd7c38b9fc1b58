"""What a portal tells of itself: its head, and pages of resources, positions and lives, all of one revision."""

from datetime import date
from hashlib import sha256
from typing import TypedDict

from reconciler.model.address import Address
from reconciler.model.position import Observation, Position
from reconciler.model.resource import State
from reconciler.wire._plain import AddressText, Count, Day
from reconciler.wire.held import HeldPositionJson, HeldResourceJson


class PortalJson(TypedDict):
    """The portal as a whole: whose it is, which it is, how often it has changed, its day, the key of references."""

    company: str
    origin: str
    revision: str
    today: Day
    secret: str


class LifeJson(TypedDict):
    """How often something has happened to an address."""

    address: AddressText
    count: Count


class PageJson(TypedDict):
    """A part of a list: of which portal and revision, how many there are in all, and where the next page begins."""

    origin: str
    revision: str
    count: Count
    next: str | None


class ResourcePageJson(PageJson):
    """Resources, in the order of their addresses."""

    items: list[HeldResourceJson]


class PositionPageJson(PageJson):
    """Positions, in the order of their references."""

    items: list[HeldPositionJson]


class LifePageJson(PageJson):
    """Lives, in the order of their addresses."""

    items: list[LifeJson]


def portal_json(observation: Observation) -> PortalJson:
    """The head of an observation as plain values."""
    return {"company": observation.company, "origin": observation.origin, "revision": observation.revision,
            "today": observation.today.isoformat(), "secret": observation.secret}


def portal_of(plain: PortalJson, driver: str) -> Observation:
    """The observation that was written so, still without resources, positions and lives.

    Raises:
        ValueError: if the day is none.
    """
    return Observation(driver, plain["company"], plain["origin"], plain["revision"],
                       date.fromisoformat(plain["today"]), State(), secret=plain["secret"])


def life_json(life: tuple[Address, int]) -> LifeJson:
    """How often something happened to an address, as plain values."""
    address, count = life
    return {"address": str(address), "count": count}


def life_of(plain: LifeJson) -> tuple[Address, int]:
    """The address and the count that were written so."""
    return Address.parse(plain["address"]), plain["count"]


def order_tag(ref: str, digest: str, position: Position | None) -> str:
    """The entity tag of an order that took effect, and of what became of its position."""
    stands = (position.state, position.revision, position.digest) if position else ()
    return f'"{sha256(repr((ref, digest, stands)).encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'


def tag_of(origin: str, revision: str) -> str:
    """The entity tag of a revision of a portal."""
    return f'"{origin}-{revision}"'
