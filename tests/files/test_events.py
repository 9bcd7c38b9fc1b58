"""One document's bytes: plain values, or a breach with its exact place."""

import pytest

from reconciler.files.events import Found, Span, compose, find, parse
from reconciler.model.finding import Breach
from reconciler.model.text import Text

VALUES: tuple[tuple[str, object], ...] = (
    ("a: 1\nb: [x, ~, null, 'null', \"\"]\nc:\n", {"a": "1", "b": ["x", None, None, "null", ""], "c": None}),
    ("a: {b: {c: [[]]}}\n", {"a": {"b": {"c": [[]]}}}),
    ("a: >\n  folded\n  text\n", {"a": "folded text\n"}),
    ("--- {a: b}\n", {"a": "b"}),
    ("- a\n- b: c\n", ["a", {"b": "c"}]),
    ("# nothing\n", None),
    ("just text", "just text"),
)

PLACES = (
    ("a: 1\nb: 2\na: 3\n", "YAML-2", (12, 1, 1), "a: 3"),
    ("a:\n  'long key': 1\n  long key: 2\n", "YAML-2", (12, 3, 8), "  long key: 2"),
    ("a:\n  b: !include x.yaml # why\n", "YAML-3", (11, 6, 15), "  b: !include x.yaml # why"),
    ("ä: &anker x\n", "YAML-4", (10, 4, 8), "ä: &anker x"),
    ("a: b\nc: *d\n", "YAML-4", (11, 4, 2), "c: *d"),
    ("a: b: c\n", "YAML-1", (10, 5, 1), "a: b: c"),
    ('a: "b\nc: d\n', "YAML-1", (10, 4, 1), 'a: "b'),
    ("a:\r\n\tb: c\r\n", "YAML-7", (11, 1, 1), "\tb: c"),
    ("a: [b,\n\n", "YAML-1", (10, 7, 1), "a: [b,"),
    ("a: b\n...\nc: d\n", "YAML-11", (12, 1, 1), "c: d"),
)


@pytest.mark.parametrize(("text", "wanted"), VALUES)
def test_gives_plain_values(text, wanted):
    """Every scalar is text, and None where it is null or empty without quotes."""
    assert parse(text.encode(), "x.yaml", 1) == wanted


@pytest.mark.parametrize(("text", "rule", "where", "line"), PLACES)
def test_gives_the_place(text, rule, where, line):
    """Line, column and width of the wrong piece, counted in the file, with the user's own line."""
    breach = parse(text.encode(), "x.yaml", 10)
    assert isinstance(breach, Breach)
    assert breach.rule == rule
    assert breach.place
    assert (breach.place.line, breach.place.column, breach.place.width) == where
    assert breach.place.text == line
    assert isinstance(breach.values["problem"], Text)


def test_names_both_lines_of_a_key_that_stands_twice():
    """The values hold the key and the lines of both."""
    breach = parse(b"a:\n  b: 1\n  c: 2\n  b: 3\n", "x.yaml", 5)
    assert isinstance(breach, Breach)
    assert (breach.values["key"], breach.values["first"], breach.values["second"]) == ("b", 6, 8)


def test_finds_everything_again():
    """Keys and values have their spans; a list below its key, and nothing at all, have only the key's."""
    tree = compose(b"a: x\nb:\n  - y\nc: [z]\nd:\n")
    assert find(tree, ("a",)) == Found(Span((0, 0), (0, 1)), Span((0, 3), (0, 4)), complete=True)
    assert find(tree, ("b",)) == Found(Span((1, 0), (1, 1)), None, complete=True)
    assert find(tree, ("c", 0)) == Found(None, Span((3, 4), (3, 5)), complete=True)
    assert find(tree, ("c", 1)) == Found(Span((3, 0), (3, 1)), Span((3, 3), (3, 6)), complete=False)
    assert find(tree, ("d",)) == Found(Span((4, 0), (4, 1)), None, complete=True)
    assert find(tree, ("e",)) == Found(None, Span((0, 0), (5, 0)), complete=False)
