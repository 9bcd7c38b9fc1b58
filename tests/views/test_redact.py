"""Pseudonyms: what is about people does not leave, and what is equal stays equal."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reconciler.commands.opened import secrets
from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.kind import plain
from reconciler.model.message import Quote, sentence
from reconciler.model.order import Order
from reconciler.model.place import Place
from reconciler.model.report import Head, Report, Secrets
from reconciler.model.resource import State
from reconciler.model.rule import Facts, Rule
from reconciler.model.sections import Findings
from reconciler.model.text import Text
from reconciler.rules import all_rules
from reconciler.stages.judge.check import check
from reconciler.stages.judge.tell import tell
from reconciler.views.pseudonyms import Pseudonyms
from reconciler.views.redact import disguised
from reconciler.views.say import words
from reconciler.views.view import Options
from reconciler.workspace.kit import load_kit
from tests.rules.worlds import world
from tests.views.changes import FIRST, PLANNED
from tests.views.findings import RULES
from tests.views.samples import PLAN, SAMPLES, WHOLE, planned
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


def told_with_pseudonyms(rule: Rule) -> tuple[Facts, Report]:
    """What the bad example of a rule leads to, as strangers may read it."""
    assert rule.bad
    facts, found = world(rule.bad)
    breaches = (*found, *check(facts, all_rules().values()))
    findings = tell(breaches, all_rules(), State(facts.wished), lambda *_: Place("x.yaml", 1, 1))
    personal = secrets(load_kit(), findings)
    return facts, disguised(Report(Head("validate"), (Findings(findings),), secrets=personal), HIDDEN)


def whose(facts: Facts) -> set[str]:
    """Everything in these resources that tells of a person: names, and all texts at personal paths."""
    personal = secrets(load_kit()).personal
    found: set[str] = set()
    for resource in (r for state in (facts.after, facts.before) for r in state.of("workplace").values()):
        found.add(resource.address.name)
        for field in all_kinds()["workplace"].fields:
            if any(field.path == p or field.path.startswith(f"{p}.") for p in personal):
                found |= {v for v in leaves(plain(field.value(resource.body))) if len(v) > len("Bea")}
    there = (resource.address for state in (facts.after, facts.before) for resource in state)
    things = {address.name for address in there if address.kind != "workplace"}
    known = {"magentaeins", "mobile-client", *things}  # the city of a person may be that of a group
    return {value for value in found if not any(value.casefold() in name for name in known)}


def leaves(value: object) -> Iterator[str]:
    """The texts in a plain value."""
    if isinstance(value, dict | list):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from leaves(inside)
    elif isinstance(value, str):
        yield value


BROKEN = [rule for rule in all_rules().values() if rule.bad]


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.id)
def test_a_finding_is_told_with_pseudonyms(rule: Rule) -> None:
    """The whole sentence, with nobody in it: neither a name nor anything that stands at a personal path."""
    facts, report = told_with_pseudonyms(rule)
    told = next(f for f in report.findings if f.rule == rule.id)
    for language in LANGUAGES:
        said = " ".join(part.of(language) for part in (told.message, told.why, told.help))
        assert not [value for value in whose(facts) if value.casefold() in said.casefold()], said
        assert words.WITHHELD.of(language) not in said
        assert told.message.of(language) != rule.title.of(language)
        assert "{" not in said


def test_a_sentence_is_told_with_pseudonyms() -> None:
    """A name is the pseudonym of its address, a value that of its field, a number is cut, what is known stays."""
    text = {rule: told_with_pseudonyms(all_rules()[rule])[1].findings for rule in ("NUM-4", "MOB-2", "G2", "DEV-6")}
    said = {rule: next(f for f in found if f.rule == rule) for rule, found in text.items()}
    names = Pseudonyms(HIDDEN.key, secrets(load_kit()).personal, frozenset())
    assert "+49228638•••" in said["NUM-4"].message.en
    assert names.address(Address("workplace", "b.keller")).name in said["NUM-4"].message.en
    assert names.value("mobileIntegration.mobile", "+491715550100") in said["MOB-2"].message.en
    domain = names.value("login.email", "musterwerk.example")
    assert said["G2"].message.en == f"The login data go to “{domain}”."
    assert "“polycom-vvx-501”" in said["DEV-6"].help.en


def test_what_others_said_is_not_quoted() -> None:
    """A portal's finished sentence may name anybody: only what stands around it is told."""
    names = Pseudonyms(HIDDEN.key, frozenset({"user"}), frozenset())
    finished = sentence("abgelehnt: {why}.", "refused: {why}.", why=Quote(Text("Anna darf nicht.", "Anna may not.")))
    ours = sentence("abgelehnt: {why}.", "refused: {why}.",
                    why=Quote(sentence("{who} ist vergeben.", "{who} is taken.", who=Address("workplace", "anna"))))
    assert names.sentence(finished).en == "refused: …."
    assert names.sentence(ours).en == f"refused: {names.address(Address('workplace', 'anna'))} is taken."
