"""That nothing is to be done, or nothing drifted, for a terminal."""

from collections.abc import Iterator
from typing import assert_never

from reconciler.model.sections import Calm, Chosen, NoDrift, Underway
from reconciler.views.human.blocks import Block
from reconciler.views.human.layout import wrap
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.say import words
from reconciler.views.say.calm import calm_sentence, chosen_sentence, no_drift_sentence
from reconciler.views.say.lying import lingering


def calm_blocks(section: Chosen | Calm | NoDrift | Underway, on: Sheet) -> Iterator[Block]:
    """Sentences; what was chosen stands below the title, or below the sentence that is in its place."""
    match section:
        case Chosen():
            said = chosen_sentence(section, on.voice)
            yield Block(on.hanging(said) if said else [], "top")
        case Calm():
            yield Block(_calm(section, on), "top")
        case NoDrift():
            yield Block(on.wrapped(no_drift_sentence(section, on.voice)))
        case Underway(lying):
            yield Block([line for left in lingering(lying, on.voice) for line in on.wrapped(left.told(0, on.voice))])
        case _:
            assert_never(section)


def _calm(calm: Calm, on: Sheet) -> Lines:
    """One sentence with the day and what is as it should be; then what lies in the cart, or is ordered."""
    known = [on.voice.say(words.AS_OF, day=on.voice.day(calm.as_of))]
    known += [on.voice.count(calm.unchanged, words.UNCHANGED)] if calm.active else []
    left = (line for one in lingering(calm.lying, on.voice)
            for line in wrap(one.told(0, on.voice), on.options.width, "  ", "    "))
    return [*on.wrapped(f"{calm_sentence(calm, on.voice)} ({', '.join(known)})."), *left]
