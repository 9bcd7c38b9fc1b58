"""JSON Schemas of the manifests, made from the kinds: for editors, and for whoever generates manifests.

The tool itself reads every scalar as text; an editor sees ``0112`` or ``53113`` as a number. So a text may be
written as a number here, and a choice such as ``"2.0"`` without its quotes.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from reconciler.files.frame import API_VERSION, LONGEST_NAME, MOST_LABELS
from reconciler.model.kind import Kind
from reconciler.model.text import Text
from reconciler.wire.schema import DIALECT, json_schema

ALL = "manifest"

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "integer", "number"]}
_DAY: Schema = {"type": "string", "format": "date"}
_WITH_STATUS = "Workplace"
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+", re.ASCII)


def schemas(kinds: Mapping[str, Kind], texts: Mapping[str, Text] | None = None) -> dict[str, Schema]:
    """The schema of each kind's manifest by the kind's key, and ``manifest``, which takes any of them.

    ``texts`` explain fields by kind and path (``workplace.number.internal``, ``metadata.name``) and become
    descriptions, in English.
    """
    made = {key: _manifest(kind, texts or {}) for key, kind in kinds.items()}
    made[ALL] = {
        "$schema": DIALECT,
        "$id": file_name(ALL),
        "title": "Manifest",
        "description": "One document of a workspace, whatever its kind.",
        "oneOf": [{"$ref": file_name(key)} for key in kinds],
    }
    return made


def dump_schemas(kinds: Mapping[str, Kind], texts: Mapping[str, Text] | None = None) -> dict[str, str]:
    """The same as files: name (``workplace.schema.json``) and text."""
    return {
        file_name(key): json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for key, schema in schemas(kinds, texts).items()
    }


def file_name(key: str) -> str:
    """The file of a schema, which is also its ``$id``."""
    return f"{key}.schema.json"


def _manifest(kind: Kind, texts: Mapping[str, Text]) -> Schema:
    spec = json_schema(kind.schema)
    parts = spec.pop("$defs", {})
    _explain(spec, kind.key, parts, texts)
    properties: Schema = {
        "apiVersion": {"const": API_VERSION},
        "kind": {"const": kind.name},
        "metadata": _metadata(),
        **({"status": _status()} if kind.name == _WITH_STATUS else {}),
    }
    frame = _object(properties, "apiVersion", "kind", "metadata")
    _explain(frame, "", {}, texts)
    properties["spec"] = _eased(spec)
    return {
        "$schema": DIALECT,
        "$id": file_name(kind.key),
        "title": kind.name,
        "description": _summary(spec["description"]),
        **frame,
        "$defs": _eased(parts),
    }


def _metadata() -> Schema:
    name = {**_TEXT, "minLength": 1, "maxLength": LONGEST_NAME, "pattern": "^[^/]*$"}
    texts: Schema = {"type": ["object", "null"], "additionalProperties": _TEXT, "maxProperties": MOST_LABELS}
    notes = {"reconciler/ignore": dict(_TEXT), "reconciler/was": dict(_TEXT)}
    return _object({"name": name, "labels": dict(texts), "annotations": {**texts, "properties": notes}}, "name")


def _status() -> Schema:
    return _object({
        "state": {"enum": ["active", "inactive"], "default": "active"},
        "activatedOn": dict(_DAY),
        "bookedOn": {"type": "object", "additionalProperties": _DAY, "maxProperties": MOST_LABELS},
    })


def _object(properties: Schema, *required: str) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": list(required)}


def _eased(node: Any) -> Any:
    """The schema for what editors see: numbers for text; without pydantic's titles and null defaults."""
    if isinstance(node, list):
        return [_eased(n) for n in node]
    if not isinstance(node, dict):
        return node
    eased = {k: _eased(v) for k, v in node.items() if not (k == "title" and isinstance(v, str))}
    if eased.get("default", ...) is None:
        del eased["default"]
    if isinstance(eased.get("description"), str):
        eased["description"] = _summary(eased["description"])
    if "anyOf" in eased and eased["anyOf"][1:] == [{"type": "null"}] and "type" in eased["anyOf"][0]:
        only = eased.pop("anyOf")[0]
        eased |= {**only, "type": [*_listed(only["type"]), "null"]}
    if isinstance(eased.get("enum"), list):
        eased["enum"] += [float(v) for v in eased["enum"] if _DECIMAL.fullmatch(str(v))]
        eased.pop("type", None)
    elif eased.get("type") == "string" and not eased.keys() & {"const", "format"}:
        eased |= _TEXT
    return eased


def _listed(types: str | list[str]) -> list[str]:
    return [types] if isinstance(types, str) else types


def _explain(node: Schema, path: str, parts: Schema, texts: Mapping[str, Text]) -> None:
    """Put the texts of the fields into the schema; a part that several fields share keeps its first ones."""
    alternatives = (node, *node.get("anyOf", ()))
    for option in (*alternatives, *(a["items"] for a in alternatives if "items" in a)):
        if "$ref" in option:
            _explain(parts[option["$ref"].rsplit("/", 1)[1]], path, parts, texts)
    for key, field in node.get("properties", {}).items():
        inside = f"{path}.{key}" if path else key
        if inside in texts and "description" not in field:
            field["description"] = texts[inside].en
        _explain(field, inside, parts, texts)


def _summary(docstring: str) -> str:
    return " ".join(docstring.split("\n\n", maxsplit=1)[0].split()).replace("``", "`")
