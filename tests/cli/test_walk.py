"""Sentences that somebody who checks each of them could not sign."""

import json
from pathlib import Path

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, KOELN, office, seat, wish
from tests.engine.documents import block, document, profile

ACTIVE = "activatedOn: 2026-01-01"
ANNA, BERT = (seat(name, number, status=ACTIVE) for name, number in (("anna.arendt", "11"), ("bert.blum", "12")))
SWAPPED = seat("anna.arendt", "12"), seat("bert.blum", "11")


def test_a_part_without_changes_is_not_the_whole_portal(tmp_path: Path) -> None:
    """Where only a part was chosen, nobody says that the portal is as the manifests want it."""
    there = office(tmp_path, [ANNA, BERT], [seat("anna.arendt", "11"), seat("bert.blum", "13")])
    part = "--target", "workplace/anna.arendt"
    for command in ("plan", "drift"):
        said = reconciler(there, command, *part)
        assert said.exit == 0, said
        assert "as the manifests want it" not in said.out
        assert "Only a part (--target workplace/anna.arendt); what else there is to do is not told here." \
            in " ".join(said.out.split())
    assert "Only a part" in reconciler(there, "plan", "--target", "workplace/bert.blum", "--output", "markdown").out
    assert "Only a part" not in reconciler(there, "plan").out


def test_what_was_chosen_names_nobody_to_strangers(tmp_path: Path) -> None:
    """A pattern on the command line is somebody's name as well, with or without its kind, and so is a label."""
    there = office(tmp_path, [ANNA, BERT], [*SWAPPED])
    chosen = "--target", "anna.arendt", "--exclude", "workplace/bert.blum"
    for output in ("json", "markdown"):
        said = reconciler(there, "plan", *chosen, "--output", output, "--redact", "pseudonym")
        assert "anna" not in said.out
        assert "bert" not in said.out
    labelled = reconciler(there, "plan", "--select", "of=anna", "--output", "json", "--redact", "pseudonym")
    assert json.loads(labelled.out)["selection"]["select"][0].startswith("of=v-")
    whole = reconciler(there, "plan", "--target", "workplace/*", "--output", "json", "--redact", "pseudonym")
    assert json.loads(whole.out)["selection"]["target"] == ["workplace/*"]


def test_half_of_a_swap_says_the_way_out(tmp_path: Path) -> None:
    """What the portal refuses because only a part was chosen says so."""
    there = office(tmp_path, [ANNA, BERT], [*SWAPPED])
    said = reconciler(there, "plan", "--target", "workplace/anna.arendt", "--output", "json")
    assert said.exit == 3, said
    (found,) = (f for f in json.loads(said.out)["findings"] if f["rule"] == "NUM-4")
    assert found["help"].startswith("Plan without --target")


def test_a_number_to_step_aside_on_stands_in_no_manifest(tmp_path: Path) -> None:
    """The place of the number that is wished for is shown with that number only."""
    said = reconciler(office(tmp_path, [ANNA, BERT], [*SWAPPED]), "plan", "--full")
    lines = said.out.splitlines()
    steps = [n for n, line in enumerate(lines) if line.strip().startswith("number.external")]
    assert ["-->" in lines[n + 1] for n in steps] == [False, True, True]


def test_an_apply_without_a_plan_does_not_say_that_nothing_is_due(tmp_path: Path) -> None:
    """Where the manifests break a rule, nobody knows what is due."""
    there = office(tmp_path, [], [seat("anna.arendt", "11"), seat("bert.blum", "11")])
    said = reconciler(there, "apply", "--yes")
    assert said.exit == 3, said
    assert "Nothing was carried out." in said.out
    assert "due" not in said.out


def test_what_is_ordered_does_not_lie_in_the_cart_any_more(tmp_path: Path) -> None:
    """A plan file that was applied and ordered asks for no order when it is applied again."""
    there = office(tmp_path, [], [seat("anna.arendt", "11")])
    for argv in (("plan", "--out", "p.json"), ("apply", "p.json"), ("order", "p.json", "--yes")):
        assert reconciler(there, *argv).exit == 0
    said = reconciler(there, "apply", "p.json")
    assert said.exit == 0, said
    assert "already there" in said.out
    assert "reconciler order" not in said.out


def test_an_emptied_cart_asks_for_no_order(tmp_path: Path) -> None:
    """Where the last position was taken out, nothing is left to be bought."""
    there = office(tmp_path, [ANNA], [ANNA], unmanaged="delete")
    wish(there, COMPANY, seat("anna.arendt", "11"), seat("bert.blum", "12"))
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, COMPANY, seat("anna.arendt", "11"))
    said = reconciler(there, "apply", "--yes")
    assert said.exit == 0, said
    assert "taken out of the cart" in said.out
    assert "reconciler order" not in said.out


def test_one_order_has_the_same_sign_in_short(tmp_path: Path) -> None:
    """A package that is booked is new in both views."""
    there = office(tmp_path, [ANNA], [seat("anna.arendt", "11", "packages: [conference-plus]")])
    for flags in ((), ("--concise",)):
        assert "  +   workplace/anna.arendt  book conference-plus" in reconciler(there, "plan", *flags).out


def test_what_a_template_drops_is_its_doing(tmp_path: Path) -> None:
    """A package that ends because a template has it no longer is told with the template."""
    template = document("Template", "sales", "group: bonn, desktopClient: full, packages: [conference-plus]")
    there = office(tmp_path, [template, seat("anna.arendt", "11", "template: sales")], [])
    wish(there, template.replace(", packages: [conference-plus]", ""), seat("anna.arendt", "11", "template: sales"))
    said = reconciler(there, "plan", "--output", "json")
    assert said.exit == 0, said
    assert json.loads(said.out)["indirect"] == {"template/sales": ["workplace/anna.arendt"]}


def test_whoever_drops_a_value_was_edited(tmp_path: Path) -> None:
    """A value that comes from elsewhere since the own one was dropped is no change without an edit."""
    strict = profile("strict", "+49180")
    there = office(tmp_path, [strict, seat("anna.arendt", "11", "blockingProfile: strict", "timeZone: Europe/Rome")],
                   [])
    wish(there, COMPANY, strict, seat("anna.arendt", "11"))
    said = reconciler(there, "plan", "--output", "json")
    assert said.exit == 0, said
    assert json.loads(said.out)["indirect"] == {}


def test_a_range_that_cannot_be_read_gets_no_number_of_others(tmp_path: Path) -> None:
    """An example is not called a suggestion for what was written."""
    odd = (profile("strict", "00"), block("odd", "(0)", "group: bonn"))
    said = reconciler(office(tmp_path, [], odd), "validate", "--output", "json")
    assert said.exit == 3, said
    helps = [f["help"] for f in json.loads(said.out)["findings"] if f["rule"] == "FORM-4"]
    assert helps == ["Write how the numbers begin, for instance +49900, +43 or 118; or anonymous.",
                     "Write how the numbers begin, for instance +492286380."]


def test_who_is_deactivated_is_not_passed_over(tmp_path: Path) -> None:
    """The portal is as the manifests want it, and yet that must be known; who is deleted anyway needs no word."""
    sleeping = seat("anna.arendt", "11", status="state: inactive, activatedOn: 2026-01-01")
    there = office(tmp_path, [sleeping, BERT], [sleeping, BERT], unmanaged="delete")
    for command in ("plan", "drift"):
        told = json.loads(reconciler(there, command, "--output", "json").out)
        assert [(f["address"], f["severity"]) for f in told["findings"] if f["rule"] == "LIFE-1"] == [
            ("workplace/anna.arendt", "warning")]
    assert "LIFE-1" not in reconciler(there, "validate").out
    wish(there, COMPANY, BERT)
    assert "LIFE-1" not in reconciler(there, "plan").out


def test_a_name_with_blanks_is_one_name(tmp_path: Path) -> None:
    """Who is told to touch emergency calls is called by its whole name, in each format and in a plan file read back."""
    company = COMPANY.replace("bonn}", "bonn sued}").replace("Group: bonn,", "Group: bonn sued,")
    bright = document("BlockingProfile", "hell & eng")
    there = office(tmp_path, [bright], [bright], unmanaged="delete", company=company)
    edited = company.replace("displayName: Bonn", "displayName: Bonn, blockingProfile: hell & eng")
    wish(there, edited, bright)
    assert "group/bonn sued  blocking profile" in reconciler(there, "plan", "--out", "p.json").out
    for argv in (("plan",), ("plan", "--redact", "pseudonym"), ("show", "p.json")):
        told = json.loads(reconciler(there, *argv, "--output", "json").out)
        assert told["emergency"] == [{"address": "group/bonn sued", "fields": ["blockingProfile"]}]
    assert "| `group/bonn sued` | blocking profile |" in reconciler(there, "plan", "--output", "markdown").out


def test_a_beginning_in_the_past_is_not_moved_in_silence(tmp_path: Path) -> None:
    """A written date that is over is an error where a workplace is to be set up, and of no account where it is."""
    late = "activationDate: 2026-11-21"
    there = office(tmp_path, [ANNA], [seat("anna.arendt", "11", late), seat("bert.blum", "12", late)])
    said = reconciler(there, "plan", "--output", "json")
    found = [f for f in json.loads(said.out)["findings"] if f["rule"] == "DATE-1"]
    assert (said.exit, [f["address"] for f in found]) == (3, ["workplace/bert.blum"])
    assert "Set “activationDate” to 2026-11-22 or later" in found[0]["help"]
    wish(there, seat("anna.arendt", "11", late), seat("bert.blum", "12", "activationDate: 2026-11-22"))
    assert reconciler(there, "plan").exit == 0


def test_who_moves_does_not_begin_in_the_past_either(tmp_path: Path) -> None:
    """It is said before the deletion, not when nothing is left that could be set up anew."""
    anna = seat("anna.arendt", "11", "activationDate: 2026-01-01")
    there = office(tmp_path, [ANNA, KOELN], [anna.replace("group: bonn", "group: koeln").replace(
        "+49 228 6380-11", "+49 221 4711-11")])
    said = reconciler(there, "plan", "--allow", "replaces=1")
    assert (said.exit, "DATE-1" in said.out) == (3, True), said


def test_another_day_after_ordering_is_told(tmp_path: Path) -> None:
    """A date that is edited once the workplace was ordered has no effect, and a plan says so with both days."""
    there = office(tmp_path, [], [seat("carla.dorn", "13", "activationDate: 2027-03-01")])
    for line in ("apply --yes", "order --yes"):
        assert reconciler(there, *line.split()).exit == 0
    assert "DATE-2" not in reconciler(there, "plan").out
    wish(there, seat("carla.dorn", "13", "activationDate: 2027-04-01"))
    said = reconciler(there, "plan", "--output", "json")
    (found,) = (f for f in json.loads(said.out)["findings"] if f["rule"] == "DATE-2")
    assert (said.exit, found["severity"]) == (0, "warning")
    assert "2027-03-01" in found["message"]
    assert "2027-04-01" in found["message"]


def test_a_replace_under_way_says_until_when_somebody_can_be_reached(tmp_path: Path) -> None:
    """The deletion in the cart goes the day after it is bought, the ordered one on its day; both are told."""
    moved = seat("anna.arendt", "11").replace("group: bonn", "group: koeln").replace("228 6380-11", "221 4711-11")
    there = office(tmp_path, [ANNA, KOELN], [moved])
    line = "workplace/anna.arendt (reachable until {}, again from {})".format
    assert line("2026-11-22", "2026-11-24") in " ".join(
        reconciler(there, "plan", "--allow", "replaces=1").out.split())
    assert reconciler(there, "apply", "--yes", "--allow", "replaces=1").exit == 0
    assert line("2026-11-22", "2026-11-24") in " ".join(reconciler(there, "plan").out.split())
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    assert line("2026-11-23", "2026-11-25") in " ".join(reconciler(there, "plan").out.split())
    assert reconciler(there, "order", "--yes").exit == 0
    assert line("2026-11-23", "2026-11-25") in " ".join(reconciler(there, "plan").out.split())


def test_what_was_never_active_gives_no_number_back(tmp_path: Path) -> None:
    """Taken out of the cart, or with another number there, a workplace loses none that it ever had."""
    there = office(tmp_path, [ANNA], [ANNA], unmanaged="delete")
    wish(there, COMPANY, seat("anna.arendt", "11"), seat("bert.blum", "12"))
    assert reconciler(there, "apply", "--yes").exit == 0
    for wished in ((seat("anna.arendt", "11"),), (seat("anna.arendt", "11"), seat("bert.blum", "13"))):
        wish(there, COMPANY, *wished)
        said = reconciler(there, "plan", "--output", "json")
        assert json.loads(said.out)["numbers"] == []
        assert "free again" not in reconciler(there, "plan").out
    wish(there, COMPANY, seat("anna.arendt", "13"), seat("bert.blum", "12"))
    assert "+49228638011 " in reconciler(there, "plan").out.partition("Numbers")[2]
