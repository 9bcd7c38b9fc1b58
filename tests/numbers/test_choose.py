"""Automatic numbers: free, legal, and the same whoever else is hired."""

import random
from hashlib import sha256
from itertools import chain

import pytest

from reconciler.numbers.block import Block
from reconciler.numbers.choose import Internals, choose_number
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
    assert Internals().choose("anna", "58", integrated=False) == "58"
    assert Internals().choose("anna", "058", integrated=False) == "058"


@pytest.mark.parametrize(("near", "integrated"), [("77", False), ("110", False), ("911", False), ("58", True),
                                                  ("058", True), ("112", True)])
def test_an_internal_number_is_always_legal(near: str, integrated: bool) -> None:
    """Where the end of the public number may not be dialled, another one is chosen."""
    chosen = Internals().choose("anna", near, integrated=integrated)

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


def _by_trying(name: str, near: str, taken: set[str], integrated: bool) -> str | None:
    """The choice, told by its definition alone: each number in turn, 200 of a length, of the longest all."""
    ends = (near[-length:] for length in (6, 5, 4, 3, 2) if length <= len(near))
    begin = int.from_bytes(sha256(name.encode()).digest()[:8], "big")
    rows = (f"{(begin + n) % 10**length:0{length}d}" for length in range(max(3, len(near)), 7)
            for n in range(200 if length < 6 else 10**6))
    return next((n for n in chain(ends, rows) if n not in taken and not broken_rule(n, integrated=integrated)), None)


def test_a_crowded_company_chooses_as_an_empty_one_does() -> None:
    """What the search remembers of full rows changes no choice, whoever comes after whom."""
    seed = 20261130
    rng = random.Random(seed)
    internals, taken = Internals(), set[str]()
    for n in range(4_000):
        near = "".join(rng.choices("0123456789", k=rng.choice([0, 2, 3, 3, 4])))
        name, integrated = rng.choice([f"seat{n}", "same"]), rng.random() < 0.3
        chosen = internals.choose(name, near, integrated=integrated)
        assert chosen == _by_trying(name, near, taken, integrated), f"seed {seed}, {n}"
        if chosen and rng.random() < 0.95:
            internals.take(chosen)
            taken.add(chosen)
