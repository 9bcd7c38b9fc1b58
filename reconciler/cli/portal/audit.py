"""portal audit: who changed the portal by what and when."""

from datetime import date
from typing import Annotated

from reconciler.cli._command import Command
from reconciler.cli._flags import DATE, FIGURES, Database, Flags
from reconciler.cli._option import Flag
from reconciler.cli._values import day
from reconciler.model.text import Text

Verify = Annotated[bool, Flag("--verify", text=Text(
    "nachrechnen, ob jemand Zeilen geändert, entfernt oder hinzugetan hat",
    "compute whether anybody changed, removed or added rows"))]
Since = Annotated[date | None, Flag("--since", value=DATE, read=day, text=Text(
    "nur Zeilen von diesem Tag des Portals an", "only rows from this day of the portal on"))]


def audit(flags: Flags, *, verify: Verify = False, since: Since = None) -> int:
    """Show the audit, and with ``--verify`` whether it is as the portal wrote it."""
    from reconciler.cli._show import show
    from reconciler.commands.audit import portal_audit

    return show(portal_audit(flags.folder, since, flags.database, verify=verify), flags)


COMMAND = Command(
    audit, 215, takes=(Database, *FIGURES), ends="figures", example="portal audit --verify",
    short=Text("das Protokoll: wer das Portal wann womit geändert hat",
               "The audit: who changed the portal by what and when"),
    long=Text("Jede angenommene Änderung ist eine Zeile, ohne Namen und Nummern von Personen. Mit --verify endet der "
              "Befehl mit 1, wenn eine Zeile nicht passt. Wer die Prüfsumme der letzten Zeile anderswo aufhebt, findet "
              "sie später in derselben Zeile wieder.",
              "Each change that was accepted is a row, without names and numbers of people. With --verify the command "
              "ends with 1 if a row does not fit. Whoever keeps the hash of the last row elsewhere finds it in the "
              "same row later."),
)
