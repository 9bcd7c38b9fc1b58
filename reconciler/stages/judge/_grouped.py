"""Findings that say the same and have one answer, as one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reconciler.model.address import Address
from reconciler.model.finding import Finding, Related
from reconciler.model.message import Message, sentence
from reconciler.model.rule import Rule


def grouped(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """The findings in their order; of those alike by a grouped rule only the first, which names all the others."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for n, finding in enumerate(findings):
        same = (finding.rule, finding.severity, finding.message, finding.help)
        alike.setdefault(same if rules[finding.rule].grouped else (n,), []).append(finding)
    return tuple(_one(first, others) if others else first for first, *others in alike.values())


def _also_at(address: Address) -> Message:
    return sentence("ebenso bei {address}", "also at {address}", address=address)


def _one(first: Finding, others: list[Finding]) -> Finding:
    places = (Related(o.place, _also_at(o.address)) for o in others if o.place and o.address)
    return replace(first, also=(*first.also, *places), others=tuple(o.address for o in others if o.address))
