"""From a path to the user's own line."""

from typing import Any

import pytest

from reconciler.files.locate import locate
from reconciler.model.document import Document, Path

TEXT = """\
---
kind: Workplace   # a person
metadata: {name: "anna", labels: {team: sales}}
spec:
  user:
    lastName: Öztürk
  number: {external: "+49 (0) 228 / 1", internal: }
  devices:
    - profile: polycom
      label:\tTisch
    - {}
  packages: [a,
    b]
  note: |
    first
    second word
"""

ROWS: tuple[tuple[Path, dict[str, Any], tuple[int, int, int]], ...] = (
    (("kind",), {}, (11, 7, 9)),
    (("kind",), {"at_key": True}, (11, 1, 4)),
    (("metadata", "name"), {}, (12, 18, 6)),
    (("metadata", "labels", "team"), {"at_key": True}, (12, 35, 4)),
    (("metadata", "annotations"), {}, (12, 1, 8)),
    (("spec", "user", "lastName"), {}, (15, 15, 6)),
    (("spec", "user", "lastName"), {"piece": "tür"}, (15, 17, 3)),
    (("spec", "user", "firstName"), {}, (14, 3, 4)),
    (("spec", "user"), {}, (14, 3, 4)),
    (("spec", "number", "external"), {"piece": "(0)"}, (16, 27, 3)),
    (("spec", "number", "external"), {"piece": "nowhere"}, (16, 22, 17)),
    (("spec", "number", "internal"), {}, (16, 41, 8)),
    (("spec", "number"), {}, (16, 11, 41)),
    (("spec", "devices", 0, "profile"), {}, (18, 16, 7)),
    (("spec", "devices", 0, "label"), {}, (19, 14, 5)),
    (("spec", "devices", 0, "colour"), {}, (18, 7, 16)),
    (("spec", "devices", 1, "profile"), {}, (20, 7, 2)),
    (("spec", "devices", 7), {}, (17, 3, 7)),
    (("spec", "packages", 1), {}, (22, 5, 1)),
    (("spec", "packages"), {}, (21, 13, 3)),
    (("spec", "note"), {"piece": "word"}, (25, 12, 4)),
    (("status",), {}, (11, 1, 28)),
    ((), {}, (11, 1, 28)),
)


@pytest.mark.parametrize(("path", "options", "wanted"), ROWS)
def test_finds_the_piece_that_is_meant(path, options, wanted):
    """Value, key, piece, and what is missing, each at its line, column and width."""
    place = locate(Document("x.yaml", 10, TEXT.encode(), {}), path, **options)
    assert (place.line, place.column, place.width) == wanted
    assert place.text == TEXT.splitlines()[place.line - 10]


def test_shows_lines_without_their_ends():
    """A line of a file with CR LF is shown without either."""
    place = locate(Document("x.yaml", 1, b"a: b\r\nc: d\r\n", {}), ("c",))
    assert (str(place), place.text) == ("x.yaml:2:4", "c: d")


def test_leaves_out_very_long_lines():
    """A line of more than 1000 characters is not carried along."""
    place = locate(Document("x.yaml", 1, b"a: " + b"x" * 2000, {}), ("a",))
    assert (place.column, place.width, place.text) == (4, 2000, "")
