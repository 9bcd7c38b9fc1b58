"""Every field of every kind has a bound, and the schemas say so."""

from collections.abc import Iterator
from typing import Any

import pytest

from reconciler.files.schema import schemas
from reconciler.kinds import all_kinds
from reconciler.wire.schema import json_schema

BOUNDS = {"string": ("maxLength", "format"), "array": ("maxItems",), "integer": ("maximum",)}


def unbounded(node: Any, path: str) -> Iterator[str]:
    """What in a schema may be as long or as large as it likes."""
    if isinstance(node, list):
        for n, inside in enumerate(node):
            yield from unbounded(inside, f"{path}[{n}]")
    elif isinstance(node, dict):
        types = [node["type"]] if isinstance(node.get("type"), str) else node.get("type", [])
        needed = next((BOUNDS[one] for one in types if one in BOUNDS), ())
        if needed and not node.keys() & {*needed, "const", "enum"}:
            yield path
        if isinstance(node.get("additionalProperties"), dict) and "maxProperties" not in node:
            yield path + " (keys)"
        for key, inside in node.items():
            yield from unbounded(inside, f"{path}.{key}")


@pytest.mark.parametrize("kind", all_kinds().values(), ids=lambda kind: kind.name)
def test_every_field_has_a_bound(kind):
    """Texts have a longest length, lists and mappings a largest one, counts a largest value."""
    assert list(unbounded(json_schema(kind.schema), kind.name)) == []


def test_the_schemas_for_editors_say_the_same():
    """An editor sees the bounds that the tool keeps."""
    made = schemas(all_kinds())
    seat = made["workplace"]["properties"]["spec"]["properties"]
    assert (seat["group"]["maxLength"], seat["devices"]["maxItems"]) == (253, 100)
    block = made["numberblock"]["properties"]["spec"]["properties"]
    assert (block["extendedBy"]["maximum"], block["first"]["pattern"]) == (9, "^[0-9]+$")
    assert made["workplace"]["properties"]["metadata"]["properties"]["labels"]["maxProperties"] == 100
