"""JSON Schemas of what machines read: reports and plan files, made from the same types that write and check them."""

from typing import Any

from pydantic import TypeAdapter

from reconciler.wire.plan import PlanJson
from reconciler.wire.report import ReportJson

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORMS: dict[str, Any] = {"plan": PlanJson, "report": ReportJson}


def wire_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each form by its name: ``plan`` and ``report``."""
    return {name: {"$schema": DIALECT, "$id": f"{name}.schema.json", **TypeAdapter(form).json_schema()}
            for name, form in _FORMS.items()}
