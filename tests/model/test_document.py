"""Documents as they were written, and paths through them."""

import pytest

from reconciler.model.address import Address
from reconciler.model.document import Document, at, keys


@pytest.mark.parametrize(("content", "address"), [
    ({"kind": "NumberBlock", "metadata": {"name": "bonn"}}, Address("numberblock", "bonn")),
    ({"kind": "Group", "metadata": ["bonn"]}, Address("group", "")),
    ({}, Address("", "")),
])
def test_an_address_is_as_far_as_it_is_written(content: dict[str, object], address: Address) -> None:
    """Of what lacks a kind or a name, these are empty."""
    assert Document("all.yaml", 1, b"", content).address == address


def test_a_path_leads_to_what_is_there() -> None:
    """Key by key, also into a list."""
    content = {"spec": {"number": {"external": "+49228638058"}, "devices": [{"profile": "desk"}]}}
    assert at(content, ("spec", *keys("number.external"))) == "+49228638058"
    assert at(content, ("spec", "devices", 0, "profile")) == "desk"
    assert at(content, ()) is content
