"""A warning that a manifest silences with a reason stays silent, and stops nothing."""

from pathlib import Path

from tests.cli.command import reconciler
from tests.cli.office import office, seat

KNOWN = '{name: anna.arendt, annotations: {"reconciler/ignore": "PKG-7 (known)"}}'
DESK = seat("anna.arendt", "11", "packages: [attendant-console]").replace("{name: anna.arendt}", KNOWN)


def test_a_silence_that_is_needed_stops_no_plan(tmp_path: Path) -> None:
    """The guards are told apart from the findings, and none of them speaks of a silence."""
    said = reconciler(office(tmp_path, [], [DESK]), "plan", "--output", "json")
    assert said.exit == 0, said
    assert "IGN-1" not in said.out


def test_a_silence_beside_a_guard_is_not_called_useless(tmp_path: Path) -> None:
    """What stops the plan is the guard alone."""
    there = office(tmp_path, [seat("bert.blum", "12")], [seat("bert.blum", "12"), DESK, seat("carl.cohn", "13")])
    (there / "reconciler.yaml").write_text(
        (there / "reconciler.yaml").read_text().replace("mailDomains", "limits: {creates: 1}, mailDomains"))
    said = reconciler(there, "plan")
    assert (said.exit, "IGN-1" in said.out) == (4, False), said
    assert "none of it will be carried out: LIMIT-CREATES." in said.out


def test_a_second_place_is_shown_as_it_is_written(tmp_path: Path) -> None:
    """What points to another place needs no escape of what a pipeline would obey."""
    twin = seat("bert.blum", "11")
    said = reconciler(office(tmp_path, [], [seat("anna.arendt", "11"), twin]), "validate")
    assert said.exit == 3, said
    assert " ... manifests/all.yaml:" in said.out
    assert "\\u{3a}" not in said.out
