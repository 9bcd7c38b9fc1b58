"""Which wishes are for a workplace that does not exist yet, and whose login data are known."""

from dataclasses import replace
from typing import Any

from reconciler.kinds.workplace import Login
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Message, sentence
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.model.text import Text


def is_new(workplace: Resource, facts: Facts) -> bool:
    """Whether the workplace will be set up: unknown to the portal, or replaced because its group changes.

    Only then are first login data sent.
    """
    known = facts.before.of("workplace").get(workplace.address.name)
    return known is None or known.body.group != workplace.body.group


def needs_login(workplace: Resource, facts: Facts) -> bool:
    """Whether login data must be complete: of a new workplace, and where the portal tells those of an existing one."""
    return is_new(workplace, facts) or told_login(workplace, facts) is not None


def told_login(workplace: Resource, facts: Facts) -> Any | None:
    """The login data that the portal tells of a workplace; None where it tells nothing."""
    known = facts.before.of("workplace").get(workplace.address.name)
    login: Any = known.body.login if known else None
    return login if login and login != Login() else None


def of_new(breach: Breach, facts: Facts, fix: Text) -> Breach:
    """What only a new workplace breaks; where no portal says which ones are new, a warning that says what is coming."""
    if facts.asked:
        return breach
    told = sentence("{fix} {plan}", "{fix} {plan}", fix=Message(fix, breach.values), plan=_PLAN)
    return replace(breach, severity=Severity.WARNING, help=told)


_PLAN = Text("Ist der Arbeitsplatz neu, lehnt `plan` das ab.", "Where the workplace is new, `plan` refuses this.")
