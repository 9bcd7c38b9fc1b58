"""What could not be read has no value; what stands beside it has."""

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.resource import Resource
from reconciler.model.unread import Unread, hidden, is_hidden, readable, veiled

KINDS = all_kinds()
SEAT = KINDS["workplace"].read({"group": "bonn", "login": {"email": "a@b.example"}, "packages": ["assistant"]})
BLOCK = KINDS["numberblock"].read({"base": "+4922863", "first": "00", "last": "99"})
WRITTEN = {"group": "bonn", "login": {"email": "a@b.example", "moble": "1"}, "packages": ["assistant"]}


@pytest.mark.parametrize(("path", "fields"), [
    (("group",), [("group",)]),
    (("packages", 1), [("packages",)]),
    (("number", "nomadicUse", "restrictedT"), [("number", "nomadicUse")]),
    (("login", "moble"), [("login", "mobile"), ("login", "withoutMobile")]),
    ((), [()]),
])
def test_what_is_wrong_leaves_open_what_may_be_meant(path: Path, fields: list[Path]):
    """The field itself, a list as a whole, and for a key that is none those beside it that are not written."""
    assert list(hidden(SEAT, path, WRITTEN)) == fields


def test_a_hidden_field_has_no_value():
    """Whoever asks for it stops; all else is as it was, inside of a section too."""
    partly = veiled(SEAT, [("login", "mobile"), ("packages",)])
    assert (partly.group, partly.login.email) == ("bonn", "a@b.example")
    for section, name in ((partly.login, "mobile"), (partly, "packages"), (veiled(SEAT, [()]), "group")):
        with pytest.raises(Unread):
            getattr(section, name)


def test_what_is_worked_out_of_a_hidden_field_has_no_value_either():
    """A block without its base is none that anybody knows."""
    with pytest.raises(Unread):
        _ = veiled(BLOCK, [("base",)]).block
    assert veiled(BLOCK, [("group",)]).block == BLOCK.block


def test_who_cannot_be_read_is_passed_over():
    """The others are told with what was found."""
    seats = [Resource(Address("workplace", name), body) for name, body in
             (("anna", SEAT), ("ben", veiled(SEAT, [("group",)])))]
    assert [(r.address.name, group) for r, group in readable(seats, lambda r: r.body.group)] == [("anna", "bonn")]


def test_a_breach_of_what_is_hidden_is_an_echo():
    """So is one of what is inside of it."""
    anna = Address("workplace", "anna")
    unread = {(anna, ("login",))}
    assert is_hidden(Breach("X", anna, ("login", "email")), unread)
    assert not is_hidden(Breach("X", anna, ("user",)), unread)
