"""The rehearsal tool fails exactly where it is told to."""

from typing import Any

import pytest

from reconciler.errors import AnswerLost, Unreachable
from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome
from reconciler.portal.faults import Fault, Faulty
from tests.portal.company import Till, lying

ORDER = Order("r1", "cart", "delete", Address("workplace", "plain.one"))


@pytest.mark.parametrize(
    ("what", "raised", "there"),
    [("lose-before", AnswerLost, False), ("lose-after", AnswerLost, True), ("unreachable", Unreachable, False)],
)
def test_an_order_that_is_cut(till: Till, what: Any, raised: type[Exception], there: bool) -> None:
    """An answer is lost before or after the effect, or nobody is there; sent again it exists once."""
    portal = Faulty(till.service, [Fault("execute", 1, what)])
    with pytest.raises(raised):
        portal.execute(ORDER, till.token)
    assert (portal.find("r1") is not None) is there
    assert portal.execute(ORDER, till.token).outcome == (Outcome.ALREADY_PRESENT if there else Outcome.DONE)
    assert len(portal.observe().positions) == 1


def test_refusals_and_other_methods(till: Till) -> None:
    """A refusal reaches nothing; the n-th call counts by method; all else is passed on."""
    faults = [Fault("execute", 2, "refuse", "TERM-1"), Fault("submit", 1, "refuse"), Fault("observe", 2, "unreachable")]
    portal = Faulty(till.service, faults)
    token = portal.acquire("tests")
    assert portal.execute(ORDER, token).outcome == Outcome.DONE
    assert portal.execute(ORDER, token).rule == "TERM-1"
    assert portal.execute(ORDER, token).outcome == Outcome.ALREADY_PRESENT
    assert portal.submit(lying(till.service, "r1"), token).outcome == Outcome.REJECTED
    assert portal.submit(lying(till.service, "r1"), token).outcome == Outcome.DONE
    assert portal.observe(["group"]).positions[0].state == "ordered"
    with pytest.raises(Unreachable):
        portal.observe()
    portal.release(token)
    assert portal.calls == {"acquire": 1, "execute": 3, "submit": 2, "observe": 2, "release": 1}
