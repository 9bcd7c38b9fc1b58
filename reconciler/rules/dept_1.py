"""DEPT-1: the department belongs to the workplace's group.

Source: help page "Arbeitsplatz einrichten", department. Values: value, group.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity, Spot
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._layers import items
from reconciler.rules._nearest import meant
from reconciler.rules._sources import setup

NAMED = Text("hier umbenannt", "renamed here")
ANEW = Text("neu in dieser Gruppe", "new in this group")


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if resource.address.kind == "defaults":
        return tuple(_unmatched(resource, facts))
    wanted = resource.body.department
    if not wanted:
        return ()
    group = facts.after.of("group").get(resource.body.group)
    if group is None:
        return ()
    known = [department.name for department in group.body.departments]
    if wanted in known:
        return ()
    values = {"value": wanted, "group": group.address.name}
    spot, advice = _renamed(wanted, group, facts)
    also = (spot,) if spot else ()
    advice = advice or meant(wanted, known)
    return (Breach("DEPT-1", resource.address, ("department",), values, also, help=advice),)


def _unmatched(resource: Resource, facts: Facts) -> Iterator[Breach]:
    """Defaults that are for a department which their group, or no group at all, has."""
    match, groups = resource.body.match, facts.after.of("group")
    if match.department and groups and facts.complete and (match.group is None or match.group in groups):
        meant_ = [groups[match.group]] if match.group else list(groups.values())
        known = {department.name for group in meant_ for department in group.body.departments}
        if match.department not in known:
            values = {"value": match.department, "group": match.group or ", ".join(list(groups)[:3])}
            yield Breach("DEPT-1", resource.address, ("match", "department"), values,
                         help=meant(match.department, known))


def _renamed(wanted: str, group: Resource, facts: Facts) -> tuple[Spot | None, Text | None]:
    """Where the group gave the department another name, for sure or probably, and what to do then."""
    written = items(group.layers[0], "departments") if group.layers else []
    names = {entry["was"]: n for n, entry in enumerate(written) if isinstance(entry, dict) and "was" in entry}
    if wanted in names:
        n = names[wanted]
        return Spot(group.address, ("departments", n), NAMED), _now(str(written[n].get("name")))
    present = facts.before.of("group").get(group.address.name)
    old = {department.name for department in present.body.departments} if present else set()
    new = [department.name for department in group.body.departments if department.name not in old]
    if wanted not in old or len(new) != 1:
        return None, None
    place = next((n for n, entry in enumerate(written) if isinstance(entry, dict) and entry.get("name") in new), None)
    spot = Spot(group.address, ("departments", place), ANEW) if place is not None else None
    return spot, _perhaps(wanted, new[0])


def _now(name: str) -> Text:
    return Text(f"Der Bereich heißt jetzt „{name}“: so schreiben.",
                f"The department is called “{name}” now: write that.")


def _perhaps(old: str, new: str) -> Text:
    return Text(
        f"Das Portal hat „{old}“ noch. Heißt er jetzt „{new}“: hier „{new}“ schreiben und dort „was: {old}“ ergänzen.",
        f"The portal still has “{old}”. If it is “{new}” now: write “{new}” here, and add “was: {old}” there.",
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
    bad=Example(seat(department="innendinst")),
    good=Example(seat(department="innendienst")),
)
