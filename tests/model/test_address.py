"""Addresses, as they are written and read back."""

import pytest

from reconciler.model.address import Address


@pytest.mark.parametrize(("text", "address"), [
    ("workplace/anna.schmidt", Address("workplace", "anna.schmidt")),
    ("group/bonn/süd", Address("group", "bonn/süd")),
    ("group/", Address("group", "")),
])
def test_an_address_is_read_back(text: str, address: Address):
    """The kind ends at the first stroke; a name may hold more of them."""
    assert Address.parse(text) == address
    assert str(address) == text


def test_what_has_no_stroke_is_a_kind_alone():
    """A text that is no address names nothing."""
    assert Address.parse("workplace") == Address("workplace", "")


def test_the_order_of_addresses():
    """By kind, then by name."""
    found = sorted(map(Address.parse, ("workplace/a", "group/b", "group/a")))
    assert list(map(str, found)) == ["group/a", "group/b", "workplace/a"]
