"""What each view says about each sample, byte for byte.

``RECONCILER_UPDATE_GOLDENS=1`` writes the files anew; read them before they are kept.
"""

import os

import pytest

from tests.views.shown import GOLDEN, GOLDENS, Golden


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: g.path.name)
def test_a_view_says_what_its_golden_says(golden: Golden) -> None:
    """Nobody changes a word of a report unseen."""
    text = golden.text()
    if os.environ.get("RECONCILER_UPDATE_GOLDENS"):
        golden.path.write_text(text, encoding="utf-8", newline="")
    assert golden.path.read_bytes().decode() == text


def test_every_golden_belongs_to_a_sample() -> None:
    """No file is left over from a sample that is gone."""
    assert {p.name for p in GOLDEN.iterdir()} == {g.path.name for g in GOLDENS}
