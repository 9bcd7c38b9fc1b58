"""Which profile a resource names, which takes effect, and from whom."""

import pytest

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff, FieldChange
from reconciler.model.profiles import Profiles
from reconciler.model.resource import Resource, State
from tests.engine.values import KINDS, resource

PROFILES = Profiles.of(KINDS)


LOCKED = resource("blockingprofile/locked", {"outgoing": ["+49900"], "incoming": ["+49137"]})
COMPANY, BARE = (resource("company/acme", spec) for spec in ({"defaultBlockingProfile": "standard"}, {}))
BONN, ULM = resource("group/bonn", {"blockingProfile": "locked"}), resource("group/ulm")


def test_who_names_a_profile():
    """By the marks: the company its default, and nobody that is ours alone; a workplace has the rest from above."""
    assert {kind: leaf.path for kind, leaf in PROFILES.leaves.items()} == {
        "company": "defaultBlockingProfile", "group": "blockingProfile", "template": "blockingProfile",
        "workplace": "blockingProfile"}
    above = {kind: [(level.kind, level.by and level.by.path) for level in levels]
             for kind, levels in PROFILES.above.items()}
    company = [("company", None)]
    assert above == {"workplace": [("template", "template"), ("group", "group"), *company],
                     "template": [("group", "group"), *company], "group": company, "company": []}
    assert (PROFILES.kind, PROFILES.heirs) == ("blockingprofile", frozenset({"workplace"}))
    assert PROFILES.moving == {"group", "department"}


@pytest.mark.parametrize(("one", "company", "found"), [
    (resource("workplace/anna", {"blockingProfile": "own"}), COMPANY, "own"),
    (resource("workplace/anna", {"group": "bonn"}), COMPANY, "standard"),
    (resource("workplace/anna", {"group": "bonn"}), BARE, "system"),
    (resource("template/sales", {"group": "bonn"}), COMPANY, "locked"),
    (resource("template/sales", {"group": "ulm"}), COMPANY, "standard"),
    (resource("template/sales", {"group": "gone"}), COMPANY, "standard"),
    (resource("template/sales"), BARE, "system"),
    (BONN, COMPANY, "locked"), (ULM, COMPANY, "standard"), (ULM, BARE, "system"), (BARE, BARE, "system"),
])
def test_what_takes_effect(one: Resource, company: Resource, found: str):
    """What is named; else a template's group's, the company's, the system's. A workplace says what its group gives."""
    assert PROFILES.in_effect(one, State([company, BONN, ULM])) == found


def test_what_is_blocked():
    """The ranges of a direction; nothing by the system's profile, or one that nobody has."""
    state = State([LOCKED])
    assert PROFILES.ranges("locked", "outgoing", state) == ("+49900",)
    assert PROFILES.ranges("locked", "forwarded", state) == PROFILES.ranges("system", "outgoing", state) == ()


def test_who_follows_a_switch():
    """Of those that name another profile the strongest: a template before a group, the company last."""
    switch = {address: Change(address, Action.UPDATE, "differs", (FieldChange(path, "a", "b"),)) for address, path in (
        (Address("template", "sales"), "blockingProfile"), (Address("group", "bonn"), "blockingProfile"),
        (Address("company", "acme"), "defaultBlockingProfile"), (Address("group", "ulm"), "timeZone"),
        (Address("workplace", "anna"), "blockingProfile"))}
    switched = PROFILES.switching(Diff(tuple(switch.values()), State(), State()))
    assert sorted(map(str, switched)) == ["company/acme", "group/bonn", "template/sales"]
    for spec, cause in (({"template": "sales", "group": "bonn"}, "template/sales"),
                        ({"template": "other", "group": "bonn"}, "group/bonn"), ({"group": "ulm"}, "company/acme")):
        assert str(PROFILES.followed(resource("workplace/anna", spec), switched)) == cause
    assert PROFILES.followed(resource("workplace/anna", {"group": "ulm"}), {Address("group", "bonn")}) is None
