"""The frame of a document: ``apiVersion``, ``kind``, ``metadata``, and characters that no text may hold."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import islice
from typing import Any
from unicodedata import normalize

from reconciler.files.lines import visible
from reconciler.files.locate import locate
from reconciler.model.document import Document, Path
from reconciler.model.finding import MOST_OF_DOCUMENT, Breach, more
from reconciler.model.forms import LONGEST, SECTION, TEXT, example, found, measured
from reconciler.model.message import Value, Word, sentence
from reconciler.model.nearest import nearest
from reconciler.model.text import UNSAFE, Text

API_VERSION = "cloudpbx/v1"
TOP_KEYS = ("apiVersion", "kind", "metadata", "spec", "status")
METADATA_KEYS = ("name", "labels", "annotations")
LONGEST_NAME = 253
"""Characters."""

MOST_LABELS = 100
"""Labels of one document, and annotations."""

EXAMPLES = {
    "apiVersion": API_VERSION,
    "kind": "Workplace",
    "metadata": "{name: anna.schmidt}",
    "name": "anna.schmidt",
    "labels": "{team: sales}",
    "annotations": '{reconciler/ignore: "AUTH-3 (no mobile)"}',
}

_NAME = re.compile(rf"(?![ \t])[^/\n\t]{{1,{LONGEST_NAME}}}(?<![ \t])")

Late = Callable[[], Breach]
"""A breach that is worked out only if it is told."""


def check_frame(document: Document, kinds: Collection[str]) -> list[Breach]:
    """What is wrong around the spec of a document; ``kinds`` are the names of the kinds that are known."""
    found = _faults(document, kinds)
    breaches = [late() for late in islice(found, MOST_OF_DOCUMENT)]
    rest = sum(1 for _ in found)
    if rest:
        breaches.append(more(rest, breaches[0].address, locate(document, ())))
    return breaches


def _faults(document: Document, kinds: Collection[str]) -> Iterator[Late]:
    content = document.content
    metadata = content.get("metadata")
    yield from _unknown_keys(document, (), TOP_KEYS)
    yield from _choice(document, "apiVersion", (API_VERSION,))
    yield from _choice(document, "kind", kinds)
    if metadata is None:
        yield partial(_breach, document, "FORM-3", ("metadata", "name"), field=Word("metadata.name"))
    elif not isinstance(metadata, dict):
        yield partial(_wrong_type, document, ("metadata",), metadata, SECTION)
    else:
        yield from _unknown_keys(document, ("metadata",), METADATA_KEYS)
        yield from _name(document, metadata.get("name"))
        yield from _texts_by_text(document, "labels", metadata.get("labels"))
        yield from _texts_by_text(document, "annotations", metadata.get("annotations"))
    if _is_suspect(document.raw):
        yield from _unsafe_texts(document)


def _is_suspect(raw: bytes) -> bool:
    """Whether a text of the document can hold an unsafe character at all, as it is or as an escape."""
    return b"\\" in raw or (not raw.isascii() and UNSAFE.search(raw.decode()) is not None)


def _choice(document: Document, key: str, known: Collection[str]) -> Iterator[Late]:
    value = document.content.get(key)
    if value is None:
        yield partial(_breach, document, "FORM-3", (key,), field=key)
    elif not isinstance(value, str):
        yield partial(_wrong_type, document, (key,), value, TEXT)
    elif value not in known:
        near = nearest(value, known)
        yield partial(_breach, document, "FORM-7", (key,), key=Word(key), value=visible(value), nearest=near,
                      known=Word(", ".join(known)))


def _unknown_keys(document: Document, path: Path, known: Collection[str]) -> Iterator[Late]:
    section: Any = document.content["metadata"] if path else document.content
    for key in section:
        if key not in known:
            yield partial(_unknown_key, document, path, key, known)


def _unknown_key(document: Document, path: Path, key: str, known: Collection[str]) -> Breach:
    values = {"key": visible(key), "nearest": Word(nearest(key, known)), "known": Word(", ".join(known))}
    return _breach(document, "FORM-1", (*path, key), at_key=True, **values)


def _name(document: Document, name: object) -> Iterator[Late]:
    path = ("metadata", "name")
    if name is None:
        yield partial(_breach, document, "FORM-3", path, field=Word("metadata.name"))
    elif not isinstance(name, str):
        yield partial(_wrong_type, document, path, name, TEXT)
    elif not _NAME.fullmatch(name) or name != name.strip() or UNSAFE.search(name) or _is_composed_anew(document, name):
        yield partial(_breach, document, "FORM-9", path, value=visible(name))


def _is_composed_anew(document: Document, name: str) -> bool:
    """Whether the same name can be written in other characters that look alike; of workplaces it is USERNAME-2."""
    return document.content.get("kind") != "Workplace" and normalize("NFC", name) != name


def _texts_by_text(document: Document, key: str, section: object) -> Iterator[Late]:
    path = ("metadata", key)
    if section is None:
        return
    if not isinstance(section, dict):
        yield partial(_wrong_type, document, path, section, SECTION)
        return
    if len(section) > MOST_LABELS:
        limit = sentence("höchstens {most} Einträge", "at most {most} entries", most=MOST_LABELS)
        yield partial(_breach, document, "FORM-12", path, value=measured(section), limit=limit)
    for name, value in section.items():
        if not isinstance(value, str):
            yield partial(_wrong_type, document, (*path, name), value, TEXT)


def _unsafe_texts(document: Document) -> Iterator[Late]:
    """FORM-6 for every key and value with an unsafe character; the name has its own rule."""
    waiting: list[tuple[Path, Any]] = [((), document.content)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, str) and UNSAFE.search(node) and path != ("metadata", "name"):
            yield partial(_breach, document, "FORM-6", path, value=visible(node))
        elif isinstance(node, list):
            waiting += [((*path, n), value) for n, value in reversed(list(enumerate(node)))]
        elif isinstance(node, dict):
            for key in filter(UNSAFE.search, node):
                yield partial(_breach, document, "FORM-6", (*path, key), at_key=True, value=visible(key))
            waiting += [((*path, key), value) for key, value in reversed(node.items())]


def _wrong_type(document: Document, path: Path, value: object, expected: Text) -> Breach:
    shown = found(visible(value, LONGEST) if isinstance(value, str) else value)
    key = path[:2][-1]
    told = Word(example(key, EXAMPLES[str(key)]))
    return _breach(document, "FORM-2", path, value=shown, expected=expected, example=told)


def _breach(
    document: Document, rule: str, path: Path, *, at_key: bool = False, **values: Value
) -> Breach:
    metadata = document.content.get("metadata")
    named = isinstance(metadata, dict) and isinstance(metadata.get("name"), str)
    address = document.address if named and isinstance(document.content.get("kind"), str) else None
    inside = path[1:] if path[:1] == ("spec",) else path if path[:1] == ("metadata",) else ()
    place = locate(document, path, at_key=at_key)
    return Breach(rule, address, inside, values, place=place, at_key=at_key)
