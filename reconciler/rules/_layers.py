"""From which document a value comes, so that one cause gives one finding."""

from typing import Any

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.resource import Layer, Resource


def source(resource: Resource, path: Path) -> Address | None:
    """The document whose value at ``path`` counts; None if no document holds one."""
    return next((layer.document.address for layer in resource.layers if layer.find(path)), None)


def inherited(resource: Resource, path: Path) -> bool:
    """Whether the value at ``path`` comes from a template, a group or the company, or from nowhere.

    Those are checked themselves, so that what they say wrongly is not said again for each heir. A resource
    without layers is the portal's: nothing is inherited there.
    """
    if not resource.layers:
        return False
    origin = source(resource, path)
    return origin is None or not _own(resource, origin)


def is_kept(resource: Resource, path: Path) -> bool:
    """Whether ``auto`` keeps what the portal has at ``path``: no document writes a value of its own there."""
    written = next(((layer, found) for layer in resource.layers if (found := layer.find(path))), None)
    if not resource.layers or written is None:
        return bool(resource.layers)
    layer, found = written
    return bool(_at(layer.document.content, found) == "auto")


def item_path(resource: Resource, key: str, item: str) -> Path | None:
    """Where the list ``key`` names ``item``; None if it is inherited.

    For ``devices`` the item is a profile. Without layers it is the list itself.
    """
    if not resource.layers:
        return (key,)
    for layer in resource.layers:
        for position, written in enumerate(items(layer, key)):
            if item in (written, _profile(written)):
                where: Path = (key, position) if written == item else (key, position, "profile")
                return where if _own(resource, layer.document.address) else None
    return None


def items(layer: Layer, key: str) -> list[Any]:
    """The list that a layer's document writes under ``key``; empty if it writes none."""
    node = _at(layer.document.content, layer.find((key,)) or ())
    return node if isinstance(node, list) else []


def _at(node: Any, path: Path) -> Any:
    for step in path:
        node = node[step]
    return node


def _own(resource: Resource, origin: Address) -> bool:
    return origin.kind in (resource.address.kind, "defaults")


def _profile(written: object) -> object:
    return written.get("profile") if isinstance(written, dict) else None
