"""Suggestions for misspelt names."""

import pytest

from reconciler.model.nearest import FEW, MOST_WORDS, Names, nearest
from reconciler.rules._nearest import meant

KNOWN = ("standard", "intern", "nur-ausland", "Europe/Berlin")


@pytest.mark.parametrize(("word", "expected"), [
    ("standart", "standard"),
    ("Standard", "standard"),
    ("STANDARD", "standard"),
    ("nurausland", "nur-ausland"),
    ("europe/berlin", "Europe/Berlin"),
    ("Berlin", "Europe/Berlin"),
    ("xyz", ""),
    ("", ""),
])
def test_nearest(word, expected):
    """The closest known name is found whatever its capitals; what is far from all gives nothing."""
    assert nearest(word, KNOWN) == expected


def test_nothing_known():
    """Without known names there is no suggestion."""
    assert nearest("standard", ()) == ""
    assert meant("standard", ()) is None


def test_advice():
    """The advice names the suggestion in both languages; where there is none, there is no advice."""
    advice = meant("standart", KNOWN)
    assert advice is not None
    assert "„standard“" in advice.de
    assert "“standard”" in advice.en
    assert meant("xyz", KNOWN) is None


def test_order_of_known_names_does_not_matter():
    """Two names equally close give the same suggestion, whatever order they come in."""
    assert nearest("b1", ("b2", "b3")) == nearest("b1", ("b3", "b2"))


def test_among_thousands():
    """Of many names that look alike the one with a slip of the pen is found, as among few."""
    known = Names([*(f"gruppe-{n:05}" for n in range(20_000)), "außendienst-nord"])
    assert known.nearest("ausendienst-nord") == "außendienst-nord"
    assert known.nearest("grupe-00017") == "gruppe-00017"
    assert known.nearest("xyz") == ""


def test_nobody_reads_thousands_of_proposals():
    """After very many different words there are no more proposals, but those that were made are made again."""
    known = Names(f"name{n}" for n in range(FEW))
    first = known.nearest("nam1")
    for n in range(MOST_WORDS):
        known.nearest(f"nme{n}")
    assert (known.nearest("nam2"), known.nearest("nam1")) == ("", first)
