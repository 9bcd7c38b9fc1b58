"""G2: first login data go to the company's own mail domains.

Only where ``policy.mailDomains`` names some. Source: this tool. Values: value, domain, allowed.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    mail = resource.body.login.email
    if not facts.mail_domains or not mail:
        return ()
    domain = mail.rpartition("@")[2]
    if domain.casefold() in facts.index(_allowed):
        return ()
    values = {"value": mail, "domain": domain, "allowed": Word(", ".join(facts.mail_domains))}
    return (Breach("G2", resource.address, ("login", "email"), values, piece=domain),)


def _allowed(facts: Facts) -> frozenset[str]:
    return frozenset(domain.casefold() for domain in facts.mail_domains)


def _workplace(domain: str) -> str:
    return workplace(login=f'{{email: b.keller@{domain}, mobile: "+49 171 5550100"}}')


RULE = Rule(
    "G2",
    Severity.WARNING,
    Text("Zugangsdaten an fremde Domain", "Login data to a foreign domain"),
    Text("Die Zugangsdaten gehen an „{domain}“.", "The login data go to “{domain}”."),
    Text(
        "Erlaubt sind laut „policy.mailDomains“: {allowed}. Ein Tippfehler gibt Fremden den Zugang.",
        "“policy.mailDomains” allows: {allowed}. A misspelling hands the access to strangers.",
    ),
    Text(
        "Die Adresse berichtigen oder „{domain}“ in „policy.mailDomains“ aufnehmen.",
        "Correct the address, or add “{domain}” to “policy.mailDomains”.",
    ),
    OURS,
    each=_check,
    grouped=True,
    bad=Example(_workplace("musterwerk.example")),
    good=Example(_workplace("musterwerke.example")),
)
