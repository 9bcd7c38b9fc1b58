"""Schemas of annotated types: what is read, what is refused, and what may stand where."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest
from pydantic_core import SchemaValidator, ValidationError

from reconciler.model.noun import noun
from reconciler.model.schema import Bounds, Checked, Prepared, Shown, key_of, keys_below, schema_of
from reconciler.wire.schema import json_schema

Short = Annotated[str, Bounds(max_length=3), Checked(str.upper)]


@noun
class Part:
    """It occurs twice."""

    name: Short
    from_: int | None = None


@noun
class Whole:
    """One field of each sort."""

    first_part: Part
    parts: tuple[Part, ...] = ()
    by_name: Annotated[Mapping[str, Part], Bounds(max_length=1)] = field(default_factory=dict)
    mode: Literal["on", "off"] | Part = "on"
    day: date | None = None
    many: Annotated[tuple[str, ...], Prepared(lambda said: said.split() if isinstance(said, str) else said),
                    Shown(lambda made: {"anyOf": [{"type": "string"}, made]})] = ()


class Plain(TypedDict):
    """An object as JSON has it."""

    name: str
    note: NotRequired[list[float]]


def read(form: Any, plain: Any, *, strict: bool = False) -> Any:
    """What the schema makes of a plain value."""
    return SchemaValidator(schema_of(form)).validate_python(plain, strict=strict)


def test_a_body_is_read_under_the_users_names():
    """Parts in parts, lists, mappings and choices; what is not written has its default."""
    part = Part("ABC", 1)
    assert read(Whole, {"firstPart": {"name": "abc", "from": 1}}) == Whole(part)
    assert read(Whole, {
        "firstPart": {"name": "abc", "from": 1}, "parts": [{"name": "x"}], "byName": {"y": {"name": "y"}},
        "mode": {"name": "z"}, "day": "2026-11-22", "many": "a b",
    }) == Whole(part, (Part("X"),), {"y": Part("Y")}, Part("Z"), date(2026, 11, 22), ("a", "b"))


@pytest.mark.parametrize(("spec", "error"), [
    ({}, "missing"), ({"firstPart": {"name": "abcd"}}, "string_too_long"),
    ({"firstPart": {"name": "a"}, "first_part": {"name": "a"}}, "unexpected_keyword_argument"),
    ({"firstPart": {"name": "a"}, "byName": {"a": {"name": "a"}, "b": {"name": "b"}}}, "too_long"),
])
def test_what_has_another_form_is_refused(spec: Any, error: str):
    """A key that is missing or not known, and what is beyond a bound."""
    with pytest.raises(ValidationError) as problem:
        read(Whole, spec)
    assert [one["type"] for one in problem.value.errors()] == [error]


def test_an_object_may_hold_more():
    """Of its own keys, only those that need not be there may be missing."""
    assert read(Plain, {"name": "a", "other": 1}, strict=True) == {"name": "a"}
    with pytest.raises(ValidationError):
        read(Plain, {"note": [0.5]}, strict=True)


def test_what_may_stand_where():
    """Keys of bodies, of any of several, and what every element and every value may be."""
    there = keys_below(schema_of(Part))
    assert list(there) == ["name", "from"]
    whole = keys_below(schema_of(Whole))
    assert [list(keys_below(whole[key])) for key in ("firstPart", "day")] == [["name", "from"], []]
    assert [list(keys_below(whole[key])) for key in ("parts", "byName")] == [[None], [None]]


def test_editors_see_the_same_schema():
    """Bounds, and what a field says of how it is shown."""
    shown = json_schema(schema_of(Whole))
    assert shown["$defs"]["Part"]["properties"]["name"]["maxLength"] == 3
    assert shown["properties"]["many"]["anyOf"] == [
        {"type": "string"}, {"type": "array", "items": {"type": "string"}}]


def test_the_users_keys():
    """In camel case, and a word of Python without its stroke."""
    assert [key_of(name) for name in ("name", "time_zone", "from_")] == ["name", "timeZone", "from"]
