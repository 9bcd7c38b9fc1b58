"""Work in two processes gives what it gives in one, whatever happens to the child."""

import os

import pytest

from reconciler.files import halves


def described(number: int) -> object:
    """Something plain for most numbers, something that cannot be sent for every seventh."""
    return [f"only here {number}"] if number % 7 == 0 else {"number": str(number), "even": None}


EXPECTED = [described(n) for n in range(3000)]


def test_two_processes_say_what_one_says() -> None:
    """Order and values are the same; what is not plain is made here."""
    assert halves.mapped(described, range(3000)) == EXPECTED


def test_without_a_child_everything_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system gives no second process, nothing is lost."""
    def refuse() -> int:
        raise OSError(12, "no room")

    monkeypatch.setattr(os, "fork", refuse)

    assert halves.mapped(described, range(3000)) == EXPECTED


def test_a_child_that_dies_loses_nothing() -> None:
    """Half an answer, or none, is no answer: the work is done again."""
    here = os.getpid()

    def fragile(number: int) -> object:
        if os.getpid() != here and number > 2000:
            os._exit(9)
        return described(number)

    assert halves.mapped(fragile, range(3000)) == EXPECTED
