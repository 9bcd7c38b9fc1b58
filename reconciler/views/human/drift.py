"""Drift for a terminal: each field as the portal has it and as the manifest wants it, and what is pending."""

from typing import assert_never

from reconciler.model.change import Change
from reconciler.model.pending import Pending
from reconciler.model.sections import Differences, Waiting
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.say import words_looking as looking
from reconciler.views.say.change import FIELDS_OF, SIGN_OF, differing, drift_title, shift, why
from reconciler.views.say.pending import reason, step_of


def drift_lines(section: Differences | Waiting, on: Sheet) -> Lines:
    """What drifted, or differs; or what is on its way or waits."""
    match section:
        case Differences(changes):
            title, lines = drift_title(section, on.voice), [line for c in changes for line in _change(on, c)]
        case Waiting(pending):
            title, lines = on.voice.say(looking.PENDING), [line for p in pending for line in _pending(on, p)]
        case _:
            assert_never(section)
    return [*on.heading(title), *lines] if lines else []


def _change(on: Sheet, change: Change) -> Lines:
    tells = change.action in FIELDS_OF or on.options.full
    fields = list(differing(change)) if tells else []
    said = [*why(change, on.voice)]
    if on.options.concise:
        said += [shift(f, on.voice) for f in fields]
    lines = on.row(SIGN_OF[change.action], str(change.address), ", ".join(said))
    for field in () if on.options.concise else fields:
        lines += [*on.inside(shift(field, on.voice)), *on.place(change.address, field.path)]
    return lines


def _pending(on: Sheet, pending: Pending) -> Lines:
    lines = on.row(SIGN_OF.get(pending.verb, "~"), str(pending.address), step_of(pending, on.voice))
    said = reason(pending, on.voice)
    return lines + (on.inside(said) if said and not on.options.concise else [])
