"""That nothing is to be done, or nothing drifted, for a terminal."""

from reconciler.model.meaning import Lying
from reconciler.model.sections import Calm, NoDrift
from reconciler.model.selection import Selection
from reconciler.views.human.layout import wrap
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.say import words
from reconciler.views.say.calm import calm_sentence, chosen_sentence, no_drift_sentence
from reconciler.views.say.lying import lingering


def calm_lines(calm: Calm, on: Sheet) -> Lines:
    """One sentence with the day and what is as it should be; then what lies in the cart, or is ordered."""
    known = [on.voice.say(words.AS_OF, day=on.voice.day(calm.as_of))]
    known += [on.voice.count(calm.unchanged, words.UNCHANGED)] if calm.active else []
    left = (line for one in lingering(calm.lying, on.voice)
            for line in wrap(one.told(0, on.voice), on.options.width, "  ", "    "))
    return [*on.wrapped(f"{calm_sentence(calm, on.voice)} ({', '.join(known)})."), *left]


def chosen_lines(selection: Selection, on: Sheet) -> Lines:
    """That what was not chosen is not told of."""
    said = chosen_sentence(selection, on.voice)
    return on.hanging(said) if said else []


def no_drift_lines(calm: NoDrift, on: Sheet) -> Lines:
    """That nothing drifted."""
    return on.wrapped(no_drift_sentence(calm, on.voice))


def underway_lines(lying: Lying, on: Sheet) -> Lines:
    """What lies in the cart or is ordered."""
    return [line for left in lingering(lying, on.voice) for line in on.wrapped(left.told(0, on.voice))]
