"""Breaches of the rules on internal numbers: exactly one rule for each number."""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Message, Word, sentence
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.numbers.choose import Internals
from reconciler.numbers.internal import broken_rule
from reconciler.rules._holders import staying
from reconciler.rules._layers import is_kept
from reconciler.rules._plan import AUTO

PATH: Path = ("number", "internal")


def integrated(resource: Resource) -> bool:
    """Whether a mobile telephone is part of the workplace by MagentaEINS."""
    integration = resource.body.mobile_integration
    return integration is not None and integration.type == "magentaeins"


def internal_breach(
    rule: str, resource: Resource, facts: Facts, severity: Severity | None = None
) -> tuple[Breach, ...]:
    """The breach, if ``rule`` is the first that the internal number breaks."""
    number = resource.body.number.internal
    if number == AUTO or broken_rule(number, integrated=integrated(resource)) != rule:
        return ()
    advice = kept_advice(resource, facts)
    return (Breach(rule, resource.address, PATH, {"value": number}, severity=severity, help=advice),)


def kept_advice(resource: Resource, facts: Facts) -> Message | None:
    """The way out where ``auto`` keeps a number that breaks a rule: to write down another one, which is free."""
    if not is_kept(resource, PATH):
        return None
    name, near = resource.address.name, resource.body.number.external
    digits = near[-3:] if near[-3:].isdecimal() else ""
    free = facts.index(_internals).choose(name, digits, integrated=integrated(resource)) or ""
    return sentence(
        "„auto“ behält die Nummer, die das Portal hat: eine andere hinschreiben, etwa die freie „{free}“.",
        "“auto” keeps the number that the portal has: write down another one, such as “{free}”, which is free.",
        free=Word(free),
    )


def _internals(facts: Facts) -> Internals:
    return Internals(workplace.body.number.internal for workplace in staying(facts))
