"""What the examples of the rules do not show of numbers: their space, their form, and who holds one already."""

from dataclasses import replace

import pytest

from reconciler.model.address import Address
from reconciler.model.finding import Severity
from reconciler.model.resource import Life, State
from reconciler.model.rule import Example, Facts
from reconciler.rules._examples import document, together, workplace
from reconciler.stages.judge.check import check
from tests.rules.worlds import RULES, breach, found, named, world


@pytest.mark.parametrize(("number", "more", "expected"), [
    ("5", {}, "INT-1"),
    ("1234567", {}, "INT-1"),
    ("1 2", {}, "INT-1"),
    ("７７", {}, "INT-1"),
    ("1102", {}, "INT-4"),
    ("112", {}, "INT-4"),
    ("78", {}, "INT-2"),
    ("11833", {}, "INT-3"),
    ("118333", {}, ""),
    ("077", {}, ""),
])
def test_one_rule_a_number(number, more, expected):
    """An internal number breaks one rule at most."""
    breaches = found(workplace(number=f'{{internal: "{number}"}}', **more))
    rules = {rule for rule, *_ in breaches if rule.startswith("INT")}
    assert rules == ({expected} if expected else set())


@pytest.mark.parametrize(("more", "expected"), [
    ({}, Severity.WARNING),
    ({"devices": "[{profile: desktop-client-full}]"}, Severity.WARNING),
    ({"devices": "[{profile: tablet-client}]"}, Severity.ERROR),
    ({"mobileIntegration": "{type: mobile-client}"}, Severity.ERROR),
])
def test_911(more, expected):
    """911 is an error exactly where something mobile could dial it."""
    number = '{internal: "911"}'
    assert ("INT-5", "workplace/b.keller", expected) in found(workplace(number=number, **more))


def test_three_holders():
    """Every further holder is told, and names all the others."""
    number = '{external: "+49 228 6380-20"}'
    facts, _ = world(Example(together(*(workplace(f"seat.{n}", number=number) for n in "abc"))))
    told = {named(b): {spot.address.name for spot in b.also} for b in check(facts, RULES) if b.rule == "NUM-4"}
    assert told == {"seat.b": {"seat.a", "seat.c"}, "seat.c": {"seat.a", "seat.b"}}


def with_neighbour(life: Life) -> Facts:
    """The facts of an example, with a workplace of the portal that holds the same number and internal number."""
    facts, _ = world(Example(workplace("a.first", number='{external: "+49 228 6380-20", internal: "20"}')))
    wish = facts.after.of("workplace")["a.first"]
    neighbour = replace(wish, address=Address("workplace", "z.last"), layers=(), life=life)
    return Facts(facts.after.but([neighbour]), State([neighbour]), facts.today, wished=facts.wished)


def test_holder_that_no_manifest_names():
    """The wish is told of a neighbour whom only the portal knows, whoever comes first by name."""
    told = {(b.rule, named(b)) for b in check(with_neighbour(Life()), RULES)}
    assert {("NUM-4", "a.first"), ("INT-8", "a.first")} <= told


def test_holder_that_leaves():
    """A number whose holder's deletion is ordered counts as free."""
    told = {b.rule for b in check(with_neighbour(Life(leaving="o1-x")), RULES)}
    assert not {"NUM-4", "INT-8"} & told


@pytest.mark.parametrize(("number", "expected"), [
    ("+49 228 6380-20", set()),
    ("+49 228 6380-0", set()),
    ("+49 228 6380-205", {"NUM-5"}),
    ("+49 228 6380-2055555555", {"NUM-5"}),
    ("+49 221 987-20", {"NUM-1"}),
    ("+49 228 999-20", {"NUM-1"}),
    ("+43 1 234567", {"NUM-1"}),
    ("+49 228 999-123456789", {"NUM-2"}),
])
def test_number_space(number, expected):
    """Outside the group's blocks is NUM-1, longer than the block NUM-5, too long for the network NUM-2."""
    told = {rule for rule, *_ in found(workplace(number=f'{{external: "{number}", internal: "20"}}'))}
    assert {rule for rule in told if rule.startswith("NUM")} == expected


def test_number_of_another_group():
    """The advice names the group to which the number belongs."""
    wrong = breach("NUM-1", workplace(number='{external: "+49 221 987-20", internal: "20"}'))
    assert wrong.help
    assert "koeln" in wrong.help.de


def test_no_blocks_known():
    """Without a single block nothing is said about the number space."""
    alone = together(document("Company", "neu"), document("Group", "bonn"), document("BlockingProfile", "standard"),
                     workplace(number='{external: "+49 228 999-20", internal: "20"}'))
    assert not [rule for rule, *_ in found(alone) if rule.startswith("NUM")]


def test_extension_beyond_the_network():
    """A block that is extended further than numbers may be long is told at the block."""
    block = document("NumberBlock", "bonn-6380", base='"+492286380"', first='"00"', last='"99"', group="bonn",
                     extendedBy='"4"')
    assert ("NUM-2", "numberblock/bonn-6380", "error") in found(block)
