"""AUTH-2: either a mobile number or the word that there is none.

Source: help page "Arbeitsplatz einrichten", login data. Values: problem.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._fresh import needs_login, of_new
from reconciler.rules._sources import setup

BOTH = Text("„login.mobile“ und „withoutMobile: true“ zugleich geht nicht",
            "“login.mobile” and “withoutMobile: true” exclude each other")
NEITHER = Text("Der Arbeitsplatz braucht „login.mobile“ oder „withoutMobile: true“",
               "The workplace needs “login.mobile” or “withoutMobile: true”")


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    login = resource.body.login
    if bool(login.mobile) != login.without_mobile or not needs_login(resource, facts):
        return ()
    key, problem = ("withoutMobile", BOTH) if login.mobile else ("mobile", NEITHER)
    return (of_new(Breach("AUTH-2", resource.address, ("login", key), {"problem": problem}), facts, RULE.fix),)


RULE = Rule(
    "AUTH-2",
    Severity.ERROR,
    Text("Weg des Passworts unklar", "Way of the password unclear"),
    Text("{problem}.", "{problem}."),
    Text(
        "Das Portal will wissen, ob das Passwort per SMS oder per E-Mail kommt.",
        "The portal wants to know whether the password comes by SMS or by e-mail.",
    ),
    Text(
        "Genau eines schreiben: „login.mobile“ (empfohlen) oder „login.withoutMobile: true“.",
        "Write exactly one: “login.mobile” (recommended) or “login.withoutMobile: true”.",
    ),
    setup("Versand der Anmeldedaten", "login data"),
    each=_check,
    portal=True,
    bad=Example(workplace(login="{email: b.keller@musterwerke.example}")),
    good=Example(workplace()),
)
