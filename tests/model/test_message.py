"""Sentences of a report keep their values apart until somebody speaks them."""

import ast
import pickle
from datetime import date
from pathlib import Path

import pytest

from reconciler.model.address import Address
from reconciler.model.message import Joined, Message, Name, Quote, Word, sentence
from reconciler.model.text import Text

ANNA = Address("workplace", "anna.schmidt")
ROOT = Path(__file__).parents[2] / "reconciler"


def test_a_sentence_is_filled_in_its_language():
    """A value may be words in two languages; what is not asked for is left out."""
    filled = sentence("{who} braucht {what}.", "{who} needs {what}.", who="anna", more="x",
                      what=Text("ein Telefon", "a telephone"))
    assert (filled.of("de"), filled.of("en")) == ("anna braucht ein Telefon.", "anna needs a telephone.")


def test_a_value_is_not_filled_again():
    """Braces that a user wrote are text."""
    assert sentence("{a}", "{a}", a="{b}") == Text("{b}", "{b}")


def test_a_value_that_is_missing_is_a_bug():
    """No sentence is printed with a hole."""
    with pytest.raises(KeyError):
        sentence("{a}", "{a}").of("en")


def test_each_sort_of_value_is_spoken():
    """Addresses in full, names alone, days as ISO, several one after the other, the words of others without stop."""
    told = sentence("{a} {n} {d} {j} {q}", "{a} / {n} / {d} / {j} / {q}", a=ANNA, n=Name(ANNA), d=date(2026, 12, 1),
                    j=Joined((1, Word("x"), Text("zwei", "two")), "; "), q=Quote(Text("Nein.", "No.")))
    assert told.en == "workplace/anna.schmidt / anna.schmidt / 2026-12-01 / 1; x; two / No"
    assert told.de == "workplace/anna.schmidt anna.schmidt 2026-12-01 1; x; zwei Nein"


def test_a_message_stands_inside_another_one():
    """Each language is spoken to the bottom, and a brace in a value is no place for a value."""
    inner = sentence("„{x}“", "“{x}”", x="{y}")
    assert sentence("er sagt {it}", "he says {it}", it=inner) == Text("er sagt „{y}“", "he says “{y}”")


def test_what_says_the_same_is_equal():
    """Told by a plan file or made anew; and it can be a key, and be sent to another process."""
    told, finished = sentence("alle {n}", "all {n}", n=3), Text("alle 3", "all 3")
    assert told == finished
    assert finished == told
    keys: dict[object, int] = {told: 1}
    assert keys[finished] == 1
    assert pickle.loads(pickle.dumps(told)) == told  # noqa: S301 - our own
    assert told != Message(Text("alle {n}", "all {n}"), {"n": 4})


def _names(node: ast.expr) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)} if isinstance(node, ast.JoinedStr) else set()


def test_a_text_is_made_of_words_alone():
    """What is put into a Text by hand could be anybody's, and no view could tell: values belong into a message."""
    mixed = {f"{path.relative_to(ROOT)}:{node.lineno}" for path in sorted(ROOT.rglob("*.py"))
             for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text"
             and any(not name.isupper() for word in node.args for name in _names(word))}
    assert {spot.partition(":")[0] for spot in mixed} <= {"rules/_sources.py"}  # the titles of pages
