"""Orders, and what makes two of them ask for the same."""

from dataclasses import replace
from datetime import date

import pytest

from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome, content_digest

ANNA = Address("workplace", "anna")
ORDER = Order("o1-1", "cart", "activate", ANNA, body={"group": "bonn", "packages": ["fax"]})


@pytest.mark.parametrize("same", [
    replace(ORDER, ref="o1-2"), replace(ORDER, activation_date=date(2026, 12, 1), binds_until=date(2026, 12, 31)),
    replace(ORDER, body={"packages": ["fax"], "group": "bonn"}), replace(ORDER, expects=3, channel="direct"),
])
def test_the_same_content_has_the_same_digest(same: Order):
    """Reference, chosen days and the order of keys are no content."""
    assert same.digest == ORDER.digest == content_digest(ANNA, "activate", "", ORDER.body)


@pytest.mark.parametrize("other", [
    replace(ORDER, verb="change"), replace(ORDER, address=Address("workplace", "bert")), replace(ORDER, item="fax"),
    replace(ORDER, body={"group": "ulm"}), replace(ORDER, target="o1-9"), replace(ORDER, body={"group": "\ud800"}),
])
def test_other_content_has_another_one(other: Order):
    """Verb, whom, item, values and the position that is meant; whatever a text holds."""
    assert other.digest != ORDER.digest


def test_the_position_that_is_meant_stands_for_the_item():
    """Who changes a position asks for it by its reference."""
    meant = replace(ORDER, verb="change", target="o1-9", item="fax")
    assert meant.digest == content_digest(ANNA, "change", "o1-9", ORDER.body)


def test_outcomes_are_words_of_the_report():
    """They are printed as they are."""
    assert [f"{one}" for one in (Outcome.DONE, Outcome.ALREADY_PRESENT, Outcome.NOT_TRIED)] == [
        "done", "already-present", "not-tried"]
