"""Activation dates: a written one is kept or refused, an absent one is the earliest, and one convention for days."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import KOELN, office, seat, unchanged, wish
from tests.engine.documents import block

SOON = block("bonn-999", "+49228999", "availableFrom: 2026-12-15", "group: bonn")
BERT = seat("bert.maier", "59")


def anna(day: str = "", text: str = "") -> str:
    """A workplace with a written day, or none."""
    return seat("anna.schmidt", "58", *([f"activationDate: {day}"] if day else []), *([text] if text else []))


def planned(there: Path, *argv: str) -> tuple[int, Mapping[str, Any]]:
    """A plan that changes nothing."""
    said = unchanged(there, "plan", "--output", "json", *argv)
    return said.exit, json.loads(said.out)


def found(report: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The errors: rule and path."""
    return [(f["rule"], f["path"]) for f in report["findings"] if f["severity"] == "error"]


def activations(report: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Of what is set up: the order's day, from when it counts, and from when it works."""
    return [(w["notBefore"], o["activationDate"], o["worksFrom"]) for w in report["waves"] for o in w["orders"]
            if o["verb"] in ("activate", "change")]


def test_a_written_day_in_the_past_is_an_error(tmp_path: Path):
    """It does not become today in silence: exit 3, with the day that is possible."""
    there = office(tmp_path, [BERT], [BERT, anna("2026-11-21")])
    code, report = planned(there)
    assert (code, found(report), report["waves"]) == (3, [("DATE-1", "activationDate")], [])
    assert "2026-11-22" in next(f["help"] for f in report["findings"] if f["rule"] == "DATE-1")
    assert unchanged(there, "apply", "--yes").exit == 3
    assert "DATE-1" not in unchanged(there, "validate", "--output", "json").out


@pytest.mark.parametrize(("day", "counts", "works"), [
    ("2026-11-22", "2026-11-22", "2026-11-23"), ("2026-11-23", "2026-11-23", "2026-11-23"),
    ("2026-12-01", "2026-12-01", "2026-12-01"), ("", "2026-11-22", "2026-11-23")])
def test_two_days_that_differ_are_both_told(tmp_path: Path, day: str, counts: str, works: str):
    """Terms and prices count from one, it is reachable from the other; plan, cart, order and drift say the same."""
    there = office(tmp_path, [BERT], [BERT, anna(day)])
    _, report = planned(there)
    assert activations(report) == [("2026-11-22", counts, works)]
    said = f"counts from {counts}, reachable from {works}" if counts != works else f"active from {counts}"
    assert said in " ".join(unchanged(there, "plan").out.split())
    assert reconciler(there, "apply", "--yes").exit == 0
    assert said in " ".join(unchanged(there, "cart").out.split())
    lying = json.loads(unchanged(there, "cart", "--output", "json").out)["positions"][0]
    assert (lying["activationDate"], lying["worksFrom"]) == (counts, works)
    pending = json.loads(unchanged(there, "drift", "--output", "json").out)["pending"]
    assert [p["until"] for p in pending] == [works]
    ordered = reconciler(there, "order", "--yes")
    assert said in " ".join(ordered.out.split())
    assert reconciler(there, "portal", "advance", "--to", works).exit == 0
    dumped = reconciler(there, "dump", "--status").out
    assert f'activatedOn: "{counts}"' in dumped
    assert planned(there, "--detailed-exitcode")[0] == 0


def test_what_lies_in_the_cart_counts_from_the_day_it_is_bought(tmp_path: Path):
    """Two days later the cart says two days later; a written day that has passed is an error, also of order."""
    there = office(tmp_path, [BERT], [BERT, anna()])
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "portal", "advance", "--to", "2026-11-24").exit == 0
    assert "counts from 2026-11-24, reachable from 2026-11-25" in " ".join(unchanged(there, "cart").out.split())
    assert planned(there)[0] == 0
    other = office(tmp_path / "written", [BERT], [BERT, anna("2026-11-23")])
    assert reconciler(other, "apply", "--yes").exit == 0
    assert reconciler(other, "portal", "advance", "--to", "2026-11-24").exit == 0
    assert found(planned(other)[1]) == [("DATE-1", "activationDate")]
    assert unchanged(other, "order", "--yes").exit == 3
    wish(other, BERT, anna("2026-11-24"))
    assert reconciler(other, "apply", "--yes").exit == 0
    assert reconciler(other, "order", "--yes").exit == 0


def test_what_is_bought_or_there_is_never_compared(tmp_path: Path):
    """The day has passed, as days do: no error, and nothing to change."""
    there = office(tmp_path, [BERT], [BERT, anna("2026-11-23")])
    for command in ("apply", "order"):
        assert reconciler(there, command, "--yes").exit == 0
    for day in ("2026-11-23", "2026-12-31"):
        assert reconciler(there, "portal", "advance", "--to", day).exit == 0
        assert planned(there, "--detailed-exitcode")[0] == 0
    wish(there, BERT, anna("2026-01-01"))
    assert planned(there, "--detailed-exitcode")[0] == 0


def test_a_written_day_that_is_taken_away_is_the_earliest_again(tmp_path: Path):
    """In the cart the position is changed to the earliest day, that of its number at least."""
    for blocks, number, day in (([], "6380-58", "2026-11-22"), ([SOON], "999-58", "2026-12-15")):
        folder = tmp_path / day
        texts = [anna("2026-12-24").replace("6380-58", number), anna().replace("6380-58", number)]
        there = office(folder, [BERT, *blocks], [BERT, texts[0]])
        assert reconciler(there, "apply", "--yes").exit == 0
        wish(there, BERT, texts[1])
        _, report = planned(there)
        assert [counts for _, counts, _ in activations(report)] == [day]
        assert reconciler(there, "apply", "--yes").exit == 0
        assert planned(there, "--detailed-exitcode")[0] == 0


def test_a_day_before_the_numbers_is_its_own_rule(tmp_path: Path):
    """NUM-3 where the number begins later, DATE-1 where the portal's day has passed, both where both."""
    for day, rules in (("2026-12-01", {"NUM-3"}), ("2026-11-01", {"NUM-3", "DATE-1"}), ("2026-12-15", set())):
        there = office(tmp_path / day, [SOON], [anna(day).replace("6380-58", "999-58")])
        assert {rule for rule, _ in found(planned(there)[1])} == rules


def test_a_replaced_workplace_with_a_day_that_cannot_be_kept(tmp_path: Path):
    """A replace that waits for a term comes after its written day: told at once, not on that day."""
    old = anna(text="").replace("spec:", "status: {state: active, activatedOn: 2026-11-11}\nspec:")
    moved = anna("2026-12-05").replace("group: bonn", "group: koeln").replace("228 6380", "221 4711")
    there = office(tmp_path, [KOELN, old], [moved])
    code, report = planned(there, "--allow", "replaces=1")
    assert (code, found(report)) == (3, [("DATE-1", "activationDate")])
    assert "2026-12-12" in next(f["message"] for f in report["findings"] if f["rule"] == "DATE-1")
    wish(there, moved.replace("2026-12-05", "2026-12-12"))
    code, report = planned(there, "--allow", "replaces=1")
    assert code == 0
    (gap,), (activation,) = report["gaps"], activations(report)
    assert gap["again"] == activation[2]
    told = " ".join(unchanged(there, "plan", "--allow", "replaces=1").out.split())
    assert f"again from {gap['again']}" in told
    assert f"reachable from {gap['again']}" in told


def test_a_cart_whose_day_has_passed_is_not_recommended(tmp_path: Path):
    """A written day goes by while it lies in the cart: ``cart`` says so, as ``order`` would, and offers no order."""
    there = office(tmp_path, [], [seat("anna.schmidt", "58", "activationDate: 2026-11-24")])
    assert reconciler(there, "apply", "--yes").exit == 0
    assert "To order what is in the cart" in reconciler(there, "cart").out
    assert reconciler(there, "portal", "advance", "--days", "3").exit == 0
    shown = " ".join(unchanged(there, "cart").out.split())
    assert "To order what is in the cart" not in shown
    assert "The workplace is to begin on 2026-11-24; the first possible day is 2026-11-25." in shown
    (warning,) = json.loads(unchanged(there, "cart", "--output", "json").out)["findings"]
    assert (warning["rule"], warning["severity"]) == ("DATE-1", "warning")
    assert reconciler(there, "order", "--yes").exit == 3


def test_what_was_carried_out_has_both_days(tmp_path: Path):
    """As before it was: the day from which it counts, and that from which somebody could be reached."""
    there = office(tmp_path, [], [seat("anna.schmidt", "58")])
    for line in ("apply --yes", "order --yes", "portal advance --days 3"):
        assert reconciler(there, *line.split()).exit == 0
    shown = " ".join(unchanged(there, "cart", "--full").out.split())
    assert "counts from 2026-11-22, reachable from 2026-11-23" in shown
    (position,) = json.loads(unchanged(there, "cart", "--output", "json").out)["positions"]
    assert (position["activationDate"], position["worksFrom"]) == ("2026-11-22", "2026-11-23")
