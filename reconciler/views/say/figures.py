"""A portal in a few figures."""

from collections.abc import Iterator

from reconciler.model.sections import Figures
from reconciler.views.say import words_looking as looking
from reconciler.views.say.audit import short
from reconciler.views.spoken import Spoken


def figure_rows(figures: Figures, voice: Spoken) -> Iterator[tuple[str, str]]:
    """What is counted, and the number."""
    yield voice.say(looking.COMPANY), figures.company
    yield voice.say(looking.TODAY), voice.day(figures.today)
    yield from ((kind, str(count)) for kind, count in sorted(figures.counts.items()))
    yield voice.say(looking.LYING), str(figures.in_cart)
    yield voice.say(looking.BOUGHT), str(figures.ordered)
    yield voice.say(looking.NEXT), voice.day(figures.next_due) if figures.next_due else "–"
    if figures.head:
        yield voice.say(looking.HEAD), short(figures.head)
