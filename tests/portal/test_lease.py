"""The right to write: one at a time, and a token that was superseded moves nothing."""

from datetime import datetime

import pytest

from reconciler.errors import LeaseHeld
from reconciler.model.order import Outcome
from tests.portal.company import (
    Till,
)


def test_leases_and_fencing(till: Till) -> None:
    """One writer at a time; a token that was superseded, given back or invented moves nothing."""
    with pytest.raises(LeaseHeld) as held:
        till.service.acquire("other")
    assert "tests" in held.value.message.de
    assert f"{datetime.fromtimestamp(1120).astimezone():%H:%M:%S} Uhr Ortszeit" in held.value.message.de
    assert "--wait 121" in held.value.message.en
    assert till.service.acquire("tests") == till.token + 1
    with pytest.raises(LeaseHeld):
        till.send("delete", "workplace/plain.one")
    till.token += 1
    till.clock[0] += 100
    till.queue("delete", "workplace/plain.one")
    till.clock[0] += 100
    with pytest.raises(LeaseHeld):
        till.service.acquire("other")
    till.clock[0] += 20
    assert till.service.acquire("other") == till.token + 1
    with pytest.raises(LeaseHeld):
        till.send("withdraw", "workplace/plain.one", target="r0002")
    with pytest.raises(LeaseHeld):
        till.order("r0002")
    till.service.release(till.token)
    with pytest.raises(LeaseHeld):
        till.service.acquire("tests")
    till.service.release(till.token + 1)
    with pytest.raises(LeaseHeld):
        till.service.submit({}, till.token + 1)
    assert till.service.acquire("tests") == till.token + 2


def test_an_expired_lease_that_nobody_took_still_holds(till: Till) -> None:
    """Who slept, and was not superseded, may go on."""
    till.clock[0] += 100_000
    assert till.send("delete", "workplace/plain.one").outcome == Outcome.DONE
