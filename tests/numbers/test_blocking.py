"""Number ranges as prefixes: what one stops, others may stop too."""

import pytest

from reconciler.numbers.blocking import beyond, covered

TENTHS = tuple(f"+4990{digit}" for digit in range(10))


@pytest.mark.parametrize(
    ("blocked", "by", "told"),
    [
        ("+49900", (), False),
        ("+49900", ("+49900",), True),
        ("+499001", ("+49900",), True),  # blocking a prefix blocks what begins with it
        ("+49900", ("+499001",), False),  # a part is not the whole
        ("+4990", TENTHS, True),  # all ten parts are
        ("+4990", TENTHS[1:], False),
        ("+499", TENTHS, False),
        ("+4990", (*TENTHS[1:], *(f"+49900{digit}" for digit in range(10))), True),
        ("118", ("11",), True),
        ("118", ("+49118",), False),  # a short number is not the same digits behind +49
        ("anonymous", ("anonymous",), True),
        ("anonymous", ("+49",), False),
        ("+49", ("anonymous",), False),
    ],
)
def test_a_range_is_covered_by_prefixes(blocked: str, by: tuple[str, ...], told: bool) -> None:
    """By a shorter or equal one, or by all its parts together."""
    assert covered(blocked, by) is told


@pytest.mark.parametrize(
    ("ranges", "others", "left"),
    [
        ((), (), ()),
        (("+49900", "+49137"), (), ("+49900", "+49137")),
        (("+49900", "+49137"), ("+49137",), ("+49900",)),
        (("+49900", "+499001"), (), ("+49900",)),
        (("+499001", "+49900"), (), ("+49900",)),
        (("+49900", "+499001"), ("+499001",), ("+49900",)),
        (("+499001",), ("+49900",), ()),
        (("+49900",), ("+49900", "+49900"), ()),
        (("anonymous", "+1"), ("+1",), ("anonymous",)),
        (("+4990",), TENTHS, ()),
        (TENTHS, ("+4990",), ()),
    ],
)
def test_what_lies_beyond(ranges: tuple[str, ...], others: tuple[str, ...], left: tuple[str, ...]) -> None:
    """Each range once, and none that another one of them says already."""
    assert beyond(ranges, others) == left
