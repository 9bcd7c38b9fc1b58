"""What a document says of a field, before anything is filled in."""

from typing import Any

from reconciler.model.document import at, keys
from reconciler.model.resource import Resource

AUTO = "auto"
"""What the portal has stays, and what is new is chosen."""


def written(resource: Resource, path: str) -> Any:
    """The value at a path in the strongest layer that has one; None where no document says any."""
    for layer in resource.layers:
        found = layer.find(keys(path))
        if found:
            return at(layer.document.content, found)
    return None
