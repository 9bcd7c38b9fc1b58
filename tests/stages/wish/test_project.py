"""The projected state: what is active, with every open position laid over it."""

from reconciler.model.address import Address
from reconciler.model.position import Position
from reconciler.model.resource import Life
from reconciler.stages.wish.project import project
from tests.engine.values import ANNA, BERT, KINDS, SOON, TODAY, observed, workplace

THERE = workplace(life=Life("active", booked={"assistant": SOON}), packages=["assistant"])


def test_what_lies_in_the_cart_counts_as_present():
    """A workplace in the cart stands there with that life, and with its own activation date."""
    position = Position("p", BERT, "activate", body={"group": "bonn", "packages": ["assistant"]}, activation_date=SOON)
    there = project(observed(THERE, positions=(position,)), KINDS)
    assert there.of("workplace").keys() == {"anna", "bert"}
    assert there.of("workplace")["bert"].life == Life("in-cart", SOON, {"assistant": SOON}, ref="p")


def test_who_will_be_deleted_is_there_until_then():
    """A deletion marks the workplace as leaving: it holds its number still."""
    there = project(observed(THERE, positions=(Position("p", ANNA, "delete", state="ordered"),)), KINDS)
    life = there.of("workplace")["anna"].life
    assert life
    assert life.leaving == "p"


def test_items_are_booked_and_cancelled():
    """What a position books is there since its order; what one cancels is there no longer."""
    positions = (Position("a", ANNA, "book", "group-function", state="ordered", ordered_on=TODAY),
                 Position("b", ANNA, "cancel", "assistant"))
    found = project(observed(THERE, positions=positions), KINDS).of("workplace")["anna"]
    assert found.body.packages == ("group-function",)
    assert found.life
    assert found.life.booked == {"group-function": TODAY}


def test_what_is_closed_or_of_no_kind_changes_nothing():
    """Positions that were carried out or rejected, and those of kinds that nobody knows, are history."""
    positions = (Position("a", ANNA, "delete", state="rejected"), Position("b", Address("fax", "old"), "activate"))
    assert project(observed(THERE, positions=positions), KINDS).of("workplace")["anna"] == THERE
