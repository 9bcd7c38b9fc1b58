"""By which clock a portal goes. That stands in its books, so that all who serve it, and who would move it, agree."""

from datetime import date

from reconciler.errors import UsageProblem
from reconciler.model.message import sentence
from reconciler.model.text import Text

REHEARSAL, REAL = CLOCKS = ("rehearsal", "real")
"""Its own, which stands still until it is moved; that of the calendar, which nobody moves."""


def movable(clock: str, today: date, to: date) -> None:
    """Nothing, if a portal that goes by this clock may be moved from one day to the other.

    Raises:
        UsageProblem: if it goes by the calendar, or would go back.
    """
    if clock == REAL:
        raise UsageProblem(Text(
            "Dieses Portal geht nach dem Kalender (portal serve --clock real); vorgestellt wird es nicht. Eine eigene "
            "Uhr hat es wieder, wenn der Server beendet und mit `portal serve --clock rehearsal` gestartet wird.",
            "This portal goes by the calendar (portal serve --clock real); nobody moves its day. It has a clock of "
            "its own again once the server is stopped and started by `portal serve --clock rehearsal`."))
    if to < today:
        raise UsageProblem(sentence("Im Portal ist schon der {today}; zurück geht es nicht.",
                                    "The portal's day is {today} already; it never goes back.", today=today))
