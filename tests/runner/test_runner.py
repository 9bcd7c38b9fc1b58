"""The loop with effects: what becomes of each order when answers fail, and that the journal is evidence only."""

import json
import pickle
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reconciler.effects import Effects
from reconciler.errors import AnswerLost, LeaseHeld, Unreachable
from reconciler.model.address import Address
from reconciler.model.message import sentence
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Observation, Position
from reconciler.model.text import NOTHING, Text
from reconciler.runner import Evidence, run
from reconciler.views.pseudonyms import Pseudonyms

ORDERS = tuple(Order(f"o1-{n}", "direct", "update", Address("group", f"g{n}")) for n in range(4))


class Quiet(Effects):
    """Effects that keep the journal in memory."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def now(self) -> datetime:
        return datetime(2026, 11, 22, tzinfo=UTC)

    def append(self, line: str) -> None:
        self.lines.append(line)


class Scripted:
    """A portal that answers each call of execute with the next entry of a script, then always does its work."""

    def __init__(self, *script: object) -> None:
        self.script = list(script)
        self.done: list[str] = []

    def execute(self, order: Order, token: int) -> Receipt:
        step = self.script.pop(0) if self.script else "done"
        if step in ("lost-after", "done"):
            self.done.append(str(order.ref))
        if step in ("lost-before", "lost-after"):
            raise AnswerLost(NOTHING)
        if isinstance(step, BaseException):
            raise step
        outcome = Outcome.REJECTED if step == "rejected" else Outcome.DONE
        return Receipt(str(order.ref), outcome)

    def find(self, ref: str) -> Receipt | None:
        return Receipt(ref, Outcome.DONE) if ref in self.done else None

    def observe(self, kinds: Collection[str] | None = None) -> Observation:
        raise AssertionError

    def positions(self) -> tuple[Position, ...]:
        raise AssertionError

    def close(self) -> None:
        raise AssertionError

    def acquire(self, holder: str, plan: str = "") -> int:
        raise AssertionError

    def release(self, token: int) -> None:
        raise AssertionError

    def submit(self, contents: Mapping[str, str], token: int) -> Receipt:
        raise AssertionError


def sent(orders: Sequence[Order], portal: Scripted, quiet: Quiet | None = None) -> tuple[Receipt, ...]:
    """What becomes of these orders."""
    effects = quiet or Quiet()
    evidence = Evidence(effects, effects)
    return run(orders, portal, effects, evidence, token=1, said=lambda _order, _receipt: None)


D, R, N, U, S = Outcome.DONE, Outcome.REJECTED, Outcome.NOT_TRIED, Outcome.UNKNOWN, Outcome.SKIPPED


@pytest.mark.parametrize(
    ("script", "outcomes"),
    [
        ((), (D, D, D, D)),
        (("lost-after",), (D, D, D, D)),
        (("lost-before",), (D, D, D, D)),
        (("lost-before",) * 3, (U, D, D, D)),
        (("done", "rejected"), (D, R, D, D)),
        (("done", Unreachable(NOTHING)), (D, N, N, N)),
        (("done", LeaseHeld(NOTHING)), (D, N, N, N)),
        (("lost-before", Unreachable(NOTHING)), (U, N, N, N)),  # the first attempt may have arrived
        (("lost-before", LeaseHeld(NOTHING)), (U, N, N, N)),
        (("done", KeyboardInterrupt()), (D, U, N, N)),
    ],
)
def test_every_order_ends_in_exactly_one_state(script: tuple[object, ...], outcomes: tuple[Outcome, ...]) -> None:
    """Lost answers are looked up and sent again; what is general stops the run; nothing is reported twice."""
    portal = Scripted(*script)

    receipts = sent(ORDERS, portal)

    assert tuple(r.outcome for r in receipts) == outcomes
    assert sorted(set(portal.done)) == sorted(portal.done)
    assert [r.ref for r, o in zip(receipts, outcomes, strict=True) if o is D] == portal.done


def test_why_a_run_stopped_is_told_with_its_values_apart() -> None:
    """What the portal's side says arrives in the receipt as it was raised, so that a view can hide who holds it."""
    held = LeaseHeld(sentence("Gerade schreibt {who}.", "{who} is writing.", who="{anna}"))

    receipt = sent(ORDERS[:1], Scripted(held))[0]

    assert receipt.message is held.message
    assert receipt.message == Text("Gerade schreibt {anna}.", "{anna} is writing.")
    hidden = Pseudonyms(b"k", frozenset(), frozenset()).sentence(receipt.message)
    assert "anna" not in hidden.en


class Full(Quiet):
    """A disk on which no line has place."""

    def __init__(self, problem: Exception) -> None:
        super().__init__()
        self.problem = problem

    def append(self, line: str) -> None:
        raise self.problem


@pytest.mark.parametrize(("problem", "said", "hidden"), [
    (OSError(28, "No space left on device"), "No space left on device", "No space left on device"),
    (ValueError("{anna} is no journal."), "{anna} is no journal", "…"),
    (RuntimeError(), "RuntimeError", "…"),
])
def test_why_the_journal_is_incomplete(problem: Exception, said: str, hidden: str) -> None:
    """The system's own word is about nobody; what else is said may be."""
    evidence = Evidence(Full(problem), Quiet())
    run(ORDERS[:1], Scripted(), Quiet(), evidence, token=1, said=lambda _order, _receipt: None)

    assert evidence.broken
    told = sentence("{why}", "{why}", why=evidence.broken)
    assert told.en == said
    assert Pseudonyms(b"k", frozenset(), frozenset()).sentence(told).en == hidden


def test_an_error_can_be_sent_to_another_process() -> None:
    """With its sentence, whose values stay apart."""
    lost = AnswerLost(sentence("{who}", "{who}", who="{x}"))

    again = pickle.loads(pickle.dumps(lost))  # noqa: S301 - our own

    assert (type(again), again.message, str(again)) == (AnswerLost, lost.message, "{x}")


def test_what_follows_a_refused_order_of_the_same_address_is_skipped() -> None:
    """An address that failed is left alone for the rest of the run; the others go on."""
    twice = (ORDERS[0], Order("o1-x", "direct", "update", ORDERS[0].address), ORDERS[1])

    receipts = sent(twice, Scripted("rejected"))

    assert tuple(r.outcome for r in receipts) == (R, S, D)


def test_many_refusals_stop_the_run() -> None:
    """After five refusals something general is wrong."""
    orders = tuple(Order(f"o1-{n}", "direct", "update", Address("group", f"g{n}")) for n in range(8))

    receipts = sent(orders, Scripted(*["rejected"] * 8))

    assert sum(r.outcome is R for r in receipts) == 5
    assert receipts[-1].outcome is N


def test_the_intent_is_written_before_it_is_sent() -> None:
    """Each order stands in the journal twice, first as intent; no address and no person's name is in it."""
    effects = Quiet()

    sent(ORDERS[:1], Scripted(), effects)

    assert [json.loads(line)["state"] for line in effects.lines] == ["sending", "done"]
    assert not any("g0" in line for line in effects.lines)


def test_the_journal_is_for_its_owner_only(tmp_path: Path) -> None:
    """Files of the tool are readable by nobody else, and a link in their place is not followed."""
    Effects().open_journal(tmp_path / "a" / "journal").append("x")
    (tmp_path / "link").symlink_to(tmp_path / "a" / "journal")

    assert (tmp_path / "a" / "journal").stat().st_mode & 0o777 == 0o600
    with pytest.raises(OSError, match="link"):
        Effects().open_journal(tmp_path / "link")
