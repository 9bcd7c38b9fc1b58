"""Steps that could be sent now but would only be missed meanwhile: they are sent later.

Terms. Of two steps that are one thing for a person, the *gap* is the time between them: between the step *aside* and
the way *back* (_parking.py), and between the deletion of what is *replaced* and the activation of its *heir*.

Premise. Each step has its earliest day (_dates.py), and nothing is sent before it. To wait longer is lawful, but all
that hangs on what waits then waits as well; so what was put off is dated anew, until no day moves any more.

Algorithm, each on what the one before left:

1. What is replaced by something with a date of its own goes on the day before that date.
2. Who steps aside does so on the day of the way back. If that puts off the way back again, once more; if there is no
   end to it, nobody waits.
3. What is replaced goes on the day before its heir can be set up, if that does not put off any heir: a deletion that
   the heir itself hangs on goes earlier by as much as the heir came too late. If there is no end to it, or if it
   opens a gap of the other sort, all stays at its earliest.

Picture. Days from left to right; the minimum term of Carl's package ends on day 5, and he takes part in a swap:

    day        0          5                        day        0          8       9
    carl                  number                   old        delete
    anna       aside ···· back    four days with   new                           activate (its number begins)
                                  a strange number
    postponed             aside, carl, back        postponed             delete  activate
"""

from collections.abc import Iterator, Sequence
from datetime import date

from reconciler.model import waits as say
from reconciler.model.booking import ONE_DAY
from reconciler.model.step import Detour
from reconciler.stages.order._agenda import Agenda
from reconciler.stages.order._dates import Dated
from reconciler.stages.order._halves import next_parts

MOST_PASSES = 10
"""How often steps are put off; each time others that hang on them may follow."""

Pair = tuple[Dated, Dated]
"""The first and the second step of one thing."""


def postponed(agenda: Agenda) -> Agenda:
    """The steps, with as small gaps as there can be."""
    return _shortly_before_the_heir(_together(_before_written_dates(agenda)))


def left_alone(agenda: Agenda) -> Iterator[int]:
    """The places of steps that leave something without a number for longer than a moment."""
    return (first.place for first, second in _detours(agenda)
            if first.step.detour is Detour.UNREACHABLE and first.day < second.day)


def _before_written_dates(agenda: Agenda) -> Agenda:
    steps = agenda.steps
    begins = {s.address: s.activation_date for s in steps if s.verb == "activate" and not s.sent and s.activation_date}
    waits = {n: say.made_anew(s.heir, begins[s.heir]) for n, s in enumerate(steps) if s.heir in begins}
    return agenda.held({n: wait for n, wait in waits.items() if wait.until > (steps[n].since or date.min)})


def _together(agenda: Agenda) -> Agenda:
    """Who steps aside, put off to the day of the way back; all as it is where that has no end."""
    if not any(step.detour for step in agenda.steps):
        return agenda
    held = agenda
    for _ in range(MOST_PASSES):
        apart = {first.place: second.day for first, second in _detours(held) if first.day < second.day}
        if not apart:
            return held
        held = held.held({place: say.together(day) for place, day in apart.items()})
    return agenda


def _shortly_before_the_heir(agenda: Agenda) -> Agenda:
    """Deletions as late as those that are made anew allow."""
    pairs = [(gone, made) for gone, made in _replaced(agenda.dated) if gone.day < made.begins - ONE_DAY]
    days = {gone.place: made.begins - ONE_DAY for gone, made in pairs}
    for _ in range(MOST_PASSES if pairs else 0):
        held = agenda.held({gone.place: say.made_anew(made.step.address, days[gone.place] + ONE_DAY)
                            for gone, made in pairs if days[gone.place] > gone.day})
        begins = {one.place: one.begins for one in held.dated}
        late = {gone.place: begins[made.place] - made.begins for gone, made in pairs}
        if not any(late.values()):
            return agenda if any(first.day < second.day for first, second in _detours(held)) else held
        days = {place: day - late[place] for place, day in days.items()}
    return agenda


def _detours(agenda: Agenda) -> Iterator[Pair]:
    """Who steps aside, and its way back."""
    after, at = next_parts(agenda.steps), {one.place: one for one in agenda.dated}
    for one in agenda.dated:
        back = at.get(after.get(one.place, -1)) if one.step.detour else None
        if back:
            yield one, back


def _replaced(dated: Sequence[Dated]) -> Iterator[Pair]:
    """What is deleted, and made anew."""
    made = {one.step.address: one for one in dated if one.step.verb == "activate" and not one.step.sent}
    for one in dated:
        if one.step.heir in made:
            yield one, made[one.step.heir]
