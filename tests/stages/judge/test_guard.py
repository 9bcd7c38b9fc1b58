"""The guards: what stops a plan, with its numbers and the exact way to allow it."""

from dataclasses import replace

import pytest

from reconciler.kinds import all_kinds
from reconciler.kinds.number_block import NumberBlock
from reconciler.kinds.workplace import Number, Workplace
from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff
from reconciler.model.finding import Finding, Severity
from reconciler.model.resource import Resource, State
from reconciler.model.text import Text
from reconciler.rules import all_rules
from reconciler.stages.judge.guard import Guards, guard

LIMITS = {"deletes": "5%", "updates": "30%", "creates": "50"}


def seats(count: int, group: str = "bonn") -> list[Resource]:
    """So many workplaces of one group."""
    return [
        Resource(Address("workplace", f"{group}.{n:03d}"), Workplace(group=group, number=Number(f"+4922863801{n:03d}")))
        for n in range(count)
    ]


def stops(diff: Diff, **allowed: int) -> list[str]:
    """The ids of the guards that stop."""
    names = {k.replace("_", "-"): v for k, v in allowed.items()}
    return [b.rule for b in guard(diff, Guards(LIMITS, names), all_kinds(), all_rules(), ())]


def deleting(existing: list[Resource], count: int) -> Diff:
    """The first ``count`` workplaces go."""
    gone = existing[:count]
    changes = tuple(Change(r.address, Action.DELETE, "not-in-manifests", before=r) for r in gone)
    return Diff(changes, State(existing), State(existing[count:]))


@pytest.mark.parametrize(
    ("existing", "deleted", "stopped"),
    [(40, 2, False), (40, 3, True), (100, 5, False), (100, 6, True), (9, 3, False), (10, 1, True), (20, 1, False)],
)
def test_deletes_are_limited_by_their_share(existing: int, deleted: int, stopped: bool) -> None:
    """Five per cent of at least ten; below ten a share says nothing."""
    assert ("LIMIT-DELETES" in stops(deleting(seats(existing), deleted))) is stopped


def test_a_permission_is_counted() -> None:
    """Three are allowed where three were said, not where two were."""
    diff = deleting(seats(40), 3)

    assert stops(diff, deletes=2) == ["LIMIT-DELETES"]
    assert stops(diff, deletes=3) == []
    assert stops(diff, deletes=30) == []


def test_fifty_new_workplaces_are_the_most() -> None:
    """A count is a limit from the first one on, whatever exists."""
    def creating(count: int) -> Diff:
        new = seats(count)
        return Diff(tuple(Change(r.address, Action.CREATE, "not-in-portal", after=r) for r in new), State(), State(new))

    assert stops(creating(50)) == []
    assert stops(creating(51)) == ["LIMIT-CREATES"]


def test_the_last_workplace_of_a_group_is_guarded() -> None:
    """A group of five may not run empty unnoticed, a group of four may, a company never."""
    rest = seats(60, "koeln")

    assert "EMPTY" in stops(replace(deleting(seats(5), 5), before=State([*seats(5), *rest]), after=State(rest)))
    assert "EMPTY" not in stops(replace(deleting(seats(4), 4), before=State([*seats(4), *rest]), after=State(rest)))
    assert stops(deleting(seats(1), 1)) == ["EMPTY"]
    assert stops(deleting(seats(1), 1), empty=1) == []


def test_a_replace_needs_its_own_yes_and_a_lost_number_another() -> None:
    """Deleting and setting up anew is never silent; a number that nobody wrote down neither."""
    before = seats(1)[0]
    after = replace(before, body=replace(before.body, group="koeln", number=Number("+492219870001")))
    change = Change(before.address, Action.REPLACE, "fixed-field", before=before, after=after)
    diff = Diff((change,), State([before]), State([after]))

    assert stops(diff) == ["REPLACES", "NUMBERS"]
    assert stops(diff, replaces=1) == ["NUMBERS"]
    assert stops(diff, replaces=1, numbers=1) == []


def test_the_central_number_and_the_protected_are_never_given_up() -> None:
    """No permission deletes who holds the switchboard's number, or who is protected."""
    block = Resource(Address("numberblock", "b"), NumberBlock("+492286380", "00", "99", group="bonn"))
    central = replace(seats(1)[0], body=Workplace(group="bonn", number=Number("+4922863800")))
    others = seats(60, "koeln")
    gone = Change(central.address, Action.DELETE, "not-in-manifests", before=central)
    diff = Diff((gone,), State([block, central, *others]), State([block, *others]))

    assert stops(diff, deletes=9, replaces=9, empty=9) == ["PROTECTED"]


def test_a_rule_that_asks_stops_only_what_the_plan_touches() -> None:
    """911 at an existing workplace is a warning; at a new one it needs a yes."""
    seat = seats(1)[0]
    finding = Finding("INT-5", Severity.WARNING, Text("x", "x"), address=seat.address, path="number.internal")
    new = Diff((Change(seat.address, Action.CREATE, "not-in-portal", after=seat),), State(), State([seat]))
    old = Diff((), State([seat]), State([seat]))

    def asked(diff: Diff, **allowed: int) -> list[str]:
        guards = Guards(LIMITS, {k.replace("_", "-"): v for k, v in allowed.items()})
        return [b.rule for b in guard(diff, guards, all_kinds(), all_rules(), (finding,))]

    assert asked(new) == ["ASKED"]
    assert asked(new, INT_5=1) == []
    assert asked(old) == []
