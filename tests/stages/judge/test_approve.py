"""A plan file beside a plan made now: what may be sent, and what differs."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from reconciler.model.order import Order
from reconciler.stages.judge.approve import Approval, approve
from tests.engine.values import ANNA, BERT, carted, direct

SET, MORE, BOOK = (replace(direct(ANNA, timeZone="A"), ref="set"), replace(direct(BERT, timeZone="B"), ref="more"),
                   replace(carted(ANNA, "book", "assistant"), ref="book"))


def approved(planned: list[Order], fresh: list[Order], done: Collection[str] = (), *, there: bool = True) -> Approval:
    """What comes of a file whose references are all genuine."""
    return approve(planned, fresh, done, lambda _: there, lambda order: str(order.ref))


@pytest.mark.parametrize(("fresh", "done", "sent"), [
    ([SET, BOOK], (), ["set", "book"]),
    ([BOOK, SET], (), ["book", "set"]),
    ([BOOK], ("set",), ["set", "book"]),
    ([replace(SET, ref="new"), BOOK], (), ["set", "book"]),
])
def test_what_is_sent_is_the_fresh_plans(fresh: list[Order], done: Collection[str], sent: list[str]):
    """In its order, under the reference that was approved; what was sent already comes first."""
    assert [o.ref for o in approved([SET, BOOK], fresh, done).orders] == sent


@pytest.mark.parametrize(("fresh", "done", "there"), [
    ([replace(SET, body={"timeZone": "Z"}), BOOK], (), True),  # another value
    ([SET], (), True),  # no longer needed
    ([SET, BOOK], ("set",), True),  # carried out, and needed again
    ([BOOK], ("set",), False),  # carried out, and undone by somebody
])
def test_what_differs_stops_all(fresh: list[Order], done: Collection[str], there: bool):
    """One order that is no longer the same, and nothing is sent."""
    found = approved([SET, BOOK], fresh, done, there=there)
    assert found.breaches
    assert not found.orders


def test_more_orders_than_approved_are_left_out():
    """What the file does not speak of was not approved."""
    assert [o.ref for o in approved([SET], [SET, MORE]).orders] == ["set"]


def test_another_way_to_the_same_end_is_approved():
    """An update that stepped aside before the run was cut gets where the file says by other parts."""
    whole = direct(ANNA, **{"number.external": "11", "timeZone": "A"})
    numbers = [direct(ANNA, **{"number.external": number}) for number in ("12", "11")]
    parts = [direct(ANNA, timeZone="A"), *numbers]
    assert [o.body for o in approved([whole], parts).orders] == [part.body for part in parts]


def test_a_borrowed_reference_is_forged():
    """A reference belongs to its content."""
    found = approve([SET], [SET], (), lambda _: True, lambda _: "another")
    assert [b.address for b in found.breaches] == [ANNA]
