"""One YAML document, read strictly: bytes to plain values. The only door to the ``yaml`` package.

libyaml's events do not recurse, so depth, anchors and tags are refused on the way, before anything is built
from them. Every scalar is text until a field says otherwise: ``0112`` and ``+49…`` stay what they are.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)
from yaml.cyaml import CBaseLoader

from reconciler.files._problems import Problem, problem_of
from reconciler.files.lines import place_of_mark, rows_of, visible
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.message import Value
from reconciler.model.text import Text

DEEPEST = 20
"""How many lists and mappings may lie in each other."""

LONGEST_SCALAR = 64 * 1024
"""Bytes in UTF-8."""

MOST_VALUES = 100_000
"""Keys and values of one document: each costs a hundred times its bytes while it is read."""

_SURELY_SHORT = LONGEST_SCALAR // 4
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_SECOND_DOCUMENT = re.compile(rb"(?m)^(?:%|\.\.\.(?=\s|\Z))")
_PLACED = re.compile(r"while scanning a (?:quoted scalar|simple key)\Z")

_ODD_BLANK = re.compile(r" *[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")

Mark = tuple[int, int]
"""Line and column, both from 0."""


class Span(NamedTuple):
    """From where to where a piece of a document reaches."""

    start: Mark
    end: Mark


class Tree:
    """Where a value stands, and what is inside of it: by key the spans of the key with its value, or a list.

    ``below`` is True for a list or mapping that is not written in brackets. Kept small: there are many of them.
    """

    __slots__ = ("below", "inside", "marks")

    def __init__(self, start: Any, end: Any, inside: "dict[str, tuple[Tree, Tree]] | list[Tree] | None") -> None:
        first, last = start.start_mark, end.end_mark
        self.marks = first.line, first.column, last.line, last.column
        self.below = inside is not None and not start.flow_style
        self.inside = inside

    @property
    def span(self) -> Span:
        """From where to where it reaches."""
        return Span(self.marks[:2], self.marks[2:])


class Found(NamedTuple):
    """Where a path leads: its last key (None for an element of a list) and its value.

    ``value`` is None where it has no text beside its key. ``complete`` is False where the path goes on
    beyond what is there; key and value are then those of what should hold the rest.
    """

    key: Span | None
    value: Span | None
    complete: bool


class _Refusal(Exception):
    """What this reader refuses although it is YAML; ``event`` is where."""

    def __init__(self, rule: str, event: Any, problem: Text, value: str = "", first: Any = None) -> None:
        super().__init__(rule)
        self.rule, self.event, self.problem, self.value, self.first = rule, event, problem, value, first


def parse(raw: bytes, file: str, line: int) -> object:
    """The content of one document (dict, list, str, None), or the Breach ``YAML-…`` that makes it unreadable.

    ``raw`` is UTF-8 without control characters and begins on ``line`` of ``file``. A scalar is text, and None
    where it is null, ``~`` or empty without quotes. Never raises, whatever the bytes are.
    """
    parser = CBaseLoader(raw)
    try:
        return _content(parser.get_event)
    except _Refusal as refusal:
        return _refused(refusal, raw, file, line)
    except YAMLError as error:
        return _unreadable(error, raw, file, line)
    finally:
        parser.dispose()


def compose(raw: bytes) -> Tree | None:
    """The document as a tree for ``find``; only for what ``parse`` has accepted, so neither deep nor cyclic."""
    parser = CBaseLoader(raw)
    above: list[tuple[Any, list[Tree], list[str]]] = []
    nodes: list[Tree] = []
    texts: list[str] = []
    try:
        get: Callable[[], Any] = parser.get_event
        while (event := get()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                nodes.append(Tree(event, event, None))
                texts.append(event.value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                above.append((event, nodes, texts))
                nodes, texts = [], []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                pairs = zip(texts[::2], zip(nodes[::2], nodes[1::2], strict=True), strict=True)
                inside = dict(pairs) if kind is MappingEndEvent else nodes
                start, nodes, texts = above.pop()
                nodes.append(Tree(start, event, inside))
                texts.append("")
    finally:
        parser.dispose()
    return nodes[0] if nodes else None


def find(tree: Tree | None, path: Path) -> Found:
    """Where the key and the value at ``path`` stand, or those of the last part of the path that is there."""
    key, node = None, tree
    for step in path:
        child = _child(node, step)
        if child is None:
            return Found(key.span if key else None, _text_span(node, key), complete=False)
        key, node = child
    return Found(key.span if key else None, _text_span(node, key), complete=True)


def _content(get: Callable[[], Any]) -> object:
    """The hot loop. Keys and values of a mapping are collected alternately and paired at its end."""
    left = MOST_VALUES
    values: list[Any] = []
    events: list[Any] = []
    above: list[tuple[list[Any], list[Any]]] = []
    while (event := get()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            text = event.value
            if event.anchor is not None or event.tag is not None or len(text) > _SURELY_SHORT:
                _check(event)
            values.append(text if event.style or text not in _NULLS else None)
            events.append(event)
            if (left := left - 1) < 0:
                raise _Refusal("YAML-6", event, _TOO_MANY, str(MOST_VALUES))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _check(event, len(above))
            events.append(event)
            above.append((values, events))
            values, events = [], []
            left -= 1
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            made = _mapping(values, events) if kind is MappingEndEvent else values
            values, events = above.pop()
            values.append(made)
        elif kind is AliasEvent:
            raise _Refusal("YAML-4", event, _NO_ANCHORS, "*" + event.anchor)
        elif kind is DocumentStartEvent and values:
            raise _Refusal("YAML-11", event, _ONE_DOCUMENT)
    return values[0] if values else None


def _check(event: Any, depth: int = 0) -> None:
    if event.anchor is not None:
        raise _Refusal("YAML-4", event, _NO_ANCHORS, "&" + event.anchor)
    if event.tag is not None:
        raise _Refusal("YAML-3", event, _NO_TAGS, event.tag)
    if depth >= DEEPEST:
        raise _Refusal("YAML-5", event, _TOO_DEEP, str(DEEPEST))
    if isinstance(event, ScalarEvent) and len(event.value.encode()) > LONGEST_SCALAR:
        raise _Refusal("YAML-6", event, _TOO_LONG, "64 KiB")


def _mapping(values: list[Any], events: list[Any]) -> dict[str, Any]:
    keys = values[::2]
    try:
        made = dict(zip(keys, values[1::2], strict=True))
    except TypeError:  # a list or a mapping as key
        made = {}
    if len(made) != len(keys) or None in made or "<<" in made:
        _refuse_key(keys, events[::2])
    return made


def _refuse_key(keys: list[Any], events: list[Any]) -> None:
    seen: dict[str, Any] = {}
    for key, event in zip(keys, events, strict=True):
        if not isinstance(key, str):
            raise _Refusal("YAML-1", event, _KEY_IS_NO_TEXT)
        if key == "<<":
            raise _Refusal("YAML-4", event, _NO_ANCHORS, "<<")
        if key in seen:
            raise _Refusal("YAML-2", event, _TWICE, key, seen[key])
        seen[key] = event


def _refused(refusal: _Refusal, raw: bytes, file: str, line: int) -> Breach:
    start, end = refusal.event.start_mark, refusal.event.end_mark
    width = end.column - start.column if end.line == start.line else len(raw)
    values: dict[str, Value] = {"value": visible(refusal.value), "problem": refusal.problem}
    if refusal.first is not None:
        lines = {"first": refusal.first.start_mark.line, "second": start.line}
        values |= {"key": visible(refusal.value), **{k: line + v for k, v in lines.items()}}
    place = place_of_mark(file, line, raw, (start.line, start.column), width)
    return Breach(refusal.rule, values=values, place=place)


def _unreadable(error: YAMLError, raw: bytes, file: str, line: int) -> Breach:
    """What libyaml complains about; of what was not closed, the beginning is shown."""
    marked = error if isinstance(error, MarkedYAMLError) else MarkedYAMLError(problem=str(error))
    context, complaint = marked.context or "", marked.problem or ""
    mark = marked.context_mark if _PLACED.match(context) else marked.problem_mark
    place = place_of_mark(file, line, raw, (mark.line, mark.column) if mark else (0, 0))
    if place.text[place.column - 1 : place.column] == "\t":
        complaint = "found a tab character"
    problem = problem_of(complaint, context)
    if (odd := _odd_blank(raw, place.line - line)) is not None:
        place, problem = place_of_mark(file, line, raw, odd), Problem("YAML-1", _NO_BLANK)
    if "<document start>" in complaint and _SECOND_DOCUMENT.search(raw):
        problem = problem._replace(rule="YAML-11", text=_ONE_DOCUMENT)
    return Breach(problem.rule, values={"value": "", "problem": problem.text}, place=place)


def _odd_blank(raw: bytes, last: int) -> Mark | None:
    """The last blank in an indentation, up to a line, that is none for YAML and looks like one."""
    for number in range(min(last, len(rows_of(raw)) - 1), -1, -1):
        if found := _ODD_BLANK.match(rows_of(raw)[number].decode()):
            return number, found.end() - 1
    return None


def _child(node: Tree | None, step: str | int) -> tuple[Tree | None, Tree] | None:
    inside = node.inside if node else None
    if isinstance(inside, dict):
        return inside.get(step)  # type: ignore[arg-type]
    if isinstance(inside, list) and isinstance(step, int) and step < len(inside):
        return None, inside[step]
    return None


def _text_span(node: Tree | None, key: Tree | None) -> Span | None:
    """None for an empty value behind its key, and for a list or mapping that begins on the line below."""
    if node is None:
        return None
    span = node.span
    return None if key is not None and (node.below or span.start == span.end) else span


_NO_BLANK = Text("In der Einrückung steht ein Zeichen, das nur wie ein Leerzeichen aussieht (etwa ein geschütztes)",
                 "the indentation holds a character that only looks like a blank (such as a no-break space)")
_NO_ANCHORS = Text("Anker (&), Verweise (*) und Einmischen (<<) sind nicht erlaubt",
                   "anchors (&), aliases (*) and merging (<<) are not allowed")
_NO_TAGS = Text("Typangaben mit ! sind nicht erlaubt", "types with ! are not allowed")
_TOO_DEEP = Text(f"mehr als {DEEPEST} Ebenen ineinander", f"more than {DEEPEST} levels inside each other")
_TOO_LONG = Text("ein einzelner Text über 64 KiB", "a single text over 64 KiB")
_TOO_MANY = Text(f"ein Dokument mit mehr als {MOST_VALUES} Werten", f"a document of more than {MOST_VALUES} values")
_ONE_DOCUMENT = Text("Anweisungen mit % und Text nach „...“ sind nicht erlaubt; „---“ trennt Dokumente",
                     "directives with % and text behind “...” are not allowed; “---” separates documents")
_KEY_IS_NO_TEXT = Text("Ein Schlüssel muss ein Text sein; leer, null, Liste und Klammern gehen nicht",
                       "a key must be text; empty, null, lists and braces are none")
_TWICE = Text("Der Schlüssel steht schon im selben Abschnitt", "the same section has this key already")
