"""The portal as manifests, and back."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.command import EXAMPLES, reconciler
from tests.cli.office import COMPANY, TODAY, WORKSPACE, office, seat, wish
from tests.cli.others import others_put, theirs

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


ACTIVE = "activatedOn: 2026-01-01"
ANNA, BERT, CARLA = (seat(name, number, status=ACTIVE) for name, number in (
    ("anna.arendt", "11"), ("bert.blum", "12"), ("carla.dorn", "13")))


@pytest.fixture
def busy(tmp_path: Path) -> Path:
    """A company with something of ours ordered, something of ours in the cart, and something of others there too."""
    there = office(tmp_path, [ANNA, BERT, CARLA], [ANNA, BERT, CARLA], unmanaged="delete")
    late = seat("dora.emm", "14", "activationDate: 2026-12-20", "packages: [conference-premium]")
    emil = seat("emil.fuchs", "15", "packages: [conference-plus]")
    for wished in ([late, ANNA, BERT, CARLA], [late, ANNA, BERT, emil]):
        wish(there, COMPANY, *wished)
        assert reconciler(there, "apply", "--yes").exit == 0
        if wished[-1] is CARLA:
            assert reconciler(there, "order", "--yes").exit == 0
    others_put(there, theirs("anna.arendt", "book", "conference-plus"), theirs("bert.blum", "delete"))
    return there


def test_a_dump_takes_nothing_back(busy: Path) -> None:
    """What is ordered, or lies in the cart and is ours, is in the manifests as it will be: a plan has no order.

    What others put into the cart is left to them, and said.
    """
    for file in (busy / "manifests").iterdir():
        file.unlink()
    said = reconciler(busy, "dump", "--out", "manifests")
    assert "Contained as if carried out already: 2 in the cart, 1 ordered (reconciler cart)." in said.err
    assert "Without what is being deleted (resources: 1)." in said.err
    assert "Not contained, because others only put it into the cart: 2 (reconciler cart)." in said.err
    told = json.loads(reconciler(busy, "plan", "--output", "json").out)
    assert (told["changes"], told["waves"], told["unordered"]["count"]) == ([], [], 2)
    text = (busy / "manifests" / "workplace.yaml").read_text()
    assert [line for line in text.splitlines() if "name: " in line and "." in line] == [
        "  name: anna.arendt", "  name: bert.blum", "  name: dora.emm", "  name: emil.fuchs"]
    assert 'activationDate: "2026-12-20"' in text


def test_a_dump_of_lives_is_of_today(busy: Path) -> None:
    """From it a portal is made, in which nothing is on its way; that is said."""
    said = reconciler(busy, "dump", "--status", "--lang", "de")
    assert "Nicht enthalten, weil noch nicht ausgeführt: 4 im Warenkorb (davon 2 fremde), 1 bestellt" in said.err
    assert "dora.emm" not in said.out
    assert "bert.blum" in said.out


def test_a_dump_says_how_many_kinds_it_wrote(tmp_path: Path) -> None:
    """One is no plural, and where nothing is on its way nothing is said of it."""
    there = tmp_path / "little"
    (there / "portal").mkdir(parents=True)
    (there / "portal" / "all.yaml").write_text(COMPANY.split("---\n")[1])
    (there / "reconciler.yaml").write_text(WORKSPACE.format(unmanaged="report"))
    assert reconciler(there, "portal", "init", "--from", "portal", "--today", TODAY).exit == 0
    assert reconciler(there, "dump", "--lang", "en").err == "1 kind written.\n"
    assert reconciler(there, "dump", "--lang", "de").err == "1 Art ausgegeben.\n"
