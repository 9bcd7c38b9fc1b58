"""Pseudonyms: what is about people does not leave, and what is equal stays equal."""

from dataclasses import replace

import pytest

from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.model.report import Secrets
from reconciler.views.redact import disguised
from reconciler.views.view import Options
from tests.views.samples import FIRST, PLAN, PLANNED, RULES, SAMPLES, WHOLE, planned
from tests.views.shown import DETAILS, LANGUAGES, VIEWS

PEOPLE = ("anna", "schmidt", "maier", "lohmann", "lang", "wiese", "koch", "vogel", "1701234567", "2286380058",
          "6380-58", "lager.", "fremder", "b.neu")
HIDDEN = Options(redact="pseudonym", key=b"secret")


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_no_person_is_named(sample: str, view: str, language: str, detail: str) -> None:
    """Not in an address, a field, a body, a sentence or a line of a file."""
    text = VIEWS[view].render(SAMPLES[sample], replace(HIDDEN, language=language, detail=detail)).lower()
    text = text.replace("manifests/lager.yaml", "").replace('"language"', "")
    assert [name for name in PEOPLE if name in text] == []


def test_the_plain_report_is_the_report() -> None:
    """Without a wish for pseudonyms nothing is touched."""
    assert disguised(PLAN, Options()) is PLAN


def test_equal_values_have_equal_pseudonyms_and_other_keys_other_ones() -> None:
    """A reader sees that two are the same; who does not have the key cannot try names."""
    once, again = disguised(PLAN, HIDDEN), disguised(PLAN, HIDDEN)
    other = disguised(PLAN, replace(HIDDEN, key=b"else"))
    assert once == again
    assert once.plan and other.plan
    assert once.plan.changes[0].address == once.plan.waves[0].orders[2].address
    assert once.plan.changes[0].address != other.plan.changes[0].address
    assert once.plan.changes[5].address == Address("group", "bonn")


def test_values_are_masked_by_their_fields() -> None:
    """Personal fields become pseudonyms, other telephone numbers lose their last digits, the rest stays."""
    plan = disguised(PLAN, HIDDEN).plan
    assert plan
    body = plan.waves[0].orders[2].body
    assert body["number"] == {"external": "+492286380•••", "internal": "58"}
    assert body["login"]["mobile"].startswith("v-")
    assert body["user"]["lastName"].startswith("v-")
    assert (body["group"], body["packages"]) == ("bonn", ["conference-plus"])
    assert plan.waves[0].orders[5].body["user.lastName"].startswith("v-")


def test_a_booked_item_is_masked_by_its_own_name() -> None:
    """The body of a booking has no path of its own."""
    order = Order("o1-x", "cart", "book", Address("workplace", "x"), item="mobileIntegration",
                  body={"value": {"type": "magentaeins", "mobile": "+491701234567", "shared": True}})
    report = planned(replace(WHOLE, plan=replace(PLANNED, waves=(replace(FIRST, orders=(order,)),))))
    shown = disguised(report, HIDDEN).plan
    assert shown
    value = shown.waves[0].orders[0].body["value"]
    assert value["mobile"].startswith("v-")
    assert value["shared"] is True


def test_a_rule_speaks_in_general() -> None:
    """Its title stands for the sentence; a way out with somebody's value in it is left out."""
    findings = disguised(SAMPLES["validate"], HIDDEN).findings
    assert findings[1].message == RULES["INT-4"].title
    assert findings[1].help.en == "choose another internal number"
    assert findings[0].help.en == ""


def test_without_a_known_rule_the_sentence_is_withheld() -> None:
    """Better silent than sorry."""
    shown = disguised(replace(SAMPLES["validate"], secrets=Secrets()), HIDDEN).findings[0]
    assert "personal data" in shown.message.en


def test_where_nobody_said_what_is_personal_everything_is() -> None:
    """A report without that knowledge, as from an old file, shows no value at all."""
    plan = disguised(replace(PLAN, secrets=Secrets()), HIDDEN).plan
    assert plan
    assert str(plan.changes[5].fields[0].after).startswith("v-")
