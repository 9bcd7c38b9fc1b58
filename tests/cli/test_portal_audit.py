"""``portal audit``: what changed the portal, and whether anybody changed that; in both languages and both databases."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Said, reconciler
from tests.cli.office import TODAY, office, seat, unchanged
from tests.databases import NAMES

INIT = ("portal", "init", "--from", "portal", "--today", TODAY, "--force")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company into whose cart a plan file put one workplace, who was bought, and a day later is there."""
    folder = office(tmp_path, [seat("anna.alt", "11")], [seat("anna.alt", "11"), seat("nora.neu", "12")])
    for line in ("plan --out plan.json", "apply plan.json", "order plan.json --yes", "portal advance --days 1"):
        said = reconciler(folder, *line.split(), environment={"RECONCILER_HOLDER": "kanarienvogel"})
        assert said.exit == 0, said
    return folder


def rows(there: Path, *more: str) -> list[dict[str, Any]]:
    """The rows as the JSON has them."""
    found: list[dict[str, Any]] = json.loads(
        reconciler(there, "portal", "audit", "--output", "json", *more).out)["audit"]["rows"]
    return found


def damaged(there: Path, statement: str) -> None:
    """The workspace's portal, changed by another program."""
    with closing(sqlite3.connect(there / ".reconciler" / "portal.db")) as connection:
        connection.execute(statement)
        connection.commit()


def audit(there: Path, *more: str) -> Said:
    """The chain, looked through."""
    return unchanged(there, "portal", "audit", "--verify", *more)


def test_what_the_commands_did(there: Path) -> None:
    """Each its row, with the digest of the plan file that was applied and bought."""
    plan = json.loads((there / "plan.json").read_text())
    (order,) = (order for wave in plan["waves"] for order in wave["orders"])
    found = [(row["action"], row["ref"], row["plan"], row["token"]) for row in rows(there)]
    assert found == [("init", "", "", 0), ("activate", order["ref"], plan["digest"], 1),
                     ("buy", order["ref"], plan["digest"], 2), ("carry-out", order["ref"], "", 0),
                     ("advance", "", "", 0)]
    assert [row["action"] for row in rows(there, "--since", "2026-11-23")] == ["carry-out", "advance"]
    assert rows(there, "--since", "2027-01-01") == []
    assert not re.search("nora|neu|49|kanarienvogel", json.dumps([{**row, "hash": "", "before": "", "content": "",
                                                                    "plan": "", "ref": ""} for row in rows(there)]))


def test_without_a_plan_file(there: Path) -> None:
    """What was planned at once is a plan too; a purchase without one is for none."""
    (there / "manifests" / "all.yaml").write_text(seat("emil.neu", "13"))
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "order", "--yes").exit == 0
    *_, applied, bought = rows(there)
    assert (applied["action"], bought["action"], bought["plan"]) == ("activate", "buy", "")
    assert re.fullmatch("sha256:[0-9a-f]{64}", applied["plan"])


def test_it_is_told_in_both_languages(there: Path) -> None:
    """A table, and a sentence with the count and the hash that ``portal status`` shows the beginning of."""
    head = rows(there)[-1]["hash"]
    english, german = audit(there), audit(there, "--lang", "de")
    assert (english.exit, german.exit) == (0, 0)
    assert english.last == f"The audit is unchanged and fits the portal. Rows: 5; hash of the last: {head}"
    assert german.last == ("Das Protokoll ist unverändert und passt zum Portal. Zeilen: 5; Prüfsumme der letzten: "
                           f"{head}")
    assert len(re.findall(r"^\d", english.out, re.MULTILINE)) == 5
    assert "Date, change" in english.out
    assert "Datum, Änderung" in german.out
    assert reconciler(there, "portal", "audit").last == f"Rows of the audit: 5; hash of the last: {head}"
    short = head.removeprefix("sha256:")[:12]
    assert f"hash of the audit  {short}" in reconciler(there, "portal", "status").out
    assert json.loads(reconciler(there, "portal", "status", "--output", "json").out)["status"]["auditHead"] == head


@pytest.mark.parametrize(("statement", "number", "why"), [
    ("UPDATE audit SET actor = 'somebody' WHERE number = 2", 2, "does not give its hash"),
    ("DELETE FROM audit WHERE number = 5", 5, "is missing"), ("DELETE FROM audit", 1, "is missing"),
])
def test_what_does_not_fit(there: Path, statement: str, number: int, why: str) -> None:
    """Exit 1, the first row that does not fit, why, and what to do; also where only later rows are asked for."""
    damaged(there, statement)
    assert reconciler(there, "portal", "audit").exit == 0
    for more in ((), ("--since", "2027-01-01"), ("--quiet",)):
        said = audit(there, *more)
        assert (said.exit, f"Row {number} of the audit" in said.last, why in said.last) == (1, True, True), said
        assert "backup" in said.last
    german = audit(there, "--lang", "de")
    assert (german.exit, f"Zeile {number} des Protokolls passt nicht" in german.last) == (1, True), german
    assert json.loads(audit(there, "--output", "json").out)["audit"]["misfit"] == number


@pytest.mark.parametrize("name", NAMES)
def test_in_a_database(there: Path, name: str, request: pytest.FixtureRequest) -> None:
    """The same in a file anywhere and in PostgreSQL; a portal made anew has an audit of its own."""
    url = f"sqlite:///{there / 'other.db'}" if name == "sqlite" else request.getfixturevalue("schemas")()
    for count in (2, 2):
        assert reconciler(there, *INIT, "--database", url).exit == 0
        assert reconciler(there, "portal", "advance", "--days", "1", "--database", url).exit == 0
        said = reconciler(there, "portal", "audit", "--verify", "--database", url)
        assert (said.exit, f"Rows: {count};" in said.last) == (0, True), said
