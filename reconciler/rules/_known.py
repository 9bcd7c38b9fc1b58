"""What holds for the whole company: facts of its contract, and the names that are known."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from reconciler.kinds._catalogue import DEVICES, PACKAGES
from reconciler.kinds.company import Company
from reconciler.model.address import Address
from reconciler.model.nearest import Names
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts


def company(facts: Facts) -> Company | None:
    """The body of the one company; None while it is unknown."""
    found = facts.index(_company)
    return found.body if found else None


def company_address(facts: Facts) -> Address | None:
    """The address of the company; None while it is unknown."""
    found = facts.index(_company)
    return found.address if found else None


def lines(facts: Facts) -> tuple[str, ...] | None:
    """The names of the contract's lines; None while they are unknown.

    They are facts of the portal: where none was asked, an empty list only says that nobody wrote them down, but for
    a contract that has none (Pure).
    """
    return facts.index(_lines)


def generation(facts: Facts) -> str | None:
    """``1.0`` or ``2.0``; None while it is unknown."""
    return facts.index(_generation)


def devices(facts: Facts) -> AbstractSet[str]:
    """All device profiles that are known, the customer's own included."""
    return facts.index(_devices)


def packages(facts: Facts, level: str) -> AbstractSet[str]:
    """All packages of a level (``workplace`` or ``company``), the customer's own included."""
    return facts.index(_packages)[level]


def device_names(facts: Facts) -> Names:
    """The same, to be searched for the closest."""
    return Names(devices(facts))


def package_names(facts: Facts, level: str) -> Names:
    """The packages of a level, to be searched for the closest."""
    return facts.index(_package_names)[level]


def _company(facts: Facts) -> Resource | None:
    return next(iter(facts.after.of("company").values()), None)


def _generation(facts: Facts) -> str | None:
    known = company(facts)
    return known.generation if known else None


def _lines(facts: Facts) -> tuple[str, ...] | None:
    found = facts.index(_company)
    if found is None:
        return None
    told = facts.asked or found.body.contract == "pure"
    return tuple(line.name for line in found.body.lines) or (() if told else None)


def _devices(facts: Facts) -> AbstractSet[str]:
    facts.need_all("catalog")
    own = (name for catalog in facts.after.of("catalog").values() for name in catalog.body.devices)
    return DEVICES.keys() | set(own)


def _packages(facts: Facts) -> Mapping[str, AbstractSet[str]]:
    facts.need_all("catalog")
    own = {name for catalog in facts.after.of("catalog").values() for name in catalog.body.packages}
    levels = ("workplace", "company")
    return {level: own | {name for name, package in PACKAGES.items() if package.level == level} for level in levels}


def _package_names(facts: Facts) -> Mapping[str, Names]:
    return {level: Names(known) for level, known in facts.index(_packages).items()}
