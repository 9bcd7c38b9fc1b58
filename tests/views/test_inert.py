"""Text of others stays text, in every field and in every view."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import pytest

from reconciler.model.inert import inert, inert_json
from reconciler.model.message import Message, sentence
from reconciler.model.rule import Rule
from reconciler.views.view import Options
from tests.views.samples import SAMPLES
from tests.views.shown import DETAILS, VIEWS

HOSTILE = (
    "\x1b[2J\x1b[31mOK",
    "a\rb",
    "a\nFAKED line",
    "\u202etxt\u2066",
    "\u200b\u200d\ufeff\u2060\u00ad",
    "\x9b31m\x85\x00\x7f",
    "\u2028FAKED\u2029",
    "\ud800 \udfff",
    "\U000e0041\U000e007f",
    "::add-mask::x",
    "::stop-commands::x\n::error::y",
    "##[add-mask]x ##vso[task.complete]",
    "</details>@all ![](http://x) <img src=x> [a](http://y)",
    "` `` ``` ````",
    "a|b \\| c\\",
    "# head @someone #1 GH-26 deadbeef00",
    "{names} {cause} {n} %s",
    "<!-- --> <script>",
    "- [x] approved\n\n## Approved",
    "word " * 40,
    "x" * 2000,
    " ",
)
TELLING = ("validate", "refused", "drift", "terms", "apply", "cart", "order")
CANARY = "Zq"
CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2061-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def poisoned(value: Any, evil: str) -> Any:
    """The value with ``evil`` in each of its texts; rules and fixed words are ours."""
    if isinstance(value, Enum | Rule):
        return value
    if isinstance(value, str | Message):
        told = f"{CANARY}{evil}{CANARY} {evil}"
        return told if isinstance(value, str) else sentence("{told}", "{told}", told=told)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"command", "title", "channel", "rules", "personal", "bought"}
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        return replace(value, **{k: v if k in kept else poisoned(v, evil) for k, v in parts.items()})
    if isinstance(value, Mapping):
        return {poisoned(k, evil): poisoned(v, evil) for k, v in value.items()}
    if isinstance(value, tuple | list):
        made = [poisoned(v, evil) for v in value]
        return type(value)(*made) if hasattr(value, "_fields") else type(value)(made)
    return value


@pytest.mark.parametrize("evil", HOSTILE, ids=ascii)
@pytest.mark.parametrize("sample", TELLING)
def test_a_terminal_and_a_pipeline_see_text(sample: str, evil: str) -> None:
    """No control character, no command of a pipeline, no line that data began."""
    report = poisoned(SAMPLES[sample], evil)
    for detail in DETAILS:
        text = VIEWS["human"].render(report, Options("en", detail=detail))
        assert not CONTROL.search(text)
        assert "##[" not in text
        assert "##vso[" not in text
        for line in text.splitlines():
            assert not line.startswith("FAKED")
            assert "::" not in line.replace(" ::: ", "  ", 1)


@pytest.mark.parametrize("evil", HOSTILE, ids=ascii)
@pytest.mark.parametrize("sample", TELLING)
def test_json_keeps_the_value_and_hides_its_power(sample: str, evil: str) -> None:
    """What is read back is what was there; the bytes between hold nothing that acts."""
    report = poisoned(SAMPLES[sample], evil)
    text = VIEWS["json"].render(report, Options("en"))
    assert not CONTROL.search(text)
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    assert json.loads(text)["closing"] == report.closing.en
    text.encode()


@pytest.mark.parametrize("redact", ["none", "pseudonym"])
@pytest.mark.parametrize("evil", HOSTILE, ids=ascii)
@pytest.mark.parametrize("sample", TELLING)
def test_markdown_of_others_is_code_and_nothing_else(sample: str, evil: str, redact: str) -> None:
    """Seen with the eyes of a parser: their words are in code spans; no link, picture, tag or heading of theirs."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark", {"html": True}).enable("table")
    text = VIEWS["markdown"].render(poisoned(SAMPLES[sample], evil), Options("en", redact=redact))
    assert len(text) <= 65_536
    assert not CONTROL.search(text)
    assert not re.search(r"[@#](all|someone|1)", text)
    for token in parser.parse(text):
        assert token.type != "html_block" or re.fullmatch(
            r"<details><summary>[\w ]+</summary>\n*|</details>\n*|<!-- reconciler \w+ -->\n*", token.content)
        for child in token.children or ():
            assert child.type in {"text", "code_inline", "softbreak", "strong_open", "strong_close"}, child
            if child.type == "text" and re.search(r"[^\w\s.]", evil):
                assert CANARY not in child.content


def test_tables_keep_their_columns() -> None:
    """A pipe or a backslash in a value opens no cell."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
    rows = [
        [t.type for t in parser.parse(VIEWS["markdown"].render(poisoned(SAMPLES["plan"], evil), Options()))
         if t.type in ("tr_open", "td_open", "heading_open")]
        for evil in ("a", "a|b\\| \\")
    ]
    assert rows[0] == rows[1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Köln – „Süd“", "Köln – „Süd“"),
        ("a\u202eb", "a\\u{202e}b"),
        ("a\n\tb", "a\\u{a}\\u{9}b"),
        ("::x", "\\u{3a}:x"),
        ("##[x", "\\u{23}#[x"),
        ("a:b #c", "a:b #c"),
    ],
)
def test_what_is_hidden_is_spelt(text: str, shown: str) -> None:
    """Only what acts is changed."""
    assert inert(text) == shown


def test_json_text_means_the_same() -> None:
    """The escapes are JSON's own."""
    for evil in HOSTILE:
        assert json.loads(inert_json(json.dumps({"a": evil}, ensure_ascii=False)))["a"] == evil
