"""Facts, which remember what was found in them, and rules asked for their errors alone."""

from collections.abc import Iterator
from typing import Any

from reconciler.model.address import Address
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts, Rule
from reconciler.model.text import NOTHING

ANNA, BONN = (Resource(Address.parse(address), None) for address in ("workplace/anna", "group/bonn"))
FACTS = Facts(after=State([ANNA, BONN]))


def _check(resource: Resource, _facts: Facts) -> Iterator[Breach]:
    yield Breach("X-1", resource.address)
    yield Breach("X-1", resource.address, severity=Severity.WARNING)


def rule(severity: Severity = Severity.ERROR, **more: Any) -> Rule:
    """A rule with two breaches at every resource, one of them a warning."""
    return Rule("X-1", severity, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, **({"each": _check} | more))


def test_what_was_found_in_facts_is_kept_with_them():
    """However many rules ask; other facts are asked anew."""
    asked: list[Facts] = []

    def count(facts: Facts) -> int:
        asked.append(facts)
        return len(facts.after)

    other = Facts(after=State())
    assert [facts.index(count) for facts in (FACTS, other, FACTS, other)] == [2, 0, 2, 0]
    assert asked == [FACTS, other]


def test_only_errors():
    """By the breach's own severity, else by the rule's; a rule is asked of its kinds alone."""
    assert [b.severity for b in rule().errors(ANNA, FACTS)] == [None]
    assert not [*rule(Severity.INFO).errors(ANNA, FACTS)]
    assert not [*rule().errors(BONN, FACTS)]
    assert [*rule(of=("group",)).errors(BONN, FACTS)]
    assert not [*rule(each=None).errors(ANNA, FACTS)]
