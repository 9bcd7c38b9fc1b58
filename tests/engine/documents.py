"""Documents as people write them: the one place where the small companies of the tests are put into YAML."""

import json
from collections.abc import Iterable

from reconciler.files.cut import Piece, cut
from reconciler.files.events import parse
from reconciler.model.document import Document

HEAD = "apiVersion: cloudpbx/v1\nkind: {}\nmetadata: {{name: {}}}\n"


def document(kind: str, name: str, *spec: str, status: str = "") -> str:
    """One document; ``spec`` and ``status`` are what stands between braces."""
    return f"{HEAD.format(kind, name)}spec: {{{', '.join(filter(None, spec))}}}\n{_told(status)}"


def tall(kind: str, name: str, *spec: str, status: str = "") -> str:
    """The same with each part of ``spec`` on a line of its own, so that a place is a line."""
    lines = "".join(f"  {part}\n" for part in filter(None, spec))
    return f"{HEAD.format(kind, name)}spec:\n{lines}{_told(status)}"


def _told(status: str) -> str:
    return f"status: {{{status}}}\n" if status else ""


def was(old: str, written: str) -> str:
    """The document of something that was called ``old`` before, if that is a name."""
    return written.replace("}\n", f", annotations: {{reconciler/was: {old}}}}}\n", 1) if old else written


def workplace(name: str, number: str, *more: str, group: str = "bonn", mail: str = "acme.example",
              mobile: str = "") -> tuple[str, ...]:
    """The spec of a workplace of somebody called ``first.last``; ``number`` is what stands between braces."""
    first, _, last = name.partition(".")
    address, mobile = f"{name}@{mail}", mobile or f"+4917155500{ord(name[0])}"
    return (
        f"group: {group}", f"user: {{firstName: {first}, lastName: {last}, email: {address}}}",
        f'login: {{email: {address}, mobile: "{mobile}"}}', f"number: {{{number}}}", *more)


def group(name: str, *departments: str, more: str = "") -> str:
    """A group with its departments, each a name or what stands for one in the list."""
    listed = ", ".join(d if d.startswith("{") else f"{{name: {d}}}" for d in departments)
    return document("Group", name, f"departments: [{listed}]", more)


def profile(name: str, *outgoing: str) -> str:
    """A blocking profile."""
    return document("BlockingProfile", name, f"outgoing: {json.dumps(outgoing)}")


def block(name: str, base: str, *more: str, first: str = "00", last: str = "99") -> str:
    """A number block."""
    return document("NumberBlock", name, f'base: "{base}", first: "{first}", last: "{last}"', *more)


def together(documents: Iterable[str]) -> str:
    """Several documents as one text."""
    return "---\n".join(filter(None, documents))


def read(text: str) -> tuple[Document, ...]:
    """The documents of a text, as they would be read from one file."""
    pieces = cut("world.yaml", text.encode())
    if not isinstance(pieces, list):
        raise TypeError(pieces)
    return tuple(_document(piece) for piece in pieces)


def _document(piece: Piece) -> Document:
    content = parse(piece.raw, piece.file, piece.line)
    if not isinstance(content, dict):
        raise TypeError(content)
    return Document(piece.file, piece.line, piece.raw, content)
