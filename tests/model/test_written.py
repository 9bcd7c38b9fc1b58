"""What documents say of a field, before anything is filled in."""

from reconciler.model.address import Address
from reconciler.model.document import Document
from reconciler.model.resource import Layer, Resource
from reconciler.model.written import AUTO, written


def test_the_strongest_layer_counts():
    """Then the next one; nothing where nobody says any."""
    own = Document("a.yaml", 1, b"", {"spec": {"number": {"external": AUTO}}})
    above = Document("b.yaml", 1, b"", {"spec": {"number": {"external": "1", "internal": "10"}}})
    resource = Resource(Address("workplace", "anna"), None, (Layer(own), Layer(above)))
    leaves = ("external", "internal", "nomadicUse")
    assert [written(resource, f"number.{leaf}") for leaf in leaves] == [AUTO, "10", None]
