"""What the portal tells of a workplace's life, as documents write it: ``status`` beside ``spec``."""

from collections.abc import Mapping
from dataclasses import field, fields
from functools import cache
from typing import Annotated, Any, Literal

from pydantic_core import SchemaValidator, ValidationError

from reconciler.kinds._types import AT_MOST, Day, Name, at_most
from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.model.forms import SECTION, found, measured
from reconciler.model.message import Message, Word, sentence
from reconciler.model.noun import noun
from reconciler.model.schema import key_of, schema_of


@noun
class Status:
    """``active`` or ``inactive``, since when, and since when each package (or mobileIntegration) is booked."""

    state: Literal["active", "inactive"] = "active"
    activated_on: Day | None = None
    booked_on: Annotated[Mapping[Name, Day], at_most(100)] = field(default_factory=dict)


def read_status(address: Address, told: object) -> Status | Breach:
    """The status of a document; a Breach names the first field that has the wrong form."""
    try:
        status: Status = _reader().validate_python(told or {})
    except ValidationError as problem:
        return _breach(address, problem.errors()[0])
    return status


def _breach(address: Address, error: Any) -> Breach:
    path, ctx = ("status", *error["loc"]), error.get("ctx") or {}
    if error["type"] == "rule":
        return Breach(ctx["rule"], address, path, {k: v for k, v in ctx.items() if k != "rule"})
    if error["type"] == "unexpected_keyword_argument":
        known = Word(", ".join(key_of(f.name) for f in fields(Status)))
        listed = sentence("Hier möglich: {known}.", "Possible here: {known}.", known=known)
        values = {"key": str(path[-1]), "nearest": "", "known": known}
        return Breach("FORM-1", address, path, values, at_key=True, help=listed)
    if error["type"] == "too_long":
        limit = Message(AT_MOST, {"n": ctx["max_length"]})
        return Breach("FORM-12", address, path, {"value": measured(error["input"]), "limit": limit})
    expected = Word("active, inactive") if error["type"] == "literal_error" else SECTION
    told = {"value": found(error["input"]), "expected": expected, "example": Word("status: {state: active}")}
    return Breach("FORM-2", address, path, told)


@cache
def _reader() -> SchemaValidator:
    return SchemaValidator(schema_of(Status))
