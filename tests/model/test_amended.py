"""Many values with a few changes on top behave like one dictionary in order of names."""

import random
from collections.abc import Mapping

import pytest

from reconciler.model.amended import Amended, amended

SEED = 20261130


def test_every_row_of_changes_tells_the_same_as_a_dictionary():
    """New, replaced, taken away, put back: the same names in the same order, the same values, the same length."""
    rng = random.Random(SEED)
    plain = {f"n{n:03}": n for n in range(200)}
    found: Mapping[str, int] = plain
    seen = set()
    for step in range(400):
        changes = {f"n{rng.randrange(300):03}": rng.choice([step, None]) for _ in range(rng.choice([1, 1, 2, 20]))}
        found = amended(found, changes)
        mixed: dict[str, int | None] = {**plain, **changes}
        plain = {name: value for name in sorted(mixed) if (value := mixed[name]) is not None}
        name = f"n{rng.randrange(300):03}"
        assert (len(found), found.get(name), name in found) == (len(plain), plain.get(name), name in plain), SEED
        assert list(found.items()) == list(plain.items()), SEED
        seen.add(type(found))
    assert seen == {Amended, dict}  # both ways were gone


def test_what_lies_below_stays():
    """Another one with the changes is made, and both tell what they told."""
    below = dict.fromkeys("abcdefghij", 1)
    first = amended(below, {"b": None})
    second = amended(first, {"c": 2})
    assert (first.get("b"), second.get("b"), first["c"], second["c"], len(below)) == (None, None, 1, 2, 10)
    with pytest.raises(KeyError):
        first["b"]
