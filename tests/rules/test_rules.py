"""Every rule that the registry finds: its texts, its examples, its manners."""

import re
from pathlib import Path
from string import Formatter

import pytest

import reconciler.rules
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Message, spoken
from reconciler.model.rule import Example, Rule
from reconciler.model.text import Text
from reconciler.registry import load
from reconciler.rules import all_rules
from reconciler.stages.judge.check import check
from tests.rules.worlds import world

RULES = list(all_rules().values())
CHECKED = [rule for rule in RULES if rule.each or rule.whole or rule.change]
EXPLAINED = [rule for rule in RULES if rule not in CHECKED]


def by_id(rules: list[Rule]) -> pytest.MarkDecorator:
    """The rules as parameters of a test, shown by their ids."""
    return pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.id)


def breaches(example: Example | None) -> tuple[Breach, ...]:
    """All that is wrong with an example, whoever finds it."""
    assert example
    facts, found = world(example)
    return (*found, *check(facts, RULES))


def severity(breach: Breach) -> Severity:
    """How severe a breach is."""
    return breach.severity or all_rules()[breach.rule].severity


def placeholders(*texts: Text) -> set[str]:
    """The names of the values that these sentences want, in either language."""
    return {name for text in texts for line in text for _, name, _, _ in Formatter().parse(line) if name is not None}


def documented(rule: Rule) -> set[str]:
    """The values that the file of a rule says it has."""
    home = Path(reconciler.rules.__file__).parent
    text = (home / f"{rule.id.lower().replace('-', '_')}.py").read_text(encoding="utf-8").split('"""')[1]
    listed = re.search(r"Values:\s+([a-z, \n]+)\.", text)
    return set(re.findall(r"[a-z]+", listed.group(1))) if listed else set()


def test_one_file_a_rule():
    """Ids are unique, and each file bears the name of its rule."""
    home = Path(reconciler.rules.__file__).parent
    files = {path.stem for path in home.glob("[!_]*.py")}
    ids = [rule.id for rule in load("reconciler.rules", "RULE")]
    assert len(ids) == len(set(ids))
    assert {rule.lower().replace("-", "_") for rule in ids} == files


def test_natural_order():
    """INT-2 stands before INT-10 would, and NUM-9 before NUM-10."""
    ids = [rule.id for rule in RULES]
    assert ids.index("NUM-9") < ids.index("NUM-10") < ids.index("NUM-11")
    assert ids.index("YAML-2") < ids.index("YAML-11")


@by_id(RULES)
def test_both_languages(rule: Rule):
    """Every text is there in German and in English, and the two are not the same words by mistake."""
    for text in (rule.title, rule.message, rule.why, rule.fix, rule.source):
        assert text.de.strip()
        assert text.en.strip()
    assert rule.why.de != rule.why.en
    assert not placeholders(rule.title, rule.source)


@by_id(RULES)
def test_sentences(rule: Rule):
    """Titles have no full stop, sentences end in one or in a value, and address the thing, not the person."""
    for line in rule.title:
        assert not line.endswith(".")
    for text in (rule.message, rule.why):
        assert all(line.endswith(".") for line in text)
    german = (rule.title.de, rule.message.de, rule.why.de, rule.fix.de)
    assert not any(re.search(r"\b(Sie|Ihr|Ihre|Ihnen|du|dein)\b", line) for line in german)


@by_id(RULES)
def test_values_are_documented(rule: Rule):
    """The sentences of a rule want no value that its file does not name."""
    assert placeholders(rule.message, rule.why, rule.fix) <= documented(rule)


@by_id(RULES)
def test_one_way_to_check(rule: Rule):
    """A rule looks at each, the whole, changes or nothing; the portal takes no changes, and a yes is never silent."""
    assert sum(map(bool, (rule.each, rule.whole, rule.change))) <= 1
    assert not rule.portal or rule.each or rule.whole
    assert not rule.asks or (rule.severity is Severity.WARNING and not rule.silenceable)


@by_id(EXPLAINED)
def test_explained_rules_have_no_examples(rule: Rule):
    """What another stage reports has its examples there."""
    assert rule.bad is None
    assert rule.good is None


@by_id(CHECKED)
def test_bad_example(rule: Rule):
    """The bad example breaks this rule and, beside warnings, no other."""
    found = breaches(rule.bad)
    assert rule.id in {breach.rule for breach in found}
    assert {b.rule for b in found if severity(b) is Severity.ERROR} <= {rule.id}


@by_id(CHECKED)
def test_good_example(rule: Rule):
    """The good example keeps this rule and breaks no other one badly."""
    found = breaches(rule.good)
    assert rule.id not in {breach.rule for breach in found}
    assert not [breach for breach in found if severity(breach) is Severity.ERROR]


@by_id(CHECKED)
def test_sentences_can_be_filled(rule: Rule):
    """A breach brings exactly the values that are documented, and none of them is empty."""
    for breach in (b for b in breaches(rule.bad) if b.rule == rule.id):
        assert set(breach.values) == documented(rule)
        for text in (rule.message, rule.why, rule.fix):
            filled = Message(text, breach.values)
            assert "{" not in filled.de + filled.en
        assert all(spoken(value, language) for value in breach.values.values() for language in ("de", "en"))


@by_id(CHECKED)
def test_advice_needs_no_values(rule: Rule):
    """Advice of a breach has its values already: nothing in it is filled in afterwards."""
    for advice in (b.help for b in breaches(rule.bad) if b.help):
        assert "{" not in advice.de + advice.en


def test_base_company_is_faultless():
    """The company under all examples breaks no rule, not even as a hint."""
    assert breaches(Example("")) == ()
