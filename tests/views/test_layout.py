"""Lines for a terminal: their width, their pointers, their colours."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from reconciler.model.inert import cells
from reconciler.model.place import Place
from reconciler.views.human.layout import wrap
from reconciler.views.view import Options
from tests.views.findings import ERRORS
from tests.views.samples import PLAN, SAMPLES, checked
from tests.views.shown import DETAILS, LANGUAGES, VIEWS

ANSI = re.compile(r"\x1b\[[0-9;]*m")
HUMAN = VIEWS["human"].render


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_no_line_is_wider_than_the_terminal(sample: str, language: str, detail: str, width: int) -> None:
    """Only a line that names a file may be."""
    lines = HUMAN(SAMPLES[sample], Options(language, width, detail=detail)).splitlines()
    assert [line for line in lines if cells(line) > width and ".yaml:" not in line] == []


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_colour_adds_nothing_but_colour(sample: str, detail: str) -> None:
    """Without its escape sequences the coloured text is the plain one."""
    plain = HUMAN(SAMPLES[sample], Options("de", detail=detail))
    coloured = HUMAN(SAMPLES[sample], Options("de", detail=detail, colour=True))
    assert "\x1b" not in plain
    assert ANSI.sub("", coloured) == plain


def test_a_plan_of_ten_changes_fits_a_screen() -> None:
    """The short form has at most fifty-three lines, with everything in it that a plan can have."""
    assert len(HUMAN(PLAN, Options("de", detail="concise")).splitlines()) <= 53


def test_an_empty_plan_is_one_sentence() -> None:
    """Nothing to do, nothing to read."""
    assert HUMAN(SAMPLES["empty"], Options("en")).count(".") == 1


LONG = "a" * 100 + " wrong " + "b" * 100


@pytest.mark.parametrize(
    ("text", "piece", "above"),
    [
        ("spec: {internal: 1122}", "1122", "1122"),
        ("\tinternal:\t1122", "1122", "1122"),
        ("日本: 1122", "1122", "1122"),
        ("a\u202eb: 1122", "1122", "1122"),
        (LONG, "wrong", "wrong"),
        ("x" * 300, "x" * 300, "x" * 60 + "…"),
        ("number:", "", " "),
    ],
)
def test_the_pointer_stands_under_the_piece(text: str, piece: str, above: str) -> None:
    """Tabs, wide characters, escaped ones and cut lines do not move it."""
    at = text.index(piece) if piece else len(text)
    report = checked(replace(ERRORS[1], place=Place("a.yaml", 7, at + 1, len(piece), text)))
    lines = HUMAN(report, Options("en")).splitlines()
    line, pointer = next((a, b) for a, b in pairwise(lines) if a.startswith("7 | "))
    assert max(cells(line), cells(pointer)) <= 80
    start = cells(pointer[: pointer.index("^")])
    head = next(line[:n] for n in range(len(line) + 1) if cells(line[:n]) == start)
    assert (line[len(head) :] + " ").startswith(above[:60])
    assert pointer.count("^") >= cells(above[:60])


@pytest.mark.parametrize("text", ["", "a", "a b c", "word " * 50, "x" * 500, "日本語" * 60])
@pytest.mark.parametrize("width", [10, 40, 80])
def test_wrapping_keeps_every_character(text: str, width: int) -> None:
    """Only blanks come and go."""
    lines = wrap(text, width, "> ", "  ")
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).removeprefix(">").replace(" ", "") == text.replace(" ", "")
