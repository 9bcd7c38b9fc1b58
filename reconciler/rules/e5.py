"""E5: number, line and place of a workplace belong together, for emergency calls are routed by them.

Speaks only where a number block says to which ``line`` its numbers belong. One finding for each workplace
that contradicts itself, and one for the company on nomadic use. Source: this tool. Values: problem.
"""

from collections.abc import Mapping

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word, sentence
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._known import company, company_address
from reconciler.rules._plan import home, homes
from reconciler.rules._sources import OURS

ONE, MANY = Text("Arbeitsplatz darf", "workplace"), Text("Arbeitsplätze dürfen", "workplaces")


def _check(facts: Facts) -> tuple[Breach, ...]:
    if not any(found.resource.body.line for found in homes(facts)):
        return ()
    cities = _cities(facts)
    breaches: list[Breach] = []
    nomadic = 0
    for workplace_ in facts.wished.of("workplace").values():
        found = home(facts, workplace_.body.group, workplace_.body.number.external)
        line = found.resource.body.line if found else None
        if line:
            nomadic += workplace_.body.number.nomadic_use == "allowed"
            breaches += _contradiction(workplace_, line, cities.get(line, ""))
    return (*breaches, *_nomadic(nomadic, facts))


def _cities(facts: Facts) -> Mapping[str, str]:
    """The city of each line of the contract whose address is written in parts."""
    contract = company(facts)
    lines = contract.lines if contract else ()
    return {line.name: getattr(line.address, "city", None) or "" for line in lines}


def _contradiction(resource: Resource, line: str, city: str) -> tuple[Breach, ...]:
    use, address = resource.body.number.nomadic_use, resource.body.user.address
    if use != "allowed" and use.restricted_to != line:
        problem = sentence(
            "Die Nummer gehört zum Anschluss „{line}“, die Nutzung ist auf „{other}“ beschränkt",
            "the number belongs to line “{line}”, use is restricted to “{other}”",
            line=Word(line), other=Word(use.restricted_to),
        )
        path = ("number", "nomadicUse", "restrictedTo")
        return (Breach("E5", resource.address, path, {"problem": problem}),)
    home_city = (address.city if address else None) or ""
    if not city or not home_city or city.casefold() == home_city.casefold():
        return ()
    problem = sentence(
        "Die Nummer gehört zum Anschluss „{line}“ in {city}, der Arbeitsplatz steht in {home}",
        "the number belongs to line “{line}” in {city}, the workplace is in {home}",
        line=Word(line), city=Word(city), home=home_city,
    )
    return (Breach("E5", resource.address, ("user", "address", "city"), {"problem": problem}),)


def _nomadic(count: int, facts: Facts) -> tuple[Breach, ...]:
    if not count or "workplace" in facts.lost:
        return ()
    problem = sentence(
        "{count} {who} auch an fremden Anschlüssen telefonieren", "{count} {who} may also be used at other lines",
        count=count, who=ONE if count == 1 else MANY,
    )
    advice = Text(
        "Die Personen darauf hinweisen, im Notfall den Ort zu nennen; sonst „nomadicUse“ beschränken.",
        "Tell the people to name their place in an emergency; or restrict “nomadicUse”.",
    )
    return (Breach("E5", company_address(facts), (), {"problem": problem}, severity=Severity.INFO, help=advice),)


def _workplace(line: str) -> str:
    number = f'{{external: "+49 221 987-20", internal: "20", nomadicUse: {{restrictedTo: {line}}}}}'
    return workplace(group="koeln", number=number)


RULE = Rule(
    "E5",
    Severity.WARNING,
    Text("Standort für den Notruf", "Location for emergency calls"),
    Text("Standort für den Notruf: {problem}.", "Location for emergency calls: {problem}."),
    Text(
        "Ein Notruf geht an die Leitstelle von Nummer und Anschluss, gleich wo jemand gerade ist.",
        "An emergency call goes to the control centre of number and line, wherever the caller happens to be.",
    ),
    Text(
        "Eine Nummer des Standorts vergeben oder Anschluss und Adresse berichtigen.",
        "Assign a number of the site, or correct line and address.",
    ),
    OURS,
    whole=_check,
    bad=Example(_workplace("hauptsitz")),
    good=Example(_workplace("rheinufer")),
)
