"""JSON Schemas: of the schemas by which the tool reads, and of what machines read: reports and plan files."""

from collections.abc import Iterable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import CoreSchema

from reconciler.model.schema import SHOWN, schema_of
from reconciler.wire.plan import PlanJson
from reconciler.wire.report import ReportJson

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORMS: dict[str, Any] = {"plan": PlanJson, "report": ReportJson}


class _Shown(GenerateJsonSchema):
    """pydantic's, and what a schema says of how it is shown."""

    def generate_inner(self, schema: Any) -> dict[str, Any]:
        """See pydantic."""
        made = super().generate_inner(schema)
        show = schema.get("metadata", {}).get(SHOWN)
        return show(made) if show else made

    def dataclass_schema(self, schema: Any) -> dict[str, Any]:
        """See pydantic; that a body has no other keys it takes from the schema only since 2.14."""
        return {**super().dataclass_schema(schema), "additionalProperties": False}


def json_schema(schema: CoreSchema) -> dict[str, Any]:
    """The JSON Schema of what is read so."""
    return _Shown().generate(schema)


def component_schemas(forms: Iterable[type]) -> dict[str, dict[str, Any]]:
    """The schemas of these forms and of all that they hold, by name, as OpenAPI has them."""
    found: dict[str, dict[str, Any]] = {}
    for form in forms:
        made = _Shown(ref_template="#/components/schemas/{model}").generate(schema_of(form))
        found |= made.pop("$defs", {})
        found[form.__name__] = made
    return found


def wire_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each form by its name: ``plan`` and ``report``."""
    return {name: {"$schema": DIALECT, "$id": f"{name}.schema.json", **json_schema(schema_of(form))}
            for name, form in _FORMS.items()}
