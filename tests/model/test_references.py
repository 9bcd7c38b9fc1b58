"""What bodies refer to and claim, kind by kind."""

from typing import Any

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.marks import Cart
from reconciler.model.references import Claim, Reference, claims, references, refers_to, satisfied, target
from reconciler.model.resource import State
from tests.portal.company import settings

KINDS = all_kinds()
STATE = State(settings())
GROUP = Reference("group", "group", "bonn")


@pytest.mark.parametrize(
    ("kind", "spec", "expected"),
    [
        ("workplace", {}, []),
        ("group", {}, []),
        ("group", {"blockingProfile": "system"}, []),
        ("group", {"blockingProfile": "x"}, [Reference("blockingProfile", "blockingprofile", "x")]),
        ("template", {"group": "bonn"}, [GROUP]),
        ("company", {"defaultGroup": "bonn"}, [Reference("defaultGroup", "group", "bonn")]),
        (
            "workplace",
            {"group": "bonn", "department": "sales", "number": {"external": "+49228638010"}},
            [GROUP, Reference("department", "group", "bonn", ("departments", "sales")),
             Reference("number.external", "numberblock", number="+49228638010", span="block")],
        ),
        (
            "workplace",
            {"department": "sales", "number": {"external": "+49228638010"},
             "packages": ["assistant", "call-analytics"]},
            [Reference("department", "group", "", ("departments", "sales")),
             Reference("number.external", "numberblock", number="+49228638010", span="block"),
             Reference("packages", "company", element=("packages", "call-analytics-basic"))],
        ),
    ],
)
def test_references(kind: str, spec: dict[str, Any], expected: list[Reference]) -> None:
    """Names, elements, numbers and needs; absent and automatic values and builtin names refer to nothing."""
    assert references(KINDS[kind], KINDS[kind].read(spec)) == tuple(expected)


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        (GROUP, "group/bonn"),
        (Reference("group", "group", "ulm"), None),
        (Reference("department", "group", "bonn", ("departments", "sales")), "group/bonn"),
        (Reference("department", "group", "bonn", ("departments", "x")), None),
        (Reference("department", "group", "", ("departments", "sales")), None),
        (Reference("packages", "company", element=("packages", "call-analytics-basic")), "company/acme"),
        (Reference("packages", "company", element=("packages", "x")), None),
        (Reference("number.external", "numberblock", number="+49228638010", span="block"), "numberblock/old"),
        (Reference("number.external", "numberblock", number="+492286380100", span="block"), None),
        (Reference("number.external", "numberblock", number="auto", span="block"), None),
    ],
)
def test_targets(reference: Reference, found: str | None) -> None:
    """A reference is satisfied by exactly one resource, or by none."""
    assert target(reference, STATE) == (found and next(r.address for r in STATE if str(r.address) == found))
    assert satisfied(reference, STATE) is (found is not None)


def test_claims() -> None:
    """Unique values that are chosen; ``auto`` claims nothing."""
    kind = KINDS["workplace"]
    body = kind.read({"number": {"external": "+49228638010", "internal": "10"}})
    wanted = (Claim("number.external", "number", "+49228638010"), Claim("number.internal", "internal", "10"))
    assert claims(kind, body) == wanted
    assert claims(kind, kind.read({"number": {"internal": "10"}})) == wanted[1:]
    assert claims(KINDS["group"], KINDS["group"].read({})) == ()


def test_nothing_refers_to_what_is_ordered() -> None:
    """The portal keeps what others may refer to in memory; that must never be a kind of the cart."""
    carted = [kind.key for kind in KINDS.values() if kind.mark(Cart)]
    assert carted == ["workplace"]
    assert not [kind for kind in KINDS.values() for key in carted if refers_to(kind, key)]
