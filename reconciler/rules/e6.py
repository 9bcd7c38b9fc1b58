"""E6: a blocking profile lets emergency calls pass.

110 and 112 always (an error); 116117, the doctor on call, should (a warning). Source: this tool.
Values: value, number.
"""

from reconciler.kinds.blocking_profile import KIND
from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document
from reconciler.rules._layers import items
from reconciler.rules._sources import OURS

EMERGENCY = ("110", "112")
DOCTOR = "116117"
GERMANY = "+49"


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    found = ((blocked, _stopped(blocked)) for blocked in resource.body.outgoing)
    return tuple(_breach(resource, blocked, number) for blocked, number in found if number)


def _stopped(blocked: str) -> str:
    """The number that a range stops: 110 and 112 before 116117; "" if none."""
    for number in EMERGENCY:
        if any(form.startswith(blocked) or blocked.startswith(form) for form in (number, GERMANY + number)):
            return number
    return DOCTOR if DOCTOR.startswith(blocked) or (GERMANY + DOCTOR).startswith(blocked) else ""


def _breach(resource: Resource, blocked: str, number: str) -> Breach:
    severity = Severity.WARNING if number == DOCTOR else None
    path, written = _written(resource, blocked)
    values = {"value": Word(written), "number": Word(number)}
    return Breach("E6", resource.address, path, values, severity=severity)


def _written(resource: Resource, blocked: str) -> tuple[Path, str]:
    """The range in the list as it was written, which may be in another spelling and order."""
    for layer in resource.layers:
        for position, written in enumerate(items(layer, "outgoing")):
            if KIND.read({"outgoing": [written]}).outgoing == (blocked,):
                return ("outgoing", position), str(written)
    return ("outgoing",), blocked


RULE = Rule(
    "E6",
    Severity.ERROR,
    Text("Sperrprofil blockiert den Notruf", "Blocking profile stops emergency calls"),
    Text(
        "Der gesperrte Bereich „{value}“ trifft auch die {number}.",
        "The blocked range “{value}” also stops {number}.",
    ),
    Text(
        "Notrufe müssen von jedem Telefon aus gehen, gleich welches Profil gilt.",
        "Emergency calls must work from every telephone, whatever profile it has.",
    ),
    Text(
        "Den Bereich genauer schreiben, etwa „+4915“, „+4916“ und „+4917“ für Mobilfunk.",
        "Write the range more precisely, such as “+4915”, “+4916” and “+4917” for mobile numbers.",
    ),
    OURS,
    of=("blockingprofile",),
    each=_check,
    portal=True,
    silenceable=False,
    bad=Example(document("BlockingProfile", "nur-ausland", outgoing='["+49"]')),
    good=Example(document("BlockingProfile", "keine-mobilnummern", outgoing='["+4915", "+4916", "+4917"]')),
)
