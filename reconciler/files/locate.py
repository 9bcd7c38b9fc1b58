"""From a path in a document to the place in the file where it was written."""

from functools import lru_cache

from reconciler.files.events import Span, Tree, compose, find
from reconciler.files.lines import place_of_mark, rows_of
from reconciler.model.document import Document, Path
from reconciler.model.place import Place

_START = Span((0, 0), (0, 0))


def locate(document: Document, path: Path, *, at_key: bool = False, piece: str = "") -> Place:
    """Where the value (or with ``at_key`` the key) at ``path`` from the document's top was written.

    What is not there is shown at the key of what should hold it; a list or mapping that begins below its key
    at that key. ``piece`` narrows the place to a part of the value's own text. The width reaches at most to
    the end of the line.
    """
    key, value, complete = find(_tree(document.raw), path)
    span = _START
    if key and (at_key or value is None or not complete):
        span = key
    elif value:
        span = _narrowed(document.raw, value, piece)
    width = span.end[1] - span.start[1] if span.end[0] == span.start[0] else len(document.raw)
    return place_of_mark(document.file, document.line, document.raw, span.start, width)


@lru_cache(maxsize=16)
def _tree(raw: bytes) -> Tree | None:
    return compose(raw)


def _narrowed(raw: bytes, span: Span, piece: str) -> Span:
    """The first occurrence of ``piece`` in the text of ``span``; the whole where there is none."""
    if piece:
        rows = rows_of(raw)
        for n in range(span.start[0], min(span.end[0] + 1, len(rows))):
            row = rows[n].decode()
            low = span.start[1] if n == span.start[0] else 0
            high = span.end[1] if n == span.end[0] else len(row)
            column = row.find(piece, low, high)
            if column >= 0:
                return Span((n, column), (n, column + len(piece)))
    return span
