"""Automatic numbers: free, legal, and the same whoever else is hired."""

import random

import pytest

from reconciler.numbers.block import Block
from reconciler.numbers.choose import choose_internal, choose_number
from reconciler.numbers.internal import broken_rule

BLOCK = Block("+492286380", "00", "99")


def test_the_same_name_gets_the_same_number() -> None:
    """The choice follows from the name, not from who else is there, as long as two do not meet."""
    alone = choose_number("anna.schmidt", [BLOCK], set().__contains__)

    for other in ("aaaaa", "zzzzz", "ben.meier"):
        taken = {choose_number(other, [BLOCK], set().__contains__)} - {alone}
        assert choose_number("anna.schmidt", [BLOCK], taken.__contains__) == alone


def test_a_full_block_gives_the_next_and_then_nothing() -> None:
    """Blocks are used one after the other; when all are full there is no number."""
    full = set(BLOCK.numbers())
    second = Block("+4922299", "0", "9")

    assert choose_number("anna", [BLOCK, second], full.__contains__) in set(second.numbers())
    assert choose_number("anna", [BLOCK], full.__contains__) is None


def test_the_last_free_number_is_found() -> None:
    """However the search begins, it finds the one number that is left."""
    numbers = list(BLOCK.numbers())
    seed = 20261122
    for left in random.Random(seed).sample(numbers, 20):
        taken = {n for n in numbers if n != left}
        assert choose_number("anna", [BLOCK], taken.__contains__) == left, f"seed {seed}"


def test_the_internal_number_is_the_end_of_the_public_one() -> None:
    """As the portal proposes it: as many of the last digits as the block has."""
    assert choose_internal("anna", "58", set().__contains__, integrated=False) == "58"
    assert choose_internal("anna", "058", set().__contains__, integrated=False) == "058"


@pytest.mark.parametrize(("near", "integrated"), [("77", False), ("110", False), ("911", False), ("58", True),
                                                  ("058", True), ("112", True)])
def test_an_internal_number_is_always_legal(near: str, integrated: bool) -> None:
    """Where the end of the public number may not be dialled, another one is chosen."""
    chosen = choose_internal("anna", near, set().__contains__, integrated=integrated)

    assert chosen is not None
    assert chosen != near
    assert not broken_rule(chosen, integrated=integrated)


@pytest.mark.parametrize(
    ("number", "integrated", "rule"),
    [
        ("58", False, ""), ("123456", False, ""), ("1", False, "INT-1"), ("1234567", False, "INT-1"),
        ("12a", False, "INT-1"), ("１２", False, "INT-1"), ("1122", False, "INT-4"), ("110", False, "INT-4"),
        ("7712", False, "INT-2"), ("780", False, "INT-2"), ("11833", False, "INT-3"), ("1183", False, ""),
        ("118", False, ""), ("118123", False, ""), ("911", False, "INT-5"), ("9110", False, ""),
        ("58", True, "INT-6"), ("058", True, "INT-7"), ("158", True, ""), ("0112", True, "INT-7"), ("0112", False, ""),
    ],
)
def test_which_rule_an_internal_number_breaks(number: str, integrated: bool, rule: str) -> None:
    """Exactly one rule, the first that applies; 0112 is legal without a mobile telephone."""
    assert broken_rule(number, integrated=integrated) == rule
