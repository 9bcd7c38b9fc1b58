"""What an order waits for: the rule, the day and the words."""

from dataclasses import replace
from datetime import date

import pytest

from reconciler.model import waits
from reconciler.model.address import Address
from reconciler.model.marks import Allows, AvailableFrom, Fixed, Paired, Term
from reconciler.model.order import Wait
from reconciler.model.step import Step

DAY, ANNA = date(2026, 12, 1), Address("workplace", "anna")


@pytest.mark.parametrize(("wait", "rule", "until", "said"), [
    (waits.term(Term(30, "TERM-2"), "fax", DAY), "TERM-2", date(2026, 12, 31),
     "fax: minimum term of 30 days since 2026-12-01"),
    (waits.active(DAY), "ACTIVE", DAY, "ordered but not yet active; can be changed from 2026-12-01 on"),
    (waits.available(AvailableFrom("NUM-3"), "+4922863800", DAY), "NUM-3", DAY,
     "number +4922863800 is available from 2026-12-01 on only"),
    (waits.carried_out(ANNA, "delete", DAY), "SEQ-1", DAY,
     "only after the deletion of workplace/anna was carried out"),
    (waits.sent_before(ANNA, "update", DAY), "SEQ-1", DAY, "only after the change of workplace/anna"),
    (waits.made_anew(ANNA, DAY), "SEQ-1", date(2026, 11, 30),
     "only shortly before workplace/anna is set up anew on 2026-12-01"),
    (waits.together(DAY), "SEQ-1", DAY, "only together with the other steps of the swap"),
    (waits.not_alone(Paired(("assistant",), "PKG-1"), "assistant", ANNA, DAY), "PKG-1", DAY,
     "assistant only together with workplace/anna, not alone"),
    (waits.no_room(Allows("workplace", "QUOTA-1"), 34, ANNA, "delete", DAY), "QUOTA-1", DAY,
     "only with the deletion of workplace/anna; until then the quota of 34 is used up"),
])
def test_waits(wait: Wait, rule: str, until: date, said: str):
    """Each names the rule that says so, the day on which it is over, and why."""
    assert (wait.rule, wait.until, wait.message.en) == (rule, until, said)


def test_what_nobody_has_bought():
    """The same wait, and the command that ends it; what others put there waits for them."""
    wait = waits.carried_out(ANNA, "delete", DAY)
    found = waits.not_bought(wait)
    assert found._replace(message=wait.message) == wait
    assert found.message.en == f"{wait.message.en}; it lies in the cart, not ordered (reconciler order)"
    theirs = Step(ANNA, "cart", "delete")
    message, help_ = waits.unbought(theirs)
    assert message.en == f"waits for the deletion of {ANNA}, which others put into the cart, not ordered"
    assert help_.en.startswith("find out at the portal who wanted that")
    message, _ = waits.unbought(replace(theirs, verb="activate"), "+4922863800")
    assert message.en.startswith(f"+4922863800 is needed for the activation of {ANNA}, which others put into the cart")


@pytest.mark.parametrize(("fixed", "said"), [
    ("metadata.name", "a user name cannot be changed (X-1); out of reach from the deletion until then"),
    ("group", "the group cannot be changed (X-1); out of reach from the deletion until then"),
    ("base", "base cannot be changed (X-1); out of reach from the deletion until then"),
])
def test_why_something_is_replaced(fixed: str, said: str):
    """What cannot change, in words where there are some, and what that means for the person."""
    assert waits.replaced([(fixed, Fixed("X-1"))]).en == said


def test_deeds_in_words():
    """What is done, to which item and for whom."""
    assert waits.step("delete").de == "Löschung"
    assert waits.step("book", "assistant").en == "booking of assistant"
    assert waits.of_whom("book", "assistant", ANNA).de == "Buchung von assistant für workplace/anna"
    assert waits.of_whom("delete", "", ANNA).en == "deletion of workplace/anna"
