"""AUTH-3: without a mobile number the password travels by e-mail.

Said where it becomes so: of new workplaces, and where the mobile number goes. Source: help page "Arbeitsplatz
einrichten", login data.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._fresh import is_new, told_login
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    login = resource.body.login
    if not login.without_mobile or login.mobile or not facts.asked:
        return ()
    known = told_login(resource, facts)
    if not is_new(resource, facts) and not (known and known.mobile):
        return ()
    return (Breach("AUTH-3", resource.address, ("login", "withoutMobile")),)


RULE = Rule(
    "AUTH-3",
    Severity.WARNING,
    Text("Passwort geht per E-Mail", "Password goes by e-mail"),
    Text(
        "Ohne Mobilfunknummer gehen Benutzername und Passwort an dieselbe E-Mail-Adresse.",
        "Without a mobile number, user name and password go to the same e-mail address.",
    ),
    Text(
        "Wer dieses Postfach lesen kann, kann sich anmelden; ein zweiter Weg sichert das ab.",
        "Whoever reads that mailbox can log in; a second way protects against it.",
    ),
    Text(
        "Statt „withoutMobile: true“ eine „login.mobile“ angeben.",
        "Give a “login.mobile” instead of “withoutMobile: true”.",
    ),
    setup("Versand der Anmeldedaten", "login data"),
    each=_check,
    once=True,
    bad=Example(workplace(login="{email: b.keller@musterwerke.example, withoutMobile: true}")),
    good=Example(workplace()),
)
