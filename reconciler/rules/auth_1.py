"""AUTH-1: an e-mail address for the login data.

Asked for where a workplace will be set up, and where the portal tells the login data of an existing one. Source: help
page "Arbeitsplatz einrichten", login data.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._fresh import needs_login, of_new
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if resource.body.login.email or not needs_login(resource, facts):
        return ()
    return (of_new(Breach("AUTH-1", resource.address, ("login", "email")), facts, RULE.fix),)


RULE = Rule(
    "AUTH-1",
    Severity.ERROR,
    Text("E-Mail-Adresse für die Anmeldedaten fehlt", "No e-mail address for the login data"),
    Text("Der Arbeitsplatz braucht „login.email“.", "The workplace needs “login.email”."),
    Text(
        "An diese Adresse gehen die Begrüßung mit dem Benutzernamen und jedes neue Passwort; ohne sie kann sich "
        "niemand anmelden.",
        "The welcome mail with the user name and each new password go there; without it nobody can log in.",
    ),
    Text(
        "„login.email“ ergänzen; es darf dieselbe Adresse wie „user.email“ sein. Was jetzt gilt: `reconciler dump`.",
        "Add “login.email”; it may be the same address as “user.email”. `reconciler dump` shows what holds now.",
    ),
    setup("Versand der Anmeldedaten", "login data"),
    each=_check,
    portal=True,
    bad=Example(workplace(login='{mobile: "+49 171 5550100"}')),
    good=Example(workplace()),
)
