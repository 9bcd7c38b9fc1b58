"""The frame of a document: ``apiVersion``, ``kind``, ``metadata``, and characters that no text may hold."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from reconciler.files.lines import visible
from reconciler.files.locate import locate
from reconciler.model.document import Document, Path
from reconciler.model.finding import Breach
from reconciler.model.text import UNSAFE, Text

API_VERSION = "cloudpbx/v1"
TOP_KEYS = ("apiVersion", "kind", "metadata", "spec", "status")
METADATA_KEYS = ("name", "labels", "annotations")
LONGEST_NAME = 253
"""Characters."""

_NAME = re.compile(rf"(?![ \t])[^/\n\t]{{1,{LONGEST_NAME}}}(?<![ \t])")
_SUSPECT = re.compile(rb"\\|\xe2\x80[\x8b-\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf")
"""In the bytes of a document; where it is not found, no text can hold an unsafe character."""


def check_frame(document: Document, kinds: Collection[str]) -> list[Breach]:
    """What is wrong around the spec of a document; ``kinds`` are the names of the kinds that are known."""
    content = document.content
    metadata = content.get("metadata")
    breaches = [
        *_unknown_keys(document, (), TOP_KEYS),
        *_choice(document, "apiVersion", (API_VERSION,)),
        *_choice(document, "kind", kinds),
    ]
    if metadata is None:
        breaches.append(_breach(document, "FORM-3", ("metadata", "name"), field="metadata.name"))
    elif not isinstance(metadata, dict):
        breaches.append(_wrong_type(document, ("metadata",), metadata, "key: value"))
    else:
        breaches += _unknown_keys(document, ("metadata",), METADATA_KEYS)
        breaches += _name(document, metadata.get("name"))
        breaches += _texts_by_text(document, "labels", metadata.get("labels"))
        breaches += _texts_by_text(document, "annotations", metadata.get("annotations"))
    if _SUSPECT.search(document.raw):
        breaches += _unsafe_texts(document)
    return breaches


def _choice(document: Document, key: str, known: Collection[str]) -> Iterator[Breach]:
    value = document.content.get(key)
    if value is None:
        yield _breach(document, "FORM-3", (key,), field=key)
    elif not isinstance(value, str):
        yield _wrong_type(document, (key,), value, "text")
    elif value not in known:
        yield _breach(document, "FORM-7", (key,), value=visible(value), nearest=_nearest(value, known))


def _unknown_keys(document: Document, path: Path, known: Collection[str]) -> Iterator[Breach]:
    section: Any = document.content["metadata"] if path else document.content
    for key in section:
        if key not in known:
            values = {"key": visible(key), "nearest": _nearest(key, known), "known": ", ".join(known)}
            yield _breach(document, "FORM-1", (*path, key), at_key=True, **values)


def _name(document: Document, name: object) -> Iterator[Breach]:
    path = ("metadata", "name")
    if name is None:
        yield _breach(document, "FORM-3", path, field="metadata.name")
    elif not isinstance(name, str):
        yield _wrong_type(document, path, name, "text")
    elif not _NAME.fullmatch(name) or UNSAFE.search(name):
        yield _breach(document, "FORM-9", path, value=visible(name))


def _texts_by_text(document: Document, key: str, section: object) -> Iterator[Breach]:
    if section is None:
        return
    if not isinstance(section, dict):
        yield _wrong_type(document, ("metadata", key), section, "key: text")
        return
    for name, value in section.items():
        if not isinstance(value, str):
            yield _wrong_type(document, ("metadata", key, name), value, "text")


def _unsafe_texts(document: Document) -> Iterator[Breach]:
    """FORM-6 for every key and value with an unsafe character; the name has its own rule."""
    waiting: list[tuple[Path, Any]] = [((), document.content)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, str) and UNSAFE.search(node) and path != ("metadata", "name"):
            yield _breach(document, "FORM-6", path, value=visible(node))
        elif isinstance(node, list):
            waiting += [((*path, n), value) for n, value in reversed(list(enumerate(node)))]
        elif isinstance(node, dict):
            for key in filter(UNSAFE.search, node):
                yield _breach(document, "FORM-6", (*path, key), at_key=True, value=visible(key))
            waiting += [((*path, key), value) for key, value in reversed(node.items())]


def _wrong_type(document: Document, path: Path, value: object, expected: str) -> Breach:
    shown = visible("null" if value is None else str(value), 40)
    return _breach(document, "FORM-2", path, value=shown, expected=expected)


def _breach(
    document: Document, rule: str, path: Path, *, at_key: bool = False, **values: Text | str
) -> Breach:
    metadata = document.content.get("metadata")
    named = isinstance(metadata, dict) and isinstance(metadata.get("name"), str)
    address = document.address if named and isinstance(document.content.get("kind"), str) else None
    inside = path[1:] if path[:1] == ("spec",) else path if path[:1] == ("metadata",) else ()
    place = locate(document, path, at_key=at_key)
    return Breach(rule, address, inside, values, place=place, at_key=at_key)


def _nearest(value: str, known: Collection[str]) -> str:
    by_lower = {k.lower(): k for k in known}
    near = get_close_matches(value[:LONGEST_NAME].lower(), by_lower, 1)
    return by_lower[near[0]] if near else ""
