"""States, which never change, and layers, which know where a value was written."""

import pytest

from reconciler.model.address import Address
from reconciler.model.document import Document, Path
from reconciler.model.resource import Layer, Resource, State


def resource(kind: str, name: str, body: object = None) -> Resource:
    """Something with a body that may be told apart."""
    return Resource(Address(kind, name), body)


A, B, G = resource("workplace", "a"), resource("workplace", "b"), resource("group", "g")


def test_a_state_is_in_order_of_kinds_and_names():
    """However it was put together; of two with one address the last one counts."""
    state = State([B, G, A, resource("workplace", "a", 1)])
    assert [str(r.address) for r in state] == ["group/g", "workplace/a", "workplace/b"]
    assert len(state) == 3
    assert A.address in state
    found = state.get(A.address)
    assert found
    assert found.body == 1


def test_another_state_leaves_the_first_one_alone():
    """With some put in or replaced, and others left out, in the same order as if it were made anew."""
    first = State([B, G])
    other = first.but([A, resource("group", "g", 2)], without=[B.address])
    assert [(str(r.address), r.body) for r in other] == [("group/g", 2), ("workplace/a", None)]
    assert [*first] == [G, B]
    assert [*first.but(without=[G.address, B.address])] == []


DOCUMENT = Document("x.yaml", 1, b"", {"kind": "Company", "spec": {
    "defaultGroup": "bonn", "lines": [{"name": "one"}], "workplace": {"timeZone": "Europe/Vienna"}}})


@pytest.mark.parametrize(("layer", "path", "found"), [
    (Layer(DOCUMENT), ("lines", 0, "name"), ("spec", "lines", 0, "name")),
    (Layer(DOCUMENT), ("lines", 1), None),
    (Layer(DOCUMENT), ("group",), None),
    (Layer(DOCUMENT, names={"group": "defaultGroup"}), ("group",), ("spec", "defaultGroup")),
    (Layer(DOCUMENT, names={"group": "defaultGroup"}), ("lines",), None),
    (Layer(DOCUMENT, ("spec", "workplace")), ("timeZone",), ("spec", "workplace", "timeZone")),
])
def test_where_a_layer_holds_a_path(layer: Layer, path: Path, found: Path | None):
    """Under its own name for the key, and only what it gives."""
    assert layer.find(path) == found


def test_what_was_found_in_a_state_is_kept_with_it():
    """Once for each question; a state made from it is asked anew."""
    asked: list[tuple[str, ...]] = []

    def count(state: State, *by: str) -> int:
        asked.append(by)
        return sum(len(state.of(kind)) for kind in by)

    state = State([resource("group", "bonn")])
    more = state.but([resource("group", "ulm")])
    assert [s.index(count, *by) for s in (state, more) for by in (("group",), ("group",), ())] == [1, 1, 0, 2, 2, 0]
    assert asked == [("group",), (), ("group",), ()]
