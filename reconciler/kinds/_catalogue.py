"""What device profiles and packages are known, and who says so."""

from typing import NamedTuple

HELP = "Arbeitsplatz einrichten › Endgeräte zuweisen"

CLIENTS = (
    "desktop-client-full",
    "desktop-client-voice-only",
    "desktop-client-sfb",
    "mobile-client",
    "tablet-client",
)

DEVICES = {
    **dict.fromkeys(CLIENTS, HELP),
    "universal-base-profile": HELP,
    "polycom-vvx-201": "Systemvoraussetzungen",
    "polycom-vvx-401": "Systemvoraussetzungen",
    "polycom-vvx-501": "Systemvoraussetzungen",
    "polycom-ip-5000": "Systemvoraussetzungen",
    "leader": HELP,
    "assistant": HELP,
    "agent": HELP,
}
"""Device profile → page of the help that names it. The last three are extended profiles."""

EXTENDED = {"leader": "assistant", "assistant": "assistant", "agent": "group-function"}
"""Extended device profile → the package that must be booked for it."""

MANUFACTURERS = ("polycom", "yealink", "cisco", "audiocodes")


class Package(NamedTuple):
    """``level`` is ``workplace`` or ``company``; ``generations`` in which it can be booked."""

    level: str
    generations: tuple[str, ...] = ("1.0", "2.0")
    ordered: bool = True


PACKAGES = {
    "assistant": Package("workplace"),
    "conference": Package("workplace", ("1.0",)),
    "conference-plus": Package("workplace", ("2.0",)),
    "conference-premium": Package("workplace", ("2.0",)),
    "group-function": Package("workplace"),
    "attendant-console": Package("workplace"),
    "call-analytics": Package("workplace"),
    "cti-tapi": Package("workplace", ordered=False),
    "call-analytics-basic": Package("company"),
}
