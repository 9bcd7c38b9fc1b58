"""Kinds read from marked dataclasses, and values made plain."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

import pytest

from reconciler.model.kind import Kind, only_mended, plain, unordered, with_value
from reconciler.model.marks import Assigned, Cart, Ours, Personal, Term, WriteOnce


@dataclass(frozen=True, slots=True)
class Inner:
    """A part without marks is flattened."""

    one_word: str = ""
    from_: int | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """One leaf of each sort."""

    plain_part: Inner = field(default_factory=Inner)
    marked_part: Annotated[Inner | None, Cart(mended=("one_word",))] = None
    fact: Annotated[str, Assigned()] = ""
    once: Annotated[str, WriteOnce()] = ""
    ours: Annotated[str, Ours()] = ""


KIND = Kind("Sample", Body, rank=1, marks=(Term(30, "TERM-1"),))


def test_leaves_have_the_users_paths():
    """A part is flattened unless it carries a mark or may be absent."""
    assert [f.path for f in KIND.fields] == [
        "plainPart.oneWord", "plainPart.from", "markedPart", "fact", "once", "ours"]


@pytest.mark.parametrize(("group", "without"), [("compared", {"once", "ours"}), ("sent", {"fact", "ours"})])
def test_marks_decide_who_sees_a_leaf(group: str, without: set[str]):
    """What is sent only once is never compared, a fact never sent, and what is ours neither."""
    assert {f.path for f in KIND.fields} - {f.path for f in getattr(KIND, group)} == without


def test_marks_are_found_by_type():
    """On a kind, on a field, and the first field with one."""
    term, found = KIND.mark(Term), KIND.marked(Cart)
    assert term
    assert term.rule == "TERM-1"
    assert found
    assert found[0].path == "markedPart"
    assert KIND.marked(Personal) is None


def test_a_body_there_and_back():
    """Plain values under the users' names, without defaults."""
    spec = {"plainPart": {"from": 3}, "fact": "x"}
    assert KIND.plain(KIND.read(spec)) == spec
    assert with_value(KIND.read({}), "plain_part.from_", 3).plain_part == Inner(from_=3)


@pytest.mark.parametrize(("before", "after", "mended"), [
    (Inner("a", 1), Inner("b", 1), True), (Inner("a", 1), Inner("b", 2), False), (None, Inner("b"), False),
])
def test_only_a_mended_part(before: Inner | None, after: Inner, mended: bool):
    """Whether what differs can be set without the cart."""
    found = KIND.field("markedPart")
    assert found
    assert only_mended(found, before, after) is mended


def test_values_as_json_has_them():
    """Days as text, lists as lists, parts without their defaults; one form for a list whose order says nothing."""
    assert plain((date(2026, 11, 22), Inner("a"))) == ["2026-11-22", {"oneWord": "a"}]
    assert unordered(("b", "a")) == unordered(("a", "b")) == ("a", "b")
