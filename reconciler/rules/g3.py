"""G3: nobody is set up twice.

The same ``user.email``, or the same mobile number, at two workplaces. Source: this tool. Values: value, others.
"""

from collections.abc import Iterator

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import together, workplace
from reconciler.rules._holders import clashes, holders, staying
from reconciler.rules._sources import OURS

SAME = Text("hat denselben Wert", "has the same value")


def _check(facts: Facts) -> tuple[Breach, ...]:
    found = holders(staying(facts), lambda r: dict(_marks(r)))
    wished = facts.wished.of("workplace")
    told: dict[Address, Breach] = {}
    for clash in clashes(found, wished):
        path = dict(_marks(wished[clash.address.name]))[clash.value]
        breach = Breach("G3", clash.address, path, clash.values, clash.spots(path, SAME))
        told.setdefault(clash.address, breach)
    return tuple(told.values())


def _marks(resource: Resource) -> Iterator[tuple[str, Path]]:
    """What tells a person: the address in the directory, and the mobile telephone."""
    body = resource.body
    if body.user.email:
        yield body.user.email.casefold(), ("user", "email")
    if body.mobile_integration and body.mobile_integration.mobile:
        yield body.mobile_integration.mobile, ("mobileIntegration", "mobile")
    if body.directory_mobile:
        yield body.directory_mobile, ("directoryMobile",)
    if body.login.mobile:
        yield body.login.mobile, ("login", "mobile")


def _two(mail: str) -> str:
    user = "{{firstName: Bea, lastName: Keller, email: {mail}@musterwerke.example}}"
    login = '{{email: {mail}@musterwerke.example, mobile: "{mobile}"}}'
    return together(
        workplace("b.keller", user=user.format(mail="b.keller")),
        workplace("bea.keller", user=user.format(mail=mail), login=login.format(mail=mail, mobile="+49 171 5550101")),
    )


RULE = Rule(
    "G3",
    Severity.WARNING,
    Text("Dieselbe Person zweimal", "The same person twice"),
    Text("„{value}“ steht auch bei: {others}.", "“{value}” is also used by: {others}."),
    Text(
        "Ein zweiter Arbeitsplatz für dieselbe Person kostet doppelt und bindet 30 Tage.",
        "A second workplace for the same person costs twice and binds for 30 days.",
    ),
    Text(
        "Einen der Arbeitsplätze streichen oder die Angabe berichtigen.",
        "Remove one of the workplaces, or correct the entry.",
    ),
    OURS,
    whole=_check,
    bad=Example(_two("b.keller")),
    good=Example(_two("bea.keller")),
)
