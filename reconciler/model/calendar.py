"""Days that terms and orders can have: what lies outside is a slip of the pen, and no arithmetic goes there."""

from datetime import date

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2999, 12, 31)


def in_calendar(day: date) -> bool:
    """Whether anything can begin, end or be due on this day."""
    return FIRST_DAY <= day <= LAST_DAY
