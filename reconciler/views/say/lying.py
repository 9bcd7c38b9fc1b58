"""What lies in the cart already and was not bought, and what is ordered and not active."""

from collections.abc import Iterator

from reconciler.model.meaning import Lying, Unordered
from reconciler.views.say import words
from reconciler.views.say import words_cart as own
from reconciler.views.say.consequence import Consequence
from reconciler.views.say.cost import monthly
from reconciler.views.spoken import Spoken


def lingering(lying: Lying, voice: Spoken) -> Iterator[Consequence]:
    """What lies in the cart already and was not bought, with what that would mean; what is ordered and not active."""
    if there := lying.unordered:
        since = voice.say(own.SINCE, day=there.since) if there.since else ""
        said = "; ".join([voice.count(there.count, own.UNORDERED, since=since), *_meaning(there, voice)])
        yield Consequence(said if there.gone else f"{said}. {voice.say(own.BUY[there.next])}", grave=True)
    if way := lying.ordered:
        yield Consequence(voice.count(way.count, own.ON_ITS_WAY, day=str(way.until)))


def _meaning(there: Unordered, voice: Spoken) -> Iterator[str]:
    """What buying it binds, what it does to the monthly sum, and how much of it is taken out before."""
    bound = there.commitments
    if bound.binds:
        counts = ((words.WORKPLACES, bound.workplaces), (own.PACKAGES_BIND, bound.packages))
        until = words.BINDS_UNTIL if len(bound.binds) > 1 else words.ALL_UNTIL
        yield voice.say(own.WOULD_BIND, what=voice.together([voice.count(n, c) for c, n in counts if n]),
                        until=voice.say(until, day=bound.binds[-1].until))
    if there.monthly:
        yield monthly(own.MONTHLY, there.monthly, there.currency, voice)
    if there.withdrawn:
        yield voice.count(there.withdrawn, own.WILL_GO)
