"""Plain values out as YAML that every reader, old or new, reads back as the same text."""

import re
from collections.abc import Iterator, Mapping
from json import dumps
from typing import Any
from unicodedata import category

_WORD = re.compile(r"[A-Za-zÄÖÜäöüß][A-Za-z0-9ÄÖÜäöüß_./@ -]*[A-Za-z0-9ÄÖÜäöüß]", re.ASCII)
_BLANK = frozenset("\u115f\u1160\u3164\uffa0")  # letters that look like nothing
_TYPED = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"])


def to_yaml(plain: Mapping[str, Any]) -> str:
    """One mapping as block YAML; text that a reader could take for a number, a date or a word of YAML is quoted."""
    return "".join(f"{line}\n" for line in _mapping(plain, ""))


def _mapping(plain: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in plain.items():
        name = _text(str(key))
        if isinstance(value, Mapping) and value:
            yield f"{indent}{name}:"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{name}:"
            yield from _sequence(value, indent + "  ")
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _sequence(items: list[Any], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping) and item:
            first, *rest = _mapping(item, indent + "  ")
            yield f"{indent}- {first.strip()}"
            yield from rest
        else:
            yield f"{indent}- {_scalar(item)}"


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list):
        return "[]"
    return _text(str(value))


def _text(text: str) -> str:
    if _WORD.fullmatch(text) and text.lower() not in _TYPED:
        return text
    return "".join(map(_escaped, dumps(text, ensure_ascii=False))).replace("##[", "\\x23#[")


def _escaped(char: str) -> str:
    """What a reader would not see, or a terminal would obey, is written as a number; the value is the same."""
    if char.isprintable() and char not in _BLANK and category(char) not in ("Mn", "Me"):
        return char
    return f"\\U{ord(char):08x}"
