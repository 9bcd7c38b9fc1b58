"""Names by a glance, for completion: not read as YAML, so fast, and wrong about what is written unusually.

Nothing here decides anything; a name that is missed is typed.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from reconciler.files.folder import WORKSPACE_FILE, find, read

MOST = 64 * 1024 * 1024
"""Bytes that are looked at; whoever has more types the rest."""

_DOCUMENT = re.compile(rb"^---", re.MULTILINE)
_KIND = re.compile(rb"^kind:[ \t]*[\"']?(\w+)", re.MULTILINE)
_NAME = re.compile(rb"^metadata:[ \t]*(?:\{[^}\n]*?|\r?\n(?:[ \t]+.*\n)*?[ \t]+)"
                   rb"\bname:[ \t]*[\"']?([A-Za-z0-9][\w.@+-]*)[\"']?[ \t]*(?=[,}\r\n#]|\Z)", re.MULTILINE)
_INLINE = re.compile(rb"^[ \t{]*(?:.*[,{ \t])?manifests:[ \t]*\[([^\]]*)\]", re.MULTILINE)
_BELOW = re.compile(rb"^([ \t]+)manifests:[ \t]*\r?\n((?:[ \t]*-[ \t]*\S.*\r?\n?)+)", re.MULTILINE)


def named(start: Path) -> list[str]:
    """The addresses that the manifests of the workspace around ``start`` name, sorted; empty where there is none."""
    here = start.absolute()
    root = next((folder for folder in (here, *here.parents) if (folder / WORKSPACE_FILE).is_file()), None)
    if root is None:
        return []
    found: set[str] = set()
    left = MOST
    for name in find(root, _entries(read(root, WORKSPACE_FILE)))[0]:
        raw = read(root, name)
        if isinstance(raw, bytes):
            found.update(_addresses(raw[:left]))
            left -= len(raw)
        if left <= 0:
            break
    return sorted(found)


def _addresses(raw: bytes) -> Iterator[str]:
    for document in _DOCUMENT.split(raw):
        kind, name = _KIND.search(document), _NAME.search(document)
        if kind and name:
            yield f"{kind[1].decode().lower()}/{name[1].decode()}"


def _entries(raw: object) -> list[str]:
    """``spec.manifests`` of a workspace file, as it is usually written."""
    text = raw if isinstance(raw, bytes) else b""
    inline, below = _INLINE.search(text), _BELOW.search(text)
    listed = inline[1].split(b",") if inline else re.findall(rb"-[ \t]*(.*)", below[2]) if below else []
    return [entry for one in listed if (entry := one.decode("utf-8", "replace").strip(" \t\r\"'"))] or ["manifests"]
