"""What was written, in words."""

import pytest

from reconciler.model.forms import LONGEST, example, found, measured

LONG = "x" * (LONGEST + 1)


@pytest.mark.parametrize(("value", "told", "size"), [
    (None, "nothing", "nothing"),
    ([1, 2], "a list", "a list of 2 entries"),
    ((), "a list", "a list of 0 entries"),
    ({"a": 1}, "keys with values", "a section of 1 key"),
    ("Bonn", "“Bonn”", "“Bonn”"),
    (12, "“12”", "“12”"),
    ("x" * LONGEST, f"“{'x' * LONGEST}”", f"“{'x' * LONGEST}”"),
    (LONG, f"“{'x' * (LONGEST - 1)}…”", f"a text of {LONGEST + 1} characters"),
])
def test_what_was_found(value: object, told: str, size: str):
    """A short text itself, a long one by its beginning or its length, and of all else what it is."""
    assert (found(value).en, measured(value).en) == (told, size)


def test_an_example_is_a_field():
    """As it stands in YAML; without a value there is none."""
    assert example("group", "bonn") == "group: bonn"
    assert example("group", "") == ""
