"""AUTH-1: an e-mail address for the first login data.

Asked for where a workplace will be set up; of an existing one it cannot be read. Source: help page
"Arbeitsplatz einrichten", login data.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._fresh import if_new, is_new
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if resource.body.login.email or not is_new(resource, facts):
        return ()
    return (Breach("AUTH-1", resource.address, ("login", "email"), severity=if_new(facts)),)


RULE = Rule(
    "AUTH-1",
    Severity.ERROR,
    Text("E-Mail-Adresse für die Anmeldedaten fehlt", "No e-mail address for the login data"),
    Text("Ein neuer Arbeitsplatz braucht „login.email“.", "A new workplace needs “login.email”."),
    Text(
        "An diese Adresse geht die Begrüßung mit dem Benutzernamen; ohne sie kann sich niemand anmelden.",
        "The welcome mail with the user name goes there; without it nobody can log in.",
    ),
    Text(
        "„login.email“ ergänzen; es darf dieselbe Adresse wie „user.email“ sein.",
        "Add “login.email”; it may be the same address as “user.email”.",
    ),
    setup("Versand der Anmeldedaten", "login data"),
    each=_check,
    portal=True,
    bad=Example(seat(login='{mobile: "+49 171 5550100"}')),
    good=Example(seat()),
)
