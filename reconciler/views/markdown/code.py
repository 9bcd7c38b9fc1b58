"""Text of others inside Markdown: always text, never a mention, a link, a table or a tag."""

import re

from reconciler.model.inert import inert

_LINKED = re.compile(r"([@#])")
_HARMLESS = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?![^\W_])|[^\W_]|[ ,;()„“”–%?!…]|[.:'](?= |$)|-(?=[^\W\d_]))*")
_COMMIT = re.compile(r"\b[0-9a-f]{7,40}\b")


def code(text: str, most: int = 300) -> str:
    """The text as a code span that nothing in it can close; ``|`` and what links are spelt or broken."""
    plain = inert(text if len(text) <= most else text[: most - 1] + "…").strip()
    plain = _LINKED.sub("\\1\u2060", plain.replace("|", "\\u{7c}"))
    longest = max(map(len, re.findall("`+", plain)), default=0)
    fence = "`" * (longest + 1)
    edge = " " if longest else ""
    return f"{fence}{edge}{plain or '–'}{edge}{fence}"


def prose(text: str) -> str:
    """The text as it is if it is made of plain words and dates only, else as a code span."""
    if not text.strip():
        return "–"
    plain = len(text) <= 300 and _HARMLESS.fullmatch(text) and not _COMMIT.search(text)
    return text if plain else code(text)
