"""That nothing is to be done, or nothing drifted."""

from collections.abc import Callable

from reconciler.model.sections import Calm, Chosen, NoDrift
from reconciler.views.say import words
from reconciler.views.say import words_cart as own
from reconciler.views.say import words_looking as looking
from reconciler.views.spoken import Spoken


def calm_sentence(calm: Calm, voice: Spoken) -> str:
    """What an empty plan means: all is active as wished, or it is on its way."""
    if calm.active:
        return voice.say(words.NO_CHANGES_CHOSEN if calm.partly else words.NO_CHANGES)
    return voice.say(own.NOTHING_NEW if any(calm.lying) else own.FOREIGN_ONLY)


def no_drift_sentence(calm: NoDrift, voice: Spoken) -> str:
    """That nothing drifted, or that what is missing is on its way."""
    chosen = looking.NO_DRIFT_CHOSEN if calm.partly else looking.NO_DRIFT
    return f"{voice.say(looking.ON_ITS_WAY if calm.way else chosen)}."


def chosen_sentence(chosen: Chosen, voice: Spoken, quoted: Callable[[str], str] = str) -> str:
    """That what was not chosen is not told of; nothing where all was."""
    choice = ", ".join(map(quoted, chosen.selection.said()))
    return voice.say(looking.CHOSEN_TERMS if chosen.of == "terms" else words.CHOSEN, choice=choice) if choice else ""
