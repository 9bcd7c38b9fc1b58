"""A plan file is applied as it was reviewed, or not at all."""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import TODAY, office, portal, seat, staff, unchanged, wish
from tests.engine.documents import document

ANNA = seat("anna.schmidt", "58")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants one workplace, with a plan for it in plan.json."""
    folder = office(tmp_path, [], [ANNA])
    assert reconciler(folder, "plan", "--out", "plan.json").exit == 0
    return folder


def _refused(there: Path, words: str = "") -> None:
    said = unchanged(there, "apply", "plan.json")
    assert (said.exit, said.out) == (5, "")
    assert words in said.last
    assert "lan again" in said.last


def test_it_is_applied_without_a_question_and_once(there: Path):
    """A reviewed plan needs no yes; applied again every order is there already."""
    assert reconciler(there, "apply", "plan.json", "--no-input").exit == 0
    before = portal(there)
    again = reconciler(there, "apply", "plan.json", "--output", "json")
    assert again.exit == 0
    assert json.loads(again.out)["counts"]["alreadyPresent"] == 1
    assert portal(there) == before


def test_any_flipped_bit_is_seen(there: Path):
    """Two hundred places of the file, each with one bit flipped."""
    raw = (there / "plan.json").read_bytes()
    seed = 4711
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)
    for _ in range(200):
        at = chance.randrange(len(raw))
        flipped = bytearray(raw)
        flipped[at] ^= 1 << chance.randrange(8)
        (there / "plan.json").write_bytes(bytes(flipped))
        assert reconciler(there, "apply", "plan.json").exit == 5, at
    assert reconciler(there, "cart").last.startswith("0 positions")


def _without(text: str, key: str) -> str:
    plan = json.loads(text)
    del plan[key]
    return json.dumps(plan, indent=2)


def _with(text: str, **values: object) -> str:
    return json.dumps({**json.loads(text), **values}, indent=2)


TAMPERINGS: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "cut": lambda text: text[:-20],
    "trailing data": lambda text: text + "{}",
    "trailing blank": lambda text: text + " ",
    "other line breaks": lambda text: text.replace("\n", "\r\n"),
    "no digest": lambda text: _without(text, "digest"),
    "digest null": lambda text: _with(text, digest=None),
    "digest empty": lambda text: _with(text, digest=""),
    "digest upper case": lambda text: _with(text, digest=json.loads(text)["digest"].upper()),
    "digest a number": lambda text: _with(text, digest=1),
    "digest twice": lambda text: text.replace('"command"', f'"digest": "{json.loads(text)["digest"]}", "command"', 1),
    "no waves": lambda text: _without(text, "waves"),
    "no findings": lambda text: _without(text, "findings"),
    "an order less": lambda text: _with(text, waves=[]),
    "a key more": lambda text: _with(text, extra=1),
    "a key twice": lambda text: text.replace('"exit": 0', '"exit": 0, "exit": 0', 1),
    "written anew": lambda text: json.dumps(json.loads(text)),
    "keys sorted": lambda text: json.dumps(json.loads(text), indent=2, sort_keys=True),
    "newer format": lambda text: _with(text, formatVersion="2.0"),
    "a list": lambda _: "[]",
    "null": lambda _: "null",
    "a text": lambda _: '"plan"',
    "not a number": lambda text: text.replace('"exit": 0', '"exit": NaN', 1),
    "a report of validate": lambda text: _with(text, command="validate"),
    "deep": lambda _: "[" * 100_000,
    "no JSON": lambda _: "apiVersion: cloudpbx/v1",
}


@pytest.mark.parametrize("kind", TAMPERINGS)
def test_a_file_that_was_touched_is_refused(there: Path, kind: str):
    """Nothing is half understood: exit 5, nothing changed, one sentence."""
    path = there / "plan.json"
    path.write_bytes(TAMPERINGS[kind](path.read_text()).encode())
    _refused(there)
    assert reconciler(there, "show", "plan.json").exit == 5
    assert reconciler(there, "order", "plan.json", "--yes").exit in (5, 8)


def test_no_file_and_strange_files(there: Path):
    """Missing, a folder, not text."""
    (there / "plan.json").write_bytes(b"\xff\xfe\0")
    _refused(there)
    (there / "plan.json").unlink()
    _refused(there)
    (there / "plan.json").mkdir()
    _refused(there)


def test_another_portal(there: Path, tmp_path: Path):
    """A plan of another portal, or of the same one made anew, is refused."""
    other = office(tmp_path / "other", [seat("bert.maier", "59")], [ANNA])
    (other / "plan.json").write_bytes((there / "plan.json").read_bytes())
    _refused(other, "another portal")
    reconciler(there, "portal", "init", "--from", "portal", "--today", "2026-11-23", "--force")
    _refused(there, "another portal")


def test_too_old(there: Path):
    """Seven days are the most."""
    reconciler(there, "portal", "advance", "--days", "8")
    _refused(there, "expired")


def test_still_young(there: Path):
    """On the seventh day it is applied."""
    wish(there, seat("anna.schmidt", "58", "activationDate: 2026-12-01"))
    reconciler(there, "plan", "--out", "plan.json")
    reconciler(there, "portal", "advance", "--days", "7")
    assert reconciler(there, "apply", "plan.json").exit == 0


def test_made_for_another_day(there: Path):
    """A plan for a day to come cannot be applied today."""
    reconciler(there, "plan", "--as-of", "2026-12-24", "--out", "plan.json")
    _refused(there)


def test_what_it_touches_was_changed(tmp_path: Path):
    """An object that somebody changed since the plan stops everything; another one does not matter."""
    there = office(tmp_path, staff(2), [staff(1)[0].replace("firstName: person", "firstName: Petra")])
    reconciler(there, "plan", "--out", "plan.json")
    wish(there, staff(1)[0].replace("firstName: person", "firstName: Paula"))
    assert reconciler(there, "apply", "--yes").exit == 0
    stale = unchanged(there, "apply", "plan.json")
    assert stale.exit == 5
    assert "PLAN-1" in stale.out
    petra = staff(1)[0].replace("firstName: person", "firstName: Petra")
    wish(there, petra)
    reconciler(there, "plan", "--out", "plan.json")
    wish(there, petra, staff(2)[1].replace("firstName: person", "firstName: Paula"))
    assert reconciler(there, "apply", "--yes", "--target", "workplace/person.nr12").exit == 0
    assert reconciler(there, "apply", "plan.json").exit == 0


def test_another_company(there: Path):
    """A workspace whose manifests name another company does not take the plan."""
    wish(there, ANNA, document("Company", "other", 'generation: "2.0"'))
    _refused(there)


def test_a_refused_plan_is_written_and_never_applied(tmp_path: Path):
    """A guard writes the plan marked as refused; apply of it stops with the same code."""
    there = office(tmp_path, staff(12), staff(9), unmanaged="delete")
    assert reconciler(there, "plan", "--out", "plan.json").exit == 4
    assert json.loads((there / "plan.json").read_text())["refused"] == ["LIMIT-DELETES"]
    assert unchanged(there, "apply", "plan.json").exit == 4
    assert reconciler(there, "show", "plan.json").exit == 0


def test_allowances_are_in_the_file(tmp_path: Path):
    """Who reviews the plan sees what was allowed, and apply needs no allowance again."""
    there = office(tmp_path, staff(12), staff(9), unmanaged="delete")
    assert reconciler(there, "plan", "--allow", "deletes=3", "--out", "plan.json").exit == 0
    assert json.loads((there / "plan.json").read_text())["allowances"] == {"deletes": 3}
    assert reconciler(there, "apply", "plan.json").exit == 0


def test_broken_manifests_give_no_plan_file(there: Path):
    """Exit 3 leaves a file of before as it was."""
    before = (there / "plan.json").read_bytes()
    wish(there, seat("anna.schmidt", "58", internal="112"))
    assert reconciler(there, "plan", "--out", "plan.json").exit == 3
    assert (there / "plan.json").read_bytes() == before


def test_order_with_the_plan_file(there: Path):
    """Order buys what the plan put into the cart, and nothing where a position of it is missing."""
    reconciler(there, "apply", "plan.json")
    said = reconciler(there, "order", "plan.json", "--yes", "--output", "json")
    assert said.exit == 0
    assert [p["state"] for p in json.loads(said.out)["positions"]] == ["ordered"]
    assert TODAY in said.out
