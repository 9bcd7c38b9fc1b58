"""Steps for which the contract has no room yet wait until somebody goes.

Terms. A quota (``Allows``) has *room* for so many resources of a kind. Whoever is there takes room, active or not,
ordered or in the cart. A step takes room if it claims an address, and makes room if it releases one. What is made anew
in place of what is deleted (it claims the address that the other releases) keeps its room: neither of the two counts.

Premise. The portal counts when the cart is bought, and as if all that is ordered were carried out: a deletion makes
room on the day on which it is queued and bought, and an activation takes it from then on, whenever it is to begin. What
others put into the cart makes no room and takes none, for nobody knows when they buy it; nor does what no day makes
possible.

Algorithm. Day by day, first what makes room; then as many come as there is room for. First come those who were there
before and are made anew, then those whose own day would be over before there is room again, then those who wish for no
day, then the others; of these the earlier day first, then by name. The rest waits for the next who goes; for whom
there is never any room is blocked.

Picture. Room for three, dora goes on day 11 and three come:

    day        0                     11
    dora                             delete
    anna, bert activate
    carl                             activate       only with the deletion of dora
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reconciler.model import waits as say
from reconciler.model.marks import Allows
from reconciler.model.order import Wait
from reconciler.model.step import Claim, Step
from reconciler.stages.order._agenda import Agenda
from reconciler.stages.order._steps import address_claim

Claims = frozenset[Claim]


class Quota(NamedTuple):
    """How many of a kind there may be at most, by which mark."""

    mark: Allows
    most: int


class _Turn(NamedTuple):
    """On ``day`` a step takes room (``room`` is -1) or makes some (1); ``place`` is where it stands.

    ``waits`` is whether it can wait for room.
    """

    day: date
    room: int
    place: int
    step: Step
    waits: bool = False


class _Rest(NamedTuple):
    """Who waits for whom, and for whom there is never room, by place."""

    waits: Mapping[int, Wait]
    never: Mapping[int, Quota]


def within_quotas(agenda: Agenda) -> Agenda:
    """The steps, with those put off for which there is no room yet."""
    return agenda.held({n: wait for quota in _quotas(agenda) for n, wait in _rest(agenda, quota).waits.items()})


def beyond_quotas(agenda: Agenda) -> dict[int, Quota]:
    """The places of steps for which there is never room."""
    return {n: found for quota in _quotas(agenda) for n, found in _rest(agenda, quota).never.items()}


def _quotas(agenda: Agenda) -> Iterator[Quota]:
    for kind in agenda.ground.kinds.values():
        for field in kind.fields:
            mark = field.mark(Allows)
            values = (field.value(r.body) for r in agenda.ground.diff.after.of(kind.key).values()) if mark else ()
            yield from (Quota(mark, most) for most in values if mark and most is not None)


def _rest(agenda: Agenda, quota: Quota) -> _Rest:
    turns = _turns(agenda, quota.mark.kind)
    room = _room(agenda, quota)
    leaving = sorted({turn.day for turn in turns if turn.room > 0})
    coming, waits = list[_Turn](), dict[int, Wait]()
    for day in sorted({turn.day for turn in turns}):
        now = [turn for turn in turns if turn.day == day]
        room += sum(turn.room for turn in now if not turn.waits)
        next_day = next((later for later in leaving if later > day), date.max)
        coming = sorted((*coming, *(t for t in now if t.waits)), key=lambda turn: _urgency(turn, next_day))
        come, coming = coming[:max(room, 0)], coming[max(room, 0):]
        room -= len(come)
        gone = [turn.step for turn in now if turn.room > 0]
        late = [turn.place for turn in come if turn.day < day]
        waits |= {place: _wait(quota, gone[min(n, len(gone) - 1)], day) for n, place in enumerate(late)}
    return _Rest(waits, {turn.place: quota for turn in coming})


def _room(agenda: Agenda, quota: Quota) -> int:
    """Room for others than those who are there, or are going already and are made anew."""
    before = agenda.ground.diff.before
    leaving = {address_claim(r.address) for r in before.of(quota.mark.kind).values() if r.leaving}
    anew = leaving & _all(step.claims for step in agenda.steps)
    return quota.most - len(before.staying(quota.mark.kind)) - len(anew)


def _urgency(turn: _Turn, next_day: date) -> tuple[object, ...]:
    begins = turn.step.activation_date
    rank = 1 if begins is None else 0 if begins < next_day else 2
    return not turn.step.anew, rank, begins or turn.day, turn.step.key


def _wait(quota: Quota, gone: Step, day: date) -> Wait:
    return say.no_room(quota.mark, quota.most, gone.address, gone.verb, day)


def _turns(agenda: Agenda, kind: str) -> Sequence[_Turn]:
    deleted = _all(step.releases for step in agenda.steps if step.verb == "delete")
    claimed = _all(step.claims for step in agenda.steps)
    found = (_turn(agenda.steps[place], day, place, deleted, claimed) for day, place, step in agenda.dated
             if step.address.kind == kind and not step.sent and place not in agenda.barred)
    return [turn for turn in found if turn]


def _turn(step: Step, day: date, place: int, deleted: Claims, claimed: Claims) -> _Turn | None:
    """What a step does to the room."""
    own = address_claim(step.address)
    if own in step.claims and not any(claim[0] == own[0] for claim in step.claims & deleted):
        return _Turn(day, -1, place, step, waits=True)
    if own in step.releases and not (step.verb == "delete" and own in claimed):
        return _Turn(step.finished or day, 1, place, step)
    if step.verb == "withdraw" and not step.item and not step.releases:  # a deletion is taken out, and who went stays
        return _Turn(day, -1, place, step)
    return None


def _all(claims: Iterable[Claims]) -> Claims:
    return frozenset(claim for some in claims for claim in some)
