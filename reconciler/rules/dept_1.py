"""DEPT-1: the department belongs to the workplace's group.

Source: help page "Arbeitsplatz einrichten", department. Values: value, group.
"""


from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reconciler.model.address import Address
from reconciler.model.finding import Breach, Severity, Spot
from reconciler.model.message import Joined, Message, Name, Word, sentence
from reconciler.model.nearest import Names
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.model.unread import readable
from reconciler.rules._examples import workplace
from reconciler.rules._layers import items
from reconciler.rules._nearest import meant
from reconciler.rules._sources import setup

NAMED = Text("hier umbenannt", "renamed here")
ANEW = Text("neu in dieser Gruppe", "new in this group")


class Site(NamedTuple):
    """A group with the names of its departments: all of them, those that are new, those that the portal has."""

    group: Resource
    known: Names
    names: list[str]
    new: list[str]
    old: frozenset[str]
    written: list[Any]
    renamed: Mapping[str, int]


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if resource.address.kind == "defaults":
        return tuple(_unmatched(resource, facts))
    wanted = resource.body.department
    site = facts.index(_sites).get(resource.body.group) if wanted else None
    if site is None or wanted in site.known:
        return ()
    values = {"value": wanted, "group": Name(site.group.address)}
    spot, advice = _renamed(wanted, site)
    also = (spot,) if spot else ()
    advice = advice or meant(wanted, site.known)
    return (Breach("DEPT-1", resource.address, ("department",), values, also, help=advice),)


def _unmatched(resource: Resource, facts: Facts) -> Iterator[Breach]:
    """Defaults that are for a department which their group, or no group at all, has."""
    match, sites = resource.body.match, facts.index(_sites)
    if not match.department or not sites or not facts.complete or len(sites) < len(facts.after.of("group")):
        return
    facts.need_all("group")
    known = sites[match.group].known if match.group in sites else facts.index(_everywhere)
    if match.department not in known and (match.group is None or match.group in sites):
        groups = tuple(Name(Address("group", name)) for name in ([match.group] if match.group else [*sites][:3]))
        values = {"value": match.department, "group": Joined(groups)}
        yield Breach("DEPT-1", resource.address, ("match", "department"), values, help=meant(match.department, known))


def _everywhere(facts: Facts) -> Names:
    return Names(name for site in facts.index(_sites).values() for name in site.names)


def _sites(facts: Facts) -> Mapping[str, Site]:
    groups = facts.after.of("group").values()
    return {group.address.name: site for group, site in readable(groups, lambda group: _site(group, facts))}


def _site(group: Resource, facts: Facts) -> Site:
    names = [department.name for department in group.body.departments]
    present = facts.before.of("group").get(group.address.name)
    old = frozenset(department.name for department in present.body.departments) if present else frozenset()
    written = items(group.layers[0], "departments") if group.layers else []
    renamed = {e["was"]: n for n, e in enumerate(written) if isinstance(e, dict) and isinstance(e.get("was"), str)}
    return Site(group, Names(names), names, [n for n in names if n not in old], old, written, renamed)


def _renamed(wanted: str, site: Site) -> tuple[Spot | None, Message | None]:
    """Where the group gave the department another name, for sure or probably, and what to do then."""
    address, written, new = site.group.address, site.written, site.new
    if wanted in site.renamed:
        n = site.renamed[wanted]
        return Spot(address, ("departments", n), NAMED), _now(str(written[n].get("name")))
    if wanted not in site.old or len(new) != 1:
        return None, None
    place = next((n for n, entry in enumerate(written) if isinstance(entry, dict) and entry.get("name") in new), None)
    spot = Spot(address, ("departments", place), ANEW) if place is not None else None
    return spot, _perhaps(wanted, new[0])


def _now(name: str) -> Message:
    return sentence("Der Bereich heißt jetzt „{name}“: so schreiben.",
                    "The department is called “{name}” now: write that.", name=Word(name))


def _perhaps(old: str, new: str) -> Message:
    return sentence(
        "Das Portal hat „{old}“ noch. Heißt er jetzt „{new}“: hier „{new}“ schreiben und dort „was: {old}“ ergänzen.",
        "The portal still has “{old}”. If it is “{new}” now: write “{new}” here, and add “was: {old}” there.",
        old=Word(old), new=Word(new),
    )


RULE = Rule(
    "DEPT-1",
    Severity.ERROR,
    Text("Bereich gehört nicht zur Gruppe", "Department not of the group"),
    Text("Die Gruppe „{group}“ hat keinen Bereich „{value}“.", "Group “{group}” has no department “{value}”."),
    Text(
        "Ein Arbeitsplatz kann nur in einem Bereich seiner eigenen Gruppe liegen.",
        "A workplace can only be in a department of its own group.",
    ),
    Text(
        "Den Bereich bei der Gruppe „{group}“ unter „departments“ ergänzen oder einen vorhandenen nennen.",
        "Add the department to “departments” of group “{group}”, or name an existing one.",
    ),
    setup("Gruppe/Standort", "group/site"),
    of=("workplace", "defaults"),
    each=_check,
    grouped=True,
    portal=True,
    bad=Example(workplace(department="innendinst")),
    good=Example(workplace(department="innendienst")),
)
