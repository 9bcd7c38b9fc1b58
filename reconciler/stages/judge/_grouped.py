"""Findings that say the same and have one answer, as one."""

from collections.abc import Iterable, Mapping, Sequence
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


def at_one_place(found: Sequence[Finding]) -> Finding:
    """What one rule finds at one place, as one finding: in the words of the first, with all whom it is about."""
    if len(found) == 1:
        return found[0]
    by_address: dict[Address | None, Finding] = {}
    for finding in found:
        by_address.setdefault(finding.address, finding)
    first, *others = by_address.values()
    also = dict.fromkeys((*first.also, *(related for other in others for related in other.also)))
    return replace(first, also=tuple(also), others=tuple(o.address for o in others if o.address))


def _also_at(address: Address) -> Message:
    return sentence("ebenso bei {address}", "also at {address}", address=address)


def _one(first: Finding, others: list[Finding]) -> Finding:
    places = (Related(o.place, _also_at(o.address)) for o in others if o.place and o.address)
    named = (address for other in others for address in (other.address, *other.others) if address)
    return replace(first, also=(*first.also, *places), others=(*first.others, *named))
