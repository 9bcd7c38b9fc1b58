"""The portal as manifests, and back."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.command import EXAMPLES, reconciler

COMPANIES = ("musterwerke", "leaver", "move", "template-edit", "start")
PORTAL = ("portal", "init", "--from", "portal", "--today", "2026-11-22")


@pytest.fixture(params=COMPANIES)
def there(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An example with its portal."""
    ignore = shutil.ignore_patterns(".reconciler", "expected")
    folder = Path(shutil.copytree(EXAMPLES / request.param, tmp_path / request.param, ignore=ignore))
    assert reconciler(folder, *PORTAL).exit == 0
    return folder


def test_what_is_dumped_is_in_the_portal(there: Path):
    """The dump as manifests, with all else deleted: no error, no change."""
    shutil.rmtree(there / "manifests")
    assert reconciler(there, "dump", "--out", "manifests").exit == 0
    settings = there / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("unmanaged: report", "unmanaged: delete"))
    checked = reconciler(there, "validate")
    assert checked.exit == 0, checked.out
    said = reconciler(there, "plan", "--output", "json", "--detailed-exitcode")
    assert (said.exit, json.loads(said.out)["changes"]) == (0, [])


def test_a_portal_made_from_its_dump_is_the_same(there: Path):
    """With lives: dump, portal init, dump again."""
    first = reconciler(there, "dump", "--status").out
    assert "status:" in first or there.name == "start"
    (there / "dumped").mkdir()
    (there / "dumped" / "all.yaml").write_text(first)
    again = reconciler(there, "portal", "init", "--from", "dumped", "--today", "2026-11-22", "--force")
    assert again.exit == 0, again.out
    assert reconciler(there, "dump", "--status").out == first


def test_files_of_a_dump(there: Path):
    """One file a kind, the same documents as on stdout; numbers are E.164 without separators."""
    reconciler(there, "dump", "--out", "dumped")
    files = sorted((there / "dumped").iterdir())
    assert {"company.yaml", "group.yaml", "numberblock.yaml"} <= {p.name for p in files}
    out = reconciler(there, "dump").out
    texts = [p.read_text().partition("\n")[2] for p in files]  # the first line is a mark
    assert sorted("---\n".join(texts).split("---\n")) == sorted(out.split("---\n"))
    assert "+49 " not in out


def test_after_a_month_of_orders(tmp_path: Path):
    """Booked packages and new workplaces keep their dates through dump and init."""
    folder = Path(shutil.copytree(EXAMPLES / "musterwerke", tmp_path / "m", ignore=shutil.ignore_patterns("expected")))
    shutil.rmtree(folder / ".reconciler", ignore_errors=True)
    for line in (PORTAL, ("apply", "--yes"), ("order", "--yes"), ("portal", "advance", "--days", "12")):
        assert reconciler(folder, *line).exit == 0
    first = reconciler(folder, "dump", "--status").out
    assert "2026-11-23" in first or "2026-11-22" in first
    (folder / "dumped.yaml").write_text(first)
    again = reconciler(folder, "portal", "init", "--from", "dumped.yaml", "--today", "2026-12-04", "--force")
    assert again.exit == 0, again.out
    assert reconciler(folder, "dump", "--status").out == first
