"""Text of others made harmless: spelt out where it would act, and the same value where machines read it."""

import json

import pytest

from reconciler.model.inert import cells, inert, inert_json, inert_whole, spelt


@pytest.mark.parametrize(("text", "shown"), [
    ("Anna Schmidt, Köln", "Anna Schmidt, Köln"),
    ("a\x1b[2Jb", "a\\u{1b}[2Jb"),
    ("a\nb", "a\\u{a}b"),
    ("\u202eabc", "\\u{202e}abc"),
    ("::error::x", "\\u{3a}:error\\u{3a}:x"),
    ("##[group]x", "\\u{23}#[group]x"),
])
def test_what_acts_is_spelt_out(text: str, shown: str) -> None:
    """It stays on its line, character by character."""
    assert inert(text) == shown
    assert "".join(spelt(text)) == shown


@pytest.mark.parametrize("text", ["a\u202eb", "::error::", "##[x]", "\u200b", "\U000e0041", "\ud800"])
def test_machines_read_the_same_value(text: str) -> None:
    """Other bytes, the same JSON."""
    plain = json.dumps({"a": text}, ensure_ascii=False)
    assert json.loads(inert_json(plain)) == json.loads(plain)


@pytest.mark.parametrize(("text", "painted", "shown"), [
    ("one\ntwo\n", False, "one\ntwo\n"),
    ("\x1b[31mred\x1b[0m", True, "\x1b[31mred\x1b[0m"),
    ("\x1b[31mred\x1b[0m", False, "\\u{1b}[31mred\\u{1b}[0m"),
    ("\x1b[2J", True, "\\u{1b}[2J"),
    ("  ::error::x", False, "  \\u{3a}:error::x"),
])
def test_a_finished_text_keeps_its_lines_and_our_colours(text: str, *, painted: bool, shown: str) -> None:
    """Whatever else would act, wherever it came from, does not."""
    assert inert_whole(text, painted=painted) == shown


def test_wide_and_combining_characters() -> None:
    """A terminal gives a wide character two columns, and a combining one none."""
    assert [cells(text) for text in ("abc", "電話", "e\u0301")] == [3, 4, 1]
