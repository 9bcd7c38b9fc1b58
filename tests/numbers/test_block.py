"""Blocks: ranges, decades, lengths, extension."""

import pytest

from reconciler.numbers.block import Block

BONN = Block("+492286380", "00", "99")
PART = Block("+492286380", "20", "49")
LONGER = Block("+492286380", "00", "99", extended_by=1)


@pytest.mark.parametrize(
    ("block", "number", "held"),
    [
        (BONN, "+49228638000", True),
        (BONN, "+49228638099", True),
        (BONN, "+4922863805", True),
        (BONN, "+4922863800", True),
        (BONN, "+492286380", False),
        (BONN, "+492286380123", False),
        (BONN, "+49228638100", False),
        (LONGER, "+492286380620", True),
        (LONGER, "+49228638062", True),
        (LONGER, "+4922863806200", False),
        (PART, "+49228638020", True),
        (PART, "+49228638019", False),
        (PART, "+49228638050", False),
        (PART, "+4922863803", True),
        (PART, "+4922863805", False),
        (PART, "+4922863800", True),
    ],
)
def test_which_numbers_a_block_holds(block: Block, number: str, held: bool) -> None:
    """Numbers of the contract, shorter ones, the central number, and longer ones as far as it is extended."""
    assert block.holds(number) is held


def test_a_block_of_two_digits_has_ten_decades() -> None:
    """The tens are the decades, by their common beginning."""
    assert BONN.decades == tuple("0123456789")
    assert PART.decades == ("2", "3", "4")


def test_extension_makes_ten_of_one() -> None:
    """620 becomes 6200 to 6209: ten times as many numbers, one digit longer."""
    block = Block("+49228", "620", "620", extended_by=1)

    assert list(block.numbers()) == [f"+49228620{n}" for n in range(10)]


def test_numbers_go_round_once_from_any_start() -> None:
    """Wherever the search begins, each number comes once."""
    assert list(PART.numbers(start=28)) == [f"+492286380{n}" for n in (48, 49, *range(20, 48))]


def test_the_central_number_is_base_and_zero() -> None:
    """The switchboard is a number of the block, but shorter than those that are chosen."""
    assert BONN.holds(BONN.central)
    assert BONN.central not in set(BONN.numbers())
