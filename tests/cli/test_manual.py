"""What the tool cannot do is told before it matters, until it is done: the list of work by hand."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reconciler.model.address import Address
from reconciler.model.consequences import Chore
from reconciler.model.meaning import Meaning
from reconciler.model.sections import Purchase
from reconciler.model.text import NOTHING
from reconciler.views.question import order_question
from tests.cli.command import REPOSITORY, reconciler
from tests.cli.office import office, seat, wish
from tests.engine.documents import document

SCHEMA = Draft202012Validator(json.loads((REPOSITORY / "specs/schemas/report.schema.json").read_text()))
MAGENTA = 'mobileIntegration: {type: magentaeins, mobile: "+49 170 1234520", customerAccount: "4711"}'
PLAIN = seat("b.keller", "20", internal="220")
INTEGRATED = seat("b.keller", "20", MAGENTA, "devices: [{profile: mobile-client}]", internal="220")
TELEPHONY = seat("b.keller", "20", "packages: [cti-tapi]", internal="220")
IGNORED = 'name: b.keller, annotations: {reconciler/ignore: "%s (nothing is set there)"}}'


def plan(there: Path, *argv: str) -> dict[str, Any]:
    """A report as JSON, which keeps to its schema."""
    report: dict[str, Any] = json.loads(reconciler(there, *(argv or ("plan",)), "--output", "json").out)
    SCHEMA.validate(report)
    return report


def chores(report: dict[str, Any]) -> list[tuple[str, str]]:
    """Whom the work by hand is about, and by which rule."""
    found = [(c["address"], c["rule"]) for c in report["manual"]]
    assert report.get("commitments", {}).get("manual", len(found)) == len(found)
    return found


@pytest.mark.parametrize(("lang", "title", "todo", "counted"), [
    ("de", "Von Hand am Portal",
     "Vor der Buchung alle Nummern unter „Paralleles Klingeln“ und „Remote Office“ löschen.",
     "1 Handgriff am Portal: MOB-3 (workplace/b.keller)"),
    ("en", "By hand at the portal", "Before it is booked, delete all numbers of parallel ringing and Remote Office.",
     "1 thing to do by hand at the portal: MOB-3 (workplace/b.keller)"),
])
def test_before_magentaeins_is_booked(tmp_path, lang, title, todo, counted):
    """An existing workplace that gets MagentaEINS: what to do by hand stands before the waves and before the yes."""
    there = office(tmp_path, [PLAIN], [INTEGRATED])
    assert chores(plan(there)) == [("workplace/b.keller", "MOB-3")]
    text = " ".join(reconciler(there, "plan", "--lang", lang).out.split())
    assert f"{title} workplace/b.keller MOB-3: {todo}" in text
    assert counted in text
    assert text.index(counted) < text.index(title) < text.index({"de": "Welle 1", "en": "Wave 1"}[lang])
    assert f"{counted.partition(':')[0]}" in reconciler(there, "plan", "--concise", "--lang", lang).out


def test_told_until_it_is_active(tmp_path):
    """What was put into the cart or ordered is not booked yet: plan, apply, order and its question tell it still."""
    there = office(tmp_path, [PLAIN], [INTEGRATED])
    assert chores(plan(there, "apply", "--yes")) == [("workplace/b.keller", "MOB-3")]
    assert chores(plan(there)) == [("workplace/b.keller", "MOB-3")]
    assert "By hand at the portal" in reconciler(there, "plan").out
    ordered = plan(there, "order", "--yes")
    assert ordered["exit"] == 0
    assert chores(ordered) == [("workplace/b.keller", "MOB-3")]
    reconciler(there, "portal", "advance", "--days", "2")
    assert chores(plan(there)) == []


def test_the_order_says_it_before_the_yes(tmp_path):
    """Whoever buys sees what must be done first."""
    there = office(tmp_path, [PLAIN], [INTEGRATED])
    reconciler(there, "apply", "--yes")
    said = reconciler(there, "order", "--yes")
    assert "By hand at the portal" in said.out
    assert "MOB-3" in said.out
    chore = Chore(Address("workplace", "b.keller"), "MOB-3", NOTHING)
    assert order_question(Purchase(meaning=Meaning(manual=(chore,)))).de.endswith("(1 Handgriff am Portal)?")


def test_nothing_to_clean_up_at_a_new_workplace(tmp_path):
    """Who is set up with MagentaEINS has no entries yet, in the cart either."""
    there = office(tmp_path, [], [INTEGRATED])
    assert chores(plan(there)) == []
    there = office(tmp_path / "in-cart", [], [PLAIN])
    reconciler(there, "apply", "--yes")
    wish(there, INTEGRATED)
    assert chores(plan(there)) == []


@pytest.mark.parametrize(("rule", "before", "wished"), [
    ("MOB-3", PLAIN, INTEGRATED), ("PKG-8", PLAIN, TELEPHONY),
])
def test_silenced_with_a_reason(tmp_path, rule, before, wished):
    """Whoever says that it is done, and why, is not told again."""
    there = office(tmp_path, [before], [wished.replace("name: b.keller}", IGNORED % rule)])
    report = plan(there)
    assert chores(report) == []
    assert {rule, "IGN-1"} & {f["rule"] for f in report["findings"]} == set()


def test_a_package_that_is_booked_by_another_route(tmp_path):
    """``cti-tapi`` is told for each workplace that lacks it, by template too, and no longer once the portal has it."""
    template = document("Template", "team", "packages: [cti-tapi]")
    heirs = [seat(name, number, "template: team") for name, number in (("a.first", "21"), ("z.last", "22"))]
    there = office(tmp_path, [PLAIN], [TELEPHONY, template, *heirs])
    report = plan(there)
    assert chores(report) == [(f"workplace/{name}", "PKG-8") for name in ("a.first", "b.keller", "z.last")]
    assert not [o for w in report["waves"] for o in w["orders"] if o.get("item") == "cti-tapi"]
    there = office(tmp_path / "booked", [TELEPHONY], [TELEPHONY])
    report = plan(there)
    assert chores(report) == []
    assert "PKG-8" not in {f["rule"] for f in report["findings"]}


def test_a_plan_file_holds_the_work_by_hand(tmp_path):
    """``show`` tells it too."""
    there = office(tmp_path, [PLAIN], [INTEGRATED])
    reconciler(there, "plan", "--out", "plan.json")
    assert chores(plan(there, "show", "plan.json")) == [("workplace/b.keller", "MOB-3")]


def test_pseudonyms_name_nobody(tmp_path):
    """In what leaves the house the work is told without the name."""
    there = office(tmp_path, [PLAIN], [INTEGRATED])
    said = reconciler(there, "plan", "--output", "markdown").out
    assert "By hand at the portal" in said
    assert "b.keller" not in said
    assert "delete all numbers of parallel ringing" in said
