"""The parts of one change, in an order that the portal's rules allow."""

import pytest

from reconciler.model.resource import Resource
from tests.engine.worlds import ANNA, LEADER, MAGENTA, company, seat
from tests.stages.order.plans import agenda

BOTH = MAGENTA.replace("profile: mobile-client", "profile: leader") + ", packages: [assistant]"
HERE = "department: innen"


def breaks(resource: Resource) -> frozenset[str]:
    """A desk telephone of the leader needs the package, and MagentaEINS a longer internal number."""
    body, found = resource.body, set()
    if any(device.profile == "leader" for device in getattr(body, "devices", ())) and "assistant" not in body.packages:
        found.add("DEVICE")
    if getattr(body, "mobile_integration", None) and len(body.number.internal) < 3:
        found.add("NUMBER")
    return frozenset(found)


@pytest.mark.parametrize(("wish", "parts"), [
    (seat("anna.adler", "10", "10", HERE, LEADER), ["book assistant 2", "devices 3"]),
    (seat("anna.adler", "10", "210", HERE, MAGENTA),
     ["number.internal,devices 1", "book mobileIntegration 2", "directoryMobile 0"]),
    (seat("anna.adler", "10", "210", HERE, BOTH),
     ["number.internal 1", "book mobileIntegration 2", "book assistant 2", "devices 3", "directoryMobile 0"]),
    (seat("anna.adler", "10", "10", "department: aussen, packages: [assistant]"), ["department 0", "book assistant 0"]),
])
def test_early_items_late(wish: str, parts: list[str]):
    """Each part with its turn: what breaks a rule before the items comes behind them, what they rest on before."""
    steps = agenda(company(ANNA), company(wish), breaks).steps
    assert [f"{','.join(f.path for f in s.fields) if s.verb == 'update' else f'{s.verb} {s.item}'} {s.turn}"
            for s in steps] == parts


def test_only_what_an_item_rests_on_is_waited_for():
    """The integration needs the internal number and not the devices that are set with it."""
    first, *_ = agenda(company(ANNA), company(seat("anna.adler", "10", "210", HERE, MAGENTA)), breaks).steps
    assert first.needed == {"number.internal"}


def test_without_items_all_is_set_at_once():
    """Where nothing is booked no order helps, whatever rule is broken."""
    wish = seat("anna.adler", "10", "10", LEADER.partition(", packages")[0])
    steps = agenda(company(ANNA), company(wish), breaks).steps
    assert [(s.verb, s.turn, s.part) for s in steps] == [("update", 0, ())]
