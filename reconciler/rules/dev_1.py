"""DEV-1: at most six devices.

Source: help page "Arbeitsplatz einrichten", devices. Values: count, most.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup

MOST = 6


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    count = len(resource.body.devices)
    if count <= MOST:
        return ()
    return (Breach("DEV-1", resource.address, ("devices",), {"count": count, "most": MOST}),)


def _workplace(count: int) -> str:
    telephones = ", ".join(f"{{profile: polycom-vvx-401, label: Tisch {n}}}" for n in range(1, count + 1))
    return workplace(devices=f"[{telephones}]")


RULE = Rule(
    "DEV-1",
    Severity.ERROR,
    Text("Zu viele Endgeräte", "Too many devices"),
    Text("Der Arbeitsplatz hat {count} Endgeräte.", "The workplace has {count} devices."),
    Text(
        "Telefone, Desktop-, Mobil- und Tablet-Clients zusammen dürfen es höchstens {most} sein.",
        "Telephones, desktop, mobile and tablet clients together may be {most} at most.",
    ),
    Text(
        "Endgeräte streichen, auch geerbte aus Vorlage und Defaults, bis {most} bleiben.",
        "Remove devices, inherited ones included, until {most} are left.",
    ),
    setup("Endgeräte zuweisen", "devices"),
    each=_check,
    portal=True,
    bad=Example(_workplace(7)),
    good=Example(_workplace(6)),
)
