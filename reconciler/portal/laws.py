"""The rules that the portal itself holds everyone to."""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity
from reconciler.model.references import claims
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts, Rule
from reconciler.portal.desk import Desk
from reconciler.portal.refusals import Refusal
from reconciler.stages.check import check


def broken(desk: Desk, resource: Resource, settings: State) -> Iterator[Refusal]:
    """The errors of one resource, seen with all settings and with whoever holds a unique value of its."""
    after = settings.but((*_rivals(desk, resource), resource))
    facts = Facts(after=after, today=desk.meta.today, wished=State((resource,)))
    rules = {rule.id: rule for rule in desk.rules}
    for breach in check(facts, desk.rules):
        rule = rules[breach.rule]
        if _severity(breach, rule) is Severity.ERROR:
            yield Refusal(rule.id, rule.message.filled(breach.values))


def _severity(breach: Breach, rule: Rule) -> Severity:
    return breach.severity or rule.severity


def _rivals(desk: Desk, resource: Resource) -> Iterator[Resource]:
    for claim in claims(desk.kind(resource.address), resource.body):
        for holder in desk.books.holders(claim):
            rival = desk.books.resource(holder)
            if rival is not None:
                yield rival
