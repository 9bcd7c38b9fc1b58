"""One YAML document as it was written."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from reconciler.model.address import Address
from reconciler.model.noun import noun

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a document, e.g. ``("spec", "devices", 0, "profile")``."""


def keys(path: str) -> Path:
    """A path as users write it (``number.external``), key by key."""
    return tuple(path.split("."))


def at(content: Any, path: Path) -> Any:
    """What plain content holds at a path that is there."""
    for step in path:
        content = content[step]
    return content


@noun
class Document:
    """The plain content of one document and the bytes that it came from.

    Scalars are text until a field says otherwise; ``None`` is an empty or null scalar.
    ``line`` is the line of the file (from 1) on which ``raw`` begins.
    """

    file: str
    line: int
    raw: bytes
    content: Mapping[str, Any]
    address: Address = field(init=False)
    """Kind in lower case and name; empty texts where the document lacks them."""

    def __post_init__(self) -> None:
        metadata = self.content.get("metadata")
        name = metadata.get("name") if isinstance(metadata, dict) else None
        kind = str(self.content.get("kind") or "").lower()
        object.__setattr__(self, "address", Address(kind, str(name or "")))
