"""What a wish leaves to the portal: facts, and numbers that are chosen."""


import pytest

from reconciler.model.address import Address
from reconciler.model.resource import Life, Resource, State
from reconciler.stages.wish.settle import Settlement, settle
from tests.engine.values import ANNA, BERT, KINDS, TODAY, resource, workplace

FACTS = {"base": "+49228100", "first": "10", "last": "13", "group": "bonn"}
BLOCK = "numberblock/bonn-1"
THERE = resource(BLOCK, FACTS)


def settled(wishes: list[Resource], portal: list[Resource]) -> Settlement:
    """The wishes on this portal."""
    return settle(State(wishes), State(portal), KINDS, TODAY)


def number(found: Settlement, address: Address = ANNA) -> tuple[str, str]:
    """What somebody gets."""
    resource = found.state.get(address)
    assert resource
    return resource.body.number.external, resource.body.number.internal


def test_auto_keeps_what_the_portal_has():
    """Who has a number keeps it, whatever a name would choose."""
    held = workplace(life=Life(), number={"external": "+4922810013", "internal": "13"})
    assert number(settled([workplace(), THERE], [held, THERE])) == ("+4922810013", "13")


def test_a_new_workplace_gets_a_free_number_of_its_group():
    """The number lies in the block, nobody has it, and the internal one is its extension."""
    held = workplace(BERT, Life(), number={"external": "+4922810010", "internal": "10"})
    external, internal = number(settled([workplace(), THERE], [held, THERE]))
    assert external in {"+4922810011", "+4922810012", "+4922810013"}
    assert internal == external[-2:]


def test_the_choice_hangs_on_the_name_alone():
    """Whoever else is hired, the same person gets the same number while it is free."""
    alone = number(settled([workplace(), THERE], [THERE]))
    both = number(settled([workplace(), workplace(Address("workplace", "zoe")), THERE], [THERE]))
    assert alone == both


def test_a_full_block_is_told_once_for_each():
    """Where no number is free the workplace stays without one, and a rule says why."""
    full = resource(BLOCK, FACTS | {"last": "10"})
    held = workplace(BERT, Life(), number={"external": "+4922810010", "internal": "10"})
    found = settled([workplace(), full], [held, full])
    assert [(b.rule, b.address) for b in found.breaches] == [("NUM-11", ANNA)]


@pytest.mark.parametrize(("written", "rules", "base"), [
    ({}, [], "+49228100"), ({"base": "+49228100"}, [], "+49228100"), ({"base": "+49228200"}, ["FACT-1"], "+49228100"),
])
def test_facts_are_the_portals(written: dict[str, str], rules: list[str], base: str):
    """What is not written is filled in; what is written otherwise is a breach, and the portal's value counts."""
    found = settled([resource(BLOCK, written)], [THERE])
    assert [b.rule for b in found.breaches] == rules
    assert [r.body.base for r in found.state] == [base]
