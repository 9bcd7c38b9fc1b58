"""BLOCK-3: with the system's profile everything is allowed.

One finding for each place that says so, not for each workplace. Source: help page "Sperrprofile verwalten".
Values: count.
"""

from reconciler.model.address import Address
from reconciler.model.finding import Breach, Severity
from reconciler.model.profiles import SYSTEM
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._known import company_address
from reconciler.rules._layers import source
from reconciler.rules._profiles import PROFILES
from reconciler.rules._sources import page


def _check(facts: Facts) -> tuple[Breach, ...]:
    facts.need_all("workplace")
    counts: dict[Address, int] = {}
    for resource in facts.wished.of("workplace").values():
        if resource.body.blocking_profile in (SYSTEM, None) and _is_known(resource, facts):
            cause = _cause(resource, facts)
            counts[cause] = counts.get(cause, 0) + 1
    return tuple(
        Breach("BLOCK-3", cause, PROFILES.leaves[cause.kind].at, {"count": n}) for cause, n in counts.items()
    )


def _is_known(resource: Resource, facts: Facts) -> bool:
    """Whether all that could name another profile was read: where no portal was asked, it may be there alone."""
    return (facts.asked or source(resource, ("blockingProfile",)) is not None
            or (resource.body.group in facts.after.of("group") and company_address(facts) is not None))


def _cause(resource: Resource, facts: Facts) -> Address:
    """What the profile comes from; where nothing names one it is up to the company."""
    origin = source(resource, ("blockingProfile",)) or company_address(facts)
    return origin if origin and origin.kind != "defaults" else resource.address


RULE = Rule(
    "BLOCK-3",
    Severity.WARNING,
    Text("Nichts ist gesperrt", "Nothing is blocked"),
    Text(
        "Hier gilt das Sperrprofil „system“, das nichts sperrt (betroffene Arbeitsplätze: {count}).",
        "Blocking profile “system” holds here, which blocks nothing (workplaces concerned: {count}).",
    ),
    Text(
        "Auch teure Ziele wie 0900 und das Ausland sind damit frei, für Angreifer ebenso.",
        "Expensive destinations such as 0900 and abroad are open then, to attackers too.",
    ),
    Text(
        "Ein eigenes Sperrprofil zuweisen. Was hineingehört: reconciler explain blockingprofile.outgoing",
        "Assign a blocking profile of your own. What goes into it: reconciler explain blockingprofile.outgoing",
    ),
    page("Sperrprofile verwalten"),
    whole=_check,
    bad=Example(workplace(blockingProfile="system")),
    good=Example(workplace(blockingProfile="intern")),
)
