"""Nouns are dataclasses in everything but the cost of their classes."""

from dataclasses import field, replace

from reconciler.model.noun import noun


@noun
class Point:
    """Two figures and a secret."""

    x: int = 0
    y: int = 0
    secret: str = field(default="", repr=False, compare=False)


@noun
class Other:
    """The same fields as another noun."""

    x: int = 0
    y: int = 0


@noun
class Empty:
    """Without fields."""


def test_nouns_of_one_class_are_equal_and_have_one_hash_where_what_is_compared_is() -> None:
    """Fields that are not compared make no difference, another class does."""
    assert Point(1, 2, "a") == Point(1, 2, "b")
    assert hash(Point(1, 2, "a")) == hash(Point(1, 2, "b"))
    assert Point(1, 2) != Point(2, 1)
    other: object = Other(1, 2)
    assert Point(1, 2) != other
    assert (Empty(), len({Empty(), Empty()})) == (Empty(), 1)


def test_a_noun_is_shown_as_a_dataclass_is() -> None:
    """Lists are sorted by this text; a field that is not to be seen is not in it."""
    assert repr(Point(1, 2, "a")) == "Point(x=1, y=2)"
    assert repr(Empty()) == "Empty()"


def test_another_noun_is_made_with_one_field_replaced() -> None:
    """As with every dataclass, and it has slots, so no field is made up."""
    assert replace(Point(1, 2), y=3) == Point(1, 3)
    assert not hasattr(Point(), "__dict__")
