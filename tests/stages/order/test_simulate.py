"""A plan played to its end on a portal that refuses what it is told to."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Observation, Position
from reconciler.model.text import Text
from reconciler.stages.order.simulate import simulate
from tests.engine.values import ANNA, BERT, SOON, TODAY, carted, observed, waves

WHY = Text("Nein.", "No.")


class Rehearsal:
    """Takes orders of all but those in ``refused``; on their day it rejects those in ``rejected``."""

    def __init__(
        self, refused: Collection[object] = (), rejected: Collection[object] = (), *, buys: bool = True
    ) -> None:
        self.today, self.lying, self.days = TODAY, list[Position](), list[date]()
        self.refused, self.rejected, self.buys = refused, rejected, buys

    def observe(self, kinds: Collection[str] | None = None) -> Observation:
        return observed(positions=tuple(self.lying), today=self.today)

    def acquire(self, holder: str, plan: str = "") -> int:
        return 1

    def execute(self, order: Order, token: int) -> Receipt:
        if order.address in self.refused:
            return Receipt(str(order.ref), Outcome.REJECTED, "INT-8", WHY)
        self.lying.append(Position(str(order.ref), order.address, order.verb))
        return Receipt(str(order.ref), Outcome.DONE)

    def submit(self, cart: Any, token: int) -> Receipt:
        if not self.buys:
            return Receipt("cart", Outcome.REJECTED, "PKG-1", WHY)
        self.lying = [replace(p, state="ordered") for p in self.lying]
        return Receipt("cart", Outcome.DONE)

    def release(self, token: int) -> None:
        raise AssertionError

    def find(self, ref: str) -> Receipt | None:
        raise AssertionError

    def positions(self) -> tuple[Position, ...]:
        raise AssertionError

    def close(self) -> None:
        raise AssertionError

    def advance(self, to: date) -> None:
        if to > self.today:
            self.today = to
            self.days.append(to)
            self.lying = [replace(p, state="rejected", rule="NUM-4", reason=WHY) if p.address in self.rejected else p
                          for p in self.lying]


ORDERS = (*waves(replace(carted(ANNA), ref="a")), *waves(replace(carted(BERT), ref=None), day=SOON))


def played(rehearsal: Rehearsal) -> list[tuple[object, date, str, bool]]:
    """What is refused: of whom, in which wave, by which rule, and whether only the purchase must wait."""
    found = simulate(ORDERS, rehearsal, TODAY)
    return [(r.order.address, r.wave, r.rule, r.only_yet) for r in found]


def test_a_plan_in_order_is_silent():
    """And it is played through its last day, wave by wave."""
    rehearsal = Rehearsal()
    assert played(rehearsal) == []
    assert rehearsal.days[0] == SOON
    assert (rehearsal.days[-1] - SOON).days == 1


def test_a_refusal_at_once_and_one_on_its_day():
    """Both say which order of which wave."""
    assert played(Rehearsal(refused=[ANNA])) == [(ANNA, TODAY, "INT-8", False)]
    assert played(Rehearsal(rejected=[BERT])) == [(BERT, SOON, "NUM-4", False)]


def test_a_cart_that_cannot_be_bought_yet_ends_it():
    """Nobody knows how it goes on; the finding says that only the purchase must wait."""
    assert played(Rehearsal(buys=False)) == [(ANNA, TODAY, "PKG-1", True)]
