"""Slips of the pen that a portal is not needed for: they are told at their place, with what was probably meant."""

from pathlib import Path

import pytest

from tests.cli.command import Said, reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish

ANNA = seat("anna.schmidt", "58")


def flat(said: Said) -> str:
    """What was said, without the breaks of lines."""
    return " ".join(said.out.split())


@pytest.mark.parametrize(("pattern", "en", "de"), [
    ("wrkplace/anna.*", "Probably the kind “workplace” is meant.", "Gemeint ist wohl die Art „workplace“."),
    ("arbeitsplatz/anna.*", "There is no kind “arbeitsplatz”. There are: ", "Die Art „arbeitsplatz“ gibt es nicht."),
])
def test_a_pattern_of_a_kind_that_there_is_not(tmp_path: Path, pattern: str, en: str, de: str):
    """It protects nobody, here as there: an error at its place, without a portal too."""
    there = office(tmp_path, [ANNA], [ANNA])
    file = there / "reconciler.yaml"
    file.write_text(file.read_text().replace("policy: {", f"policy: {{protect: [group/bonn, {pattern}], "))
    said = reconciler(there, "validate")
    assert (said.exit, "error[POL-1]" in said.out, "reconciler.yaml:4:" in said.out) == (3, True, True), said
    assert en in flat(said)
    assert de in flat(reconciler(there, "validate", "--lang", "de"))
    file.write_text(file.read_text().replace(pattern, "'*/nobody.*'"))
    assert reconciler(there, "validate").exit == 0


def test_a_choice_that_is_misspelt(tmp_path: Path):
    """The nearest address is told; in brief there is no place before the sentence."""
    there = office(tmp_path, [ANNA], [ANNA])
    for command in ("plan", "terms"):
        said = unchanged(there, command, "--target", "wrkplace/anna.schmidt")
        assert (said.exit, "Probably workplace/anna.schmidt is meant." in flat(said)) == (4, True), said
    assert "Gemeint ist wohl workplace/anna.schmidt." in flat(
        unchanged(there, "plan", "--lang", "de", "--target", "ana.schmidt"))
    brief = unchanged(there, "plan", "--concise", "--target", "wrkplace/anna.schmidt").out
    assert any(line.startswith("error[CHOICE-1]") for line in brief.splitlines()), brief


def test_what_plan_refuses_is_announced(tmp_path: Path):
    """Without a portal nobody knows who is new; the warning says what it will be then."""
    there = office(tmp_path, [], [ANNA.replace("  login:", "  #")])
    said = reconciler(there, "validate")
    assert (said.exit, flat(said).count("Where the workplace is new, `plan` refuses this.")) == (0, 2), said
    assert "Ist der Arbeitsplatz neu, lehnt `plan` das ab." in flat(reconciler(there, "validate", "--lang", "de"))
    refused = unchanged(there, "plan")
    assert (refused.exit, "error[AUTH-1]" in refused.out, "`plan` refuses" in refused.out) == (3, True, False)


def test_what_no_portal_keeps(tmp_path: Path):
    """The line of a number block is lost in a dump, and so is a check of emergency calls: that is said."""
    lines = COMPANY.replace("quota: 200", "quota: 200, lines: [{name: hof, address: Hof}]")
    there = office(tmp_path, [ANNA], [ANNA])
    assert "E5" not in reconciler(there, "dump").err
    (there / "portal" / "all.yaml").write_text("---\n".join([lines, ANNA]))
    assert reconciler(there, "portal", "init", "--from", "portal", "--today", "2026-11-22", "--force").exit == 0
    assert "To which line a number block belongs (line) no portal keeps" in reconciler(there, "dump").err
    assert "merkt sich kein Portal" in reconciler(there, "dump", "--lang", "de").err


def test_a_blank_that_is_none(tmp_path: Path):
    """In an indentation it is told at its own place, by its nature."""
    there = office(tmp_path, [], [ANNA])
    wish(there, ANNA.replace("  group: bonn", "\N{NO-BREAK SPACE} group: bonn"))
    said = reconciler(there, "validate")
    assert (said.exit, "manifests/all.yaml:5:1" in said.out) == (3, True), said
    assert "only looks like a blank (such as a no-break space)" in flat(said)
    assert "nur wie ein Leerzeichen aussieht" in flat(reconciler(there, "validate", "--lang", "de"))
