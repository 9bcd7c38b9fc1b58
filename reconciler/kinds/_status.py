"""What the portal tells of a workplace's life, as documents write it: ``status`` beside ``spec``."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from reconciler.kinds._types import Day
from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.model.kind import CONFIG, key_of
from reconciler.model.text import Text


@dataclass(frozen=True, slots=True)
class Status:
    """``active`` or ``inactive``, since when, and since when each package (or mobileIntegration) is booked."""

    __pydantic_config__ = CONFIG

    state: Literal["active", "inactive"] = "active"
    activated_on: Day | None = None
    booked_on: Mapping[str, Day] = field(default_factory=dict)


def read_status(address: Address, told: object) -> Status | Breach:
    """The status of a document; a Breach names the first field that has the wrong form."""
    try:
        status: Status = _adapter().validate_python(told or {})
    except ValidationError as problem:
        return _breach(address, problem.errors()[0])
    return status


def _breach(address: Address, error: Any) -> Breach:
    path, value = ("status", *error["loc"]), str(error["input"])[:40]
    if error["type"] == "rule":
        return Breach(error["ctx"]["rule"], address, path, {"value": value})
    if error["type"] == "unexpected_keyword_argument":
        known = ", ".join(key_of(f.name) for f in fields(Status))
        listed = Text(f"Hier möglich: {known}.", f"Possible here: {known}.")
        values = {"key": str(path[-1]), "nearest": "", "known": known}
        return Breach("FORM-1", address, path, values, at_key=True, help=listed)
    expected = "active, inactive" if error["type"] == "literal_error" else "key: value"
    return Breach("FORM-2", address, path, {"value": value, "expected": expected})


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Status)
