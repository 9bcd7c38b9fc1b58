"""The right to write: one holder at a time, never longer than a few minutes ahead."""

from datetime import datetime
from math import ceil

from reconciler.errors import LeaseHeld
from reconciler.model.message import Word, sentence
from reconciler.portal.books.protocol import Lease

LEASE_SECONDS = 120
"""How long the right to write lasts after the last order under it."""

LONGEST_NAME = 100
"""Characters."""


def named(holder: str) -> str:
    """A holder's name as it is kept and shown: nothing in it acts on a terminal."""
    shown = "".join(c if c.isprintable() else "?" for c in holder.strip())
    return shown[:LONGEST_NAME] or "?"


def shortened(lease: Lease, now: float) -> Lease:
    """The lease by this clock: nobody's clock can be so wrong that others wait for longer than a lease lasts."""
    return lease._replace(expires=min(lease.expires, now + LEASE_SECONDS))


def extended(lease: Lease, now: float) -> Lease:
    """The lease after a sign of life."""
    return lease._replace(expires=now + LEASE_SECONDS)


def ended(lease: Lease, now: float) -> Lease:
    """The lease when nobody has it any more; tokens go on counting.

    Raises:
        LeaseHeld: if somebody still has it.
    """
    if hindered := held(shortened(lease, now), "", now):
        raise hindered
    return Lease(token=lease.token)


def held(lease: Lease, holder: str, now: float) -> LeaseHeld | None:
    """Why ``holder`` cannot write now; None if nothing hinders."""
    if lease.holder in ("", holder) or lease.expires <= now:
        return None
    seconds, until = ceil(lease.expires - now), datetime.fromtimestamp(lease.expires).astimezone()
    return LeaseHeld(sentence(
        "Gerade schreibt {who}. Das Schreibrecht gilt bis {until} Uhr Ortszeit, noch {seconds} Sekunden, und wird "
        "dann frei, auch wenn {who} nicht mehr läuft. Danach noch einmal, oder gleich mit --wait {patience}.",
        "{who} is writing. The right to write is held until {until} local time, {seconds} seconds from now, and free "
        "then, even if {who} no longer runs. Try again then, or at once with --wait {patience}.",
        who=named(lease.holder), until=Word(f"{until:%H:%M:%S}"), seconds=seconds, patience=seconds + 1))
