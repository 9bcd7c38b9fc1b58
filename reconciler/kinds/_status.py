"""What the portal tells of a workplace's life, as documents write it: ``status`` beside ``spec``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from reconciler.kinds._types import Day
from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.model.kind import CONFIG


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
        error = problem.errors()[0]
        expected = str((error.get("ctx") or {}).get("expected", "date"))
        return Breach("FORM-2", address, ("status", *error["loc"]), {"value": str(error["input"])[:40],
                                                                     "expected": expected})
    return status


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Status)
