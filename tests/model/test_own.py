"""Bodies without what some marks say, at any depth."""

from dataclasses import dataclass, field
from typing import Annotated

from reconciler.model.marks import Ours, WriteOnce
from reconciler.model.own import marked, without


@dataclass(frozen=True)
class Part:
    """A part of a body, with a name that it had."""

    name: str
    was: Annotated[str | None, Ours()] = None


@dataclass(frozen=True)
class Body:
    """A body with parts, and what is sent once."""

    day: Annotated[str, WriteOnce()] = "today"
    parts: tuple[Part, ...] = ()
    first: Part = field(default_factory=lambda: Part("x"))
    notes: Annotated[tuple[str, ...], Ours(), WriteOnce()] = field(default_factory=lambda: ("none",))


def test_what_is_marked_is_at_its_default():
    """In the body, in its elements and in what it holds; all else stays."""
    full = Body("soon", (Part("a", "b"), Part("c")), Part("d", "e"), ("f",))
    assert without(full, (Ours,)) == Body("soon", (Part("a"), Part("c")), Part("d"))
    assert without(full, (WriteOnce,)) == Body("today", full.parts, full.first)
    assert without((Part("a", "b"), "text"), (Ours,)) == (Part("a"), "text")


def test_what_says_nothing_of_it_is_the_same():
    """Not a copy: most bodies hold nothing of it."""
    bare = Body(parts=(Part("a"),))
    assert without(bare, (Ours, WriteOnce)) is bare
    assert without("text", (Ours,)) == "text"


def test_which_attributes_are_marked():
    """Each with what makes its default."""
    assert [(name, default()) for name, default in marked(Body, (WriteOnce,))] == [("day", "today"),
                                                                                   ("notes", ("none",))]
    assert not marked(Part, (WriteOnce,))
