"""What the portal tells of a workplace's life, as documents write it: ``status`` beside ``spec``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter

from reconciler.kinds._types import Day
from reconciler.model.kind import CONFIG


@dataclass(frozen=True, slots=True)
class Status:
    """``active`` or ``inactive``, since when, and since when each package (or mobileIntegration) is booked."""

    __pydantic_config__ = CONFIG

    state: Literal["active", "inactive"] = "active"
    activated_on: Day | None = None
    booked_on: Mapping[str, Day] = field(default_factory=dict)


@cache
def status_adapter() -> TypeAdapter[Any]:
    """The validator of a status."""
    return TypeAdapter(Status)
