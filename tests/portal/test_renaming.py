"""The portal's side of a rename: one order, one name, and all that refers to it follows at once."""

import pytest

from reconciler.model.address import Address
from reconciler.model.order import Order
from tests.engine.dsl import portal, queued
from tests.engine.engine import KIT, TODAY
from tests.engine.oracle import wrong
from tests.engine.worlds import LOCKED, company, seat, template

ANNA = seat("anna.adler", "10", "20", "department: innen", "blockingProfile: standard")
EMIL = seat("emil.ernst", "11", "21", "department: innen", "blockingProfile: standard")
HELD = company(ANNA, LOCKED, template())
NAME = "metadata.name"
REFUSED = (
    ("workplace/anna.adler", {NAME: "anna.ammer"}, "USERNAME-5"), ("company/acme", {NAME: "other"}, "FACT-1"),
    ("group/bonn", {NAME: "koeln"}, "REF-1"), ("group/bonn", {NAME: "bonn"}, "REF-1"),
    ("group/bonn", {NAME: " "}, "FORM-9"), ("blockingprofile/standard", {NAME: "system"}, "BLOCK-5"),
    ("group/bonn", {NAME: "a/b"}, "FORM-9"), ("group/bonn", {NAME: 5}, "FORM-2"),
    ("group/bonn", {"departments.innen.name": None}, "FORM-2"), ("group/nowhere", {NAME: "here"}, "REF-1"),
    ("group/bonn", {NAME: "honnef", "displayName": "Honnef"}, "FORM-2"),
    ("group/bonn", {"departments.innen.name": "aussen"}, "DEPT-1"),
    ("group/bonn", {"departments.innen.name": ""}, "DEPT-1"),
    ("group/bonn", {"departments.nobody.name": "x"}, "DEPT-1"),
    ("group/bonn", {"departments.innen.name": "x", NAME: "honnef"}, "FORM-2"),
    ("blockingprofile/standard", {NAME: "system"}, "BLOCK-5"),
)


@pytest.mark.parametrize(("address", "body", "rule"), REFUSED)
def test_refused(address: str, body: dict[str, str], rule: str):
    """A name that is taken, empty, unknown or not free to be changed; and a rename that would do more than that."""
    there = portal(HELD)
    before = there.observe()
    receipt = there.execute(Order("1", "direct", "update", Address(*address.split("/")), body=body), there.acquire("x"))
    assert (receipt.outcome, receipt.rule) == ("rejected", rule)
    assert (there.observe().revision, list(there.observe().state)) == (before.revision, list(before.state))


def test_no_second_profile_of_the_system():
    """The portal makes no profile of the name of its own one, either."""
    there = portal(HELD)
    order = Order("1", "direct", "create", Address("blockingprofile", "system"), body={"outgoing": ["+49900"]})
    receipt = there.execute(order, there.acquire("x"))
    assert (receipt.outcome, receipt.rule) == ("rejected", "BLOCK-5")


FOLLOWED = (
    ("group/bonn", {NAME: "honnef"}, "group", "honnef"),
    ("blockingprofile/standard", {NAME: "basis"}, "blockingProfile", "basis"),
    ("group/bonn", {"departments.innen.name": "drinnen"}, "department", "drinnen"),
)


@pytest.mark.parametrize("bought", [False, True])
@pytest.mark.parametrize(("address", "body", "path", "name"), FOLLOWED)
def test_everything_follows(address: str, body: dict[str, str], path: str, name: str, bought: bool):
    """What is active and what lies in the cart or is ordered; its number, its day and its reference stay."""
    there = queued(portal(HELD), company(ANNA, EMIL, LOCKED, template()), bought=bought)
    (before,) = there.positions()
    order = Order("1", "direct", "update", Address(*address.split("/")), body=body)
    assert there.execute(order, there.acquire("x")).outcome == "done"
    found = there.observe()
    (position,) = found.positions
    assert not wrong(found)
    active = KIT.kinds["workplace"].plain(found.state.of("workplace")["anna.adler"].body)
    assert (position.body[path], active[path]) == (name, name)
    assert (position.ref, position.body["number"], position.state) == (before.ref, before.body["number"], before.state)
    there.advance(TODAY.replace(month=12))
    assert [p.state for p in there.positions()] == (["done"] if bought else ["in-cart"])


def test_departments_change_names_among_themselves():
    """All names of one list in one order, even crosswise; nobody sits in the wrong one."""
    there = portal(HELD)
    body = {"departments.innen.name": "aussen", "departments.aussen.name": "innen"}
    order = Order("1", "direct", "update", Address("group", "bonn"), body=body)
    assert there.execute(order, there.acquire("x")).outcome == "done"
    assert there.observe().state.of("workplace")["anna.adler"].body.department == "aussen"
    assert not wrong(there.observe())
