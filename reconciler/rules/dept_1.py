"""DEPT-1: the department belongs to the workplace's group.

Source: help page "Arbeitsplatz einrichten", department. Values: value, group.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._nearest import meant
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
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
    return (Breach("DEPT-1", resource.address, ("department",), values, help=meant(wanted, known)),)


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
    each=_check,
    portal=True,
    bad=Example(seat(department="innendinst")),
    good=Example(seat(department="innendienst")),
)
