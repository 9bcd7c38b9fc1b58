"""MAIL-1: what stands for an e-mail address is one.

Source: this tool. Values: value.
"""

import re

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import OURS

_MAIL = re.compile(r"[^@\s<>,;:\"()]+@[^@\s<>,;:\"()]+\.[^@\s<>,;:\"().]+")


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    user, login = resource.body.user.email, resource.body.login.email
    if (not user or _MAIL.fullmatch(user)) and (not login or _MAIL.fullmatch(login)):
        return ()
    written: tuple[tuple[Path, str | None], ...] = ((("user", "email"), user), (("login", "email"), login))
    wrong = ((path, value) for path, value in written if value and not _MAIL.fullmatch(value))
    return tuple(Breach("MAIL-1", resource.address, path, {"value": value}) for path, value in wrong)


RULE = Rule(
    "MAIL-1",
    Severity.ERROR,
    Text("Keine E-Mail-Adresse", "Not an e-mail address"),
    Text("„{value}“ ist keine E-Mail-Adresse.", "“{value}” is not an e-mail address."),
    Text(
        "Nachrichten mit Zugangsdaten oder von der Voicemail kämen nicht an.",
        "Messages with login data or from the voicemail would not arrive.",
    ),
    Text("Eine Adresse der Form name@firma.example schreiben.", "Write an address like name@company.example."),
    OURS,
    each=_check,
    portal=True,
    bad=Example(workplace(user="{firstName: Bea, lastName: Keller, email: b.keller}")),
    good=Example(workplace(user="{firstName: Bea, lastName: Keller, email: b.keller@musterwerke.example}")),
)
