"""Suggestions for misspelt names."""

import pytest

from reconciler.rules._nearest import meant, nearest

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
