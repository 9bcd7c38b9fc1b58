"""The rules that the portal itself holds everyone to."""

from collections.abc import Iterator

from reconciler.model.finding import Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.portal.desk import Desk
from reconciler.portal.refusals import Refusal


def broken(desk: Desk, resource: Resource, facts: Facts) -> Iterator[Refusal]:
    """The errors of one resource, seen with all settings.

    The rules of the portal look at the resource and at settings, never at other workplaces; so the same facts,
    with all that was worked out from them, serve every order until a setting changes.
    """
    for rule in desk.rules:
        if rule.each and resource.address.kind in rule.of:
            for breach in rule.each(resource, facts):
                if (breach.severity or rule.severity) is Severity.ERROR:
                    yield Refusal(rule.id, rule.message.filled(breach.values))
