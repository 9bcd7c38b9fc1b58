"""Number ranges as blocking profiles know them: a range is a prefix and stops every number that begins with it.

``anonymous`` is a range that stops calls without a number; nothing lies inside it.
"""

from collections.abc import Sequence

_DIGITS = "0123456789"

ABROAD = ("+1", "+2", "+3", *(f"+4{digit}" for digit in "012345678"), "+5", "+6", "+7", "+8", "+9")
"""The shortest list of ranges that stops every number outside of Germany, and none inside."""


def covered(blocked: str, by: Sequence[str]) -> bool:
    """Whether all numbers of a range are stopped by others: by a shorter prefix, or by all ten parts together."""
    if blocked.startswith(tuple(by)):
        return True
    inside = [other for other in by if other.startswith(blocked)]
    return bool(inside) and all(covered(blocked + digit, inside) for digit in _DIGITS)


def beyond(ranges: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """The ranges that ``others`` do not stop in full, as they are written; a part of one of them is not told again."""
    left = dict.fromkeys(r for r in ranges if not covered(r, others))
    return tuple(r for r in left if not any(r != o and r.startswith(o) for o in left))


def staying(ranges: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """What ``others`` still stop inside of these ranges."""
    return tuple(o for o in others if any(o != r and o.startswith(r) for r in ranges))
