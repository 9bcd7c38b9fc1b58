"""What the command line tells of lines: who is bound to one, and what that means for emergency calls."""

import json

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, told, wish

PURE = COMPANY.replace("contract: line", "contract: pure")
LINES = COMPANY.replace("contract: line", "contract: line, lines: [{name: hauptsitz, address: {city: Bonn}}]")


def at(line: str) -> str:
    """A workplace that is restricted to a line."""
    return seat("b.keller", "20").replace('-20"}', f'-20", nomadicUse: {{restrictedTo: {line}}}}}')


@pytest.mark.parametrize(("company", "line", "expected", "advice"), [
    (COMPANY, "hauptsitz", ["error"], "has no line at all"),
    (PURE, "hauptsitz", ["error"], "has no line at all"),
    (LINES, "hauptsiz", ["error"], "“hauptsitz”"),
    (LINES, "hauptsitz", [], ""),
])
def test_restricted_to_a_line_that_the_contract_does_not_have(tmp_path, company, line, expected, advice):
    """LINE-1, also where the contract lists no line or has none, and where only the portal knows the lines."""
    found = told(office(tmp_path, [], [at(line)], company=company), "LINE-1")
    assert [f["severity"] for f in found] == expected
    assert all(advice in f["help"] and f["place"].startswith("manifests/all.yaml:") for f in found)


def test_lines_are_facts_that_validate_does_not_know(tmp_path):
    """Without a portal an empty list of lines says nothing, but a Pure contract does."""
    for contract, expected in (("line", 0), ("pure", 1)):
        there = office(tmp_path / contract, [], [])
        (there / ".reconciler" / "portal.db").unlink()
        wish(there, COMPANY.replace("contract: line", f"contract: {contract}"), at("hauptsitz"))
        assert len(told(there, "LINE-1", "validate")) == expected


def test_line_of_a_block(tmp_path):
    """The line of a number block is one of the contract's too."""
    there = office(tmp_path, [], [COMPANY.replace("group: bonn}", "group: bonn, line: hauptsitz}")])
    assert [f["address"] for f in told(there, "LINE-1")] == ["numberblock/bonn-6380"]


def test_a_restricted_number_that_is_not_active_yet(tmp_path):
    """NOMAD-1 asks for a yes where somebody could be cut off: not while the workplace only lies in the cart."""
    there = office(tmp_path / "cart", [], [at("hauptsitz")], company=LINES)
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, at("hauptsitz").replace("6380-20", "6380-21"))
    assert reconciler(there, "plan").exit == 0
    there = office(tmp_path / "active", [at("hauptsitz").replace('-20"', '-20", internal: "20"')],
                   [at("hauptsitz").replace("6380-20", "6380-21")], company=LINES)
    said = reconciler(there, "plan")
    assert said.exit == 4
    assert "--allow NOMAD-1=1" in said.out
    assert reconciler(there, "plan", "--allow", "NOMAD-1=1").exit == 0
    quiet = 'name: b.keller, annotations: {reconciler/ignore: "NOMAD-1 (known)"}}'
    wish(there, at("hauptsitz").replace("6380-20", "6380-21").replace("name: b.keller}", quiet))
    assert reconciler(there, "plan").exit == 4


def test_the_line_of_a_block_decides_on_emergency_calls(tmp_path):
    """E5 speaks only where a block says to which line its numbers belong, and then of a workplace elsewhere."""
    person = seat("b.keller", "20").replace("lastName: keller", "lastName: keller, address: {city: Ulm}")
    assert told(office(tmp_path / "without", [], [person], company=LINES), "E5") == []
    block = LINES[LINES.rindex("apiVersion") :].replace("group: bonn", "group: bonn, line: hauptsitz")
    there = office(tmp_path / "with", [], [block, person], company=LINES)
    assert [(f["address"], f["severity"]) for f in told(there, "E5")] == [
        ("workplace/b.keller", "warning"), ("company/lindenhof", "info")]
    assert not [o for w in json.loads(reconciler(there, "plan", "--output", "json").out)["waves"]
                for o in w["orders"] if o["address"].startswith("numberblock/")]
