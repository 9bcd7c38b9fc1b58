"""Which wishes are for a workplace that does not exist yet."""

from reconciler.model.finding import Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts


def is_new(seat: Resource, facts: Facts) -> bool:
    """Whether the workplace will be set up: unknown to the portal, or replaced because its group changes.

    Only then are login data sent; of an existing workplace they cannot be read, so that nobody can write
    them down.
    """
    known = facts.before.of("workplace").get(seat.address.name)
    return known is None or known.body.group != seat.body.group


def if_new(facts: Facts) -> Severity | None:
    """How severe an error is that only a new workplace makes: a warning where no portal says which ones are new."""
    return None if facts.asked else Severity.WARNING
