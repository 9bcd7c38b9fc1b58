"""Properties of the reader that hold for any bytes and any values."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from reconciler.files.events import parse
from reconciler.files.manifest import read_one
from tests.hostile.cases import HEAD

CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff")
LETTERS = st.text(CHARACTERS, max_size=30)
SCALARS = LETTERS | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LETTERS.filter(lambda k: k != "<<"), inner, max_size=4),
    max_leaves=20,
)
SNIPPETS = st.sampled_from(
    ["a", ": ", "\n", "  ", "- ", "[", "]", "{", "}", '"', "'", "\\", "#", "|", ">", "&a ", "*a", "!t ", "---", "...",
     "%", "? ", ",", "\t", "\r\n", "<<", "~", "\u202e", "\ufeff", "ä", "0"]
)


def as_text(value: object) -> object:
    """What a value is when every scalar is text: numbers and truth values as JSON writes them."""
    if isinstance(value, dict):
        return {k: as_text(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_text(v) for v in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)


def nested(value: object) -> int:
    """How many lists and mappings lie in each other."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(nested, inside), default=0) if isinstance(value, dict | list) else 0


@settings(derandomize=True, deadline=None, max_examples=300)
@given(VALUES)
def test_json_comes_back_as_text(value):
    """Any plain value, written as JSON on one line or on many, is read back unchanged but for typing."""
    for indent in (None, 2, "\t"):
        raw = json.dumps(value, ensure_ascii=False, indent=indent).encode()
        assert nested(value) > 20 or parse(raw, "x.json", 1) == as_text(value)


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.lists(SNIPPETS, max_size=25).map("".join))
def test_any_text_is_read_or_refused(text):
    """What looks a little like YAML never raises: it gives documents or breaches with places."""
    _read_or_refused(text.encode())


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw):
    """Random bytes, alone or in the middle of a good document, never raise."""
    _read_or_refused(raw)
    _read_or_refused(HEAD + b"spec:\n  v: " + raw + b"\n")


def _read_or_refused(raw: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.yaml"
        path.write_bytes(raw)
        documents, breaches = read_one(path, "x.yaml", ("Workplace",))
    assert documents or breaches
    assert all(b.place is not None for b in breaches)
