"""MOB-6: where a mobile number is asked for, no landline number stands.

German mobile numbers begin with 015, 016 or 017. That of MagentaEINS is MOB-1. Source: this tool. Values: value.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import OURS
from reconciler.rules.mob_1 import MOBILE

PATHS: tuple[Path, ...] = (("login", "mobile"), ("mobileIntegration", "mobile"), ("directoryMobile",))


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    body = resource.body
    integration = body.mobile_integration
    integrated = integration.mobile if integration and integration.type != "magentaeins" else None
    numbers = (body.login.mobile, integrated, body.directory_mobile)
    if not any(map(_landline, numbers)):
        return ()
    wrong = {number: path for number, path in zip(numbers, PATHS, strict=True) if _landline(number)}
    return tuple(Breach("MOB-6", resource.address, path, {"value": str(number)}) for number, path in wrong.items())


def _landline(number: str | None) -> bool:
    return number is not None and number.startswith("+49") and not number.startswith(MOBILE)


RULE = Rule(
    "MOB-6",
    Severity.WARNING,
    Text("Keine Mobilfunknummer", "Not a mobile number"),
    Text("{value} sieht nicht nach einer Mobilfunknummer aus.", "{value} does not look like a mobile number."),
    Text(
        "An einen Festnetzanschluss kommt das Passwort nicht als SMS.",
        "A landline does not get the password as an SMS.",
    ),
    Text(
        "Eine Nummer eintragen, die mit 015, 016 oder 017 beginnt.",
        "Enter a number that begins with 015, 016 or 017.",
    ),
    OURS,
    each=_check,
    bad=Example(workplace(login='{email: b.keller@musterwerke.example, mobile: "+49 228 123456"}')),
    good=Example(workplace(login='{email: b.keller@musterwerke.example, mobile: "+49 171 5550100"}')),
)
