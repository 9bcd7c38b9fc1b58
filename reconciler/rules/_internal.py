"""Breaches of the rules on internal numbers: exactly one rule for each number."""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.numbers.internal import broken_rule
from reconciler.rules._plan import AUTO


def integrated(resource: Resource) -> bool:
    """Whether a mobile telephone is part of the workplace by MagentaEINS."""
    integration = resource.body.mobile_integration
    return integration is not None and integration.type == "magentaeins"


def internal_breach(rule: str, resource: Resource, severity: Severity | None = None) -> tuple[Breach, ...]:
    """The breach, if ``rule`` is the first that the internal number breaks."""
    number = resource.body.number.internal
    if number == AUTO or broken_rule(number, integrated=integrated(resource)) != rule:
        return ()
    path = ("number", "internal")
    return (Breach(rule, resource.address, path, {"value": number}, severity=severity),)
