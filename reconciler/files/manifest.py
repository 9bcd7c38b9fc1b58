"""Manifests: from files and folders of a workspace to documents, with all that is wrong about their form."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from reconciler.files import cut, folder
from reconciler.files.events import parse
from reconciler.files.frame import check_frame
from reconciler.files.halves import mapped
from reconciler.files.lines import shown_name
from reconciler.files.locate import locate
from reconciler.model.address import Address
from reconciler.model.document import Document
from reconciler.model.finding import Breach, unread
from reconciler.model.message import Value
from reconciler.model.text import Text

MOST_DOCUMENTS = 500_000

MOST_BROKEN = 1_000
"""After so many breaches of form the rest is not read: one cause, or no manifests at all."""

PORTION = 10_000
"""So many documents are read before the breaches are counted."""

_TOP = re.compile(rb"^(apiVersion|kind|metadata|spec)[ \t]*:", re.MULTILINE)
_KIND = re.compile(rb"^kind:[ \t]+[\"']?(\w+)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def read_manifests(
    root: Path, entries: Sequence[str], kinds: Collection[str]
) -> tuple[list[Document], list[Breach], int]:
    """The documents of these files and folders below ``root``, what is wrong, and how many files there are.

    ``kinds`` are the names of kinds that may occur (``Workplace``). Documents come in the order of their
    files' names (as bytes); one that has a breach is left out. Sizes are checked before anything is parsed.
    Nothing that stands in the files, and nothing about the files themselves, raises.
    """
    names, breaches = folder.find(root, entries)
    pieces, unreadable = _pieces(((name, folder.read(root, name)) for name in names), str(root))
    documents, wrong = _documents(pieces, kinds)
    return documents, breaches + unreadable + wrong, len(names)


def read_one(path: Path, shown_name: str, kinds: Collection[str]) -> tuple[list[Document], list[Breach]]:
    """The documents of one file, which is called ``shown_name`` in places, and what is wrong with them."""
    pieces, unreadable = _pieces([(shown_name, folder.read(path.parent, path.name, shown_name))], shown_name)
    documents, wrong = _documents(pieces, kinds)
    return documents, unreadable + wrong


def _pieces(
    files: Iterable[tuple[str, bytes | Breach]], whole: str
) -> tuple[list[cut.Piece], list[Breach]]:
    pieces: list[cut.Piece] = []
    breaches: list[Breach] = []
    count = 0
    for name, raw in files:
        count += cut.count(raw) if isinstance(raw, bytes) else 0
        if count > MOST_DOCUMENTS:
            return [], [folder.refusal("YAML-6", whole, _MANY, str(MOST_DOCUMENTS))]
        found = cut.cut(shown_name(name), raw) if isinstance(raw, bytes) else raw
        if isinstance(found, Breach):
            breaches.append(found)
        else:
            pieces += found
    return pieces, breaches


def _documents(pieces: Iterable[cut.Piece], kinds: Collection[str]) -> tuple[list[Document], list[Breach]]:
    documents: dict[Address, Document] = {}
    breaches: list[Breach] = []
    listed = list(pieces)
    for start in range(0, len(listed), PORTION):
        portion = listed[start : start + PORTION]
        if len(breaches) >= MOST_BROKEN:
            first = Document(*portion[0], {})
            breaches.append(unread(len(listed) - start, locate(first, ())))
            break
        for piece, content in zip(portion, mapped(partial(_content, kinds=kinds), portion), strict=True):
            if isinstance(content, dict):
                breaches += _taken(Document(*piece, content), documents)
            elif isinstance(content, list):
                breaches += (replace(breach, lost=_kind_of(piece.raw, kinds)) for breach in content)
    return list(documents.values()), breaches


def _taken(document: Document, documents: dict[Address, Document]) -> list[Breach]:
    """Puts the document to the others, or says that there is one of its kind and name already."""
    first = documents.setdefault(document.address, document)
    return [] if first is document else [_twice(first, document)]


def _content(piece: cut.Piece, kinds: Collection[str]) -> dict[str, object] | list[Breach]:
    """The content of one document, or what is wrong with its form."""
    content = cut.too_large(piece) or parse(piece.raw, piece.file, piece.line)
    if isinstance(content, Breach):
        return [content]
    if not isinstance(content, dict):
        nothing = Document(piece.file, piece.line, piece.raw, {})
        return [Breach("YAML-9", values={"value": "", "problem": _NO_MAPPING}, place=locate(nothing, ()))]
    return check_frame(Document(*piece, content), kinds) or content


def _kind_of(raw: bytes, kinds: Collection[str]) -> str:
    """The kind of a document that cannot be read, in lower case; empty where its text does not say so, and once."""
    tops = Counter(match[1] for match in _TOP.finditer(raw))
    written = _KIND.search(raw) if tops.total() == len(tops) else None
    kind = written[1].decode() if written else ""
    return kind.lower() if kind in kinds else ""


def _twice(first: Document, second: Document) -> Breach:
    path = ("metadata", "name")
    values: dict[str, Value] = {"address": second.address, "first": locate(first, path)}
    return Breach("FORM-8", second.address, path, values, place=locate(second, path), lost=second.address.kind)


_MANY = Text(f"mehr als {MOST_DOCUMENTS} Dokumente", f"more than {MOST_DOCUMENTS} documents")
_NO_MAPPING = Text("Ein Dokument besteht aus Schlüsseln und Werten, beginnend mit apiVersion",
                   "a document consists of keys and values, beginning with apiVersion")
