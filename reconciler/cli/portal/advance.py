"""portal advance: the rehearsal portal's clock runs, and what is due is carried out."""

from datetime import date
from typing import Annotated

from reconciler.cli._command import Command
from reconciler.cli._flags import DATE, FIGURES, Database, Flags
from reconciler.cli._option import Flag
from reconciler.cli._values import day, number
from reconciler.model.text import Text

MOST_DAYS = 4_000_000
"""More days than the calendar has."""

To = Annotated[date | None, Flag("--to", value=DATE, read=day, text=Text("neuer Tag", "new day"))]
Days = Annotated[int | None, Flag("--days", value=Text("N", "N"), read=lambda text: number(text, "--days", MOST_DAYS),
                                  text=Text("um so viele Tage", "by so many days"))]


def advance(flags: Flags, to: To = None, days: Days = None) -> int:
    """Let the portal's clock run and carry out what is due."""
    from reconciler.cli._show import show
    from reconciler.commands.portal import advance_portal

    return show(advance_portal(flags.folder, to, days, flags.database), flags)


COMMAND = Command(
    advance, 220, takes=(Database, *FIGURES), ends="figures", example="portal advance --days 30",
    short=Text("die Uhr des Portals vorstellen und Fälliges ausführen",
               "Let the portal's clock run and carry out what is due"),
    long=Text("Entweder bis zu einem Tag oder um so viele Tage.", "Either to a day, or by so many days."),
)
