"""What is on its way, or waits."""

from reconciler.model.pending import Pending
from reconciler.model.text import Text
from reconciler.views.say import words_looking as looking
from reconciler.views.say.order import step
from reconciler.views.spoken import Spoken


def step_of(pending: Pending, voice: Spoken) -> str:
    """What will happen, its state, and on which day: ``book assistant, ordered, takes effect on …``."""
    state, day = looking.PENDING_STATES.get(pending.state, (Text(pending.state, pending.state), looking.POSSIBLE))
    return ", ".join((step(pending.verb, pending.item, voice), voice.say(state),
                      voice.say(day, day=voice.day(pending.until))))


def reason(pending: Pending, voice: Spoken) -> str:
    """Rule and sentence of what it waits for; that it lies in the cart, or is ordered, says enough."""
    if pending.state != "waiting":
        return ""
    return ": ".join(filter(None, (pending.rule, voice.say(pending.message))))
