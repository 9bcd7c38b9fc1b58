"""POL-1: a pattern of the policy fits something.

A kind that there is not is an error anywhere; the rest is looked at only where a portal was asked.
Source: this tool. Values: pattern, field.
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from reconciler.kinds import all_kinds
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Message, Word, sentence
from reconciler.model.nearest import nearest
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.selection import matches
from reconciler.model.text import Text
from reconciler.rules._examples import document, together, workplace
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> Iterator[Breach]:
    policy, looked = resource.body.policy, facts.diff and not facts.lost
    for field in ("protect", "keep"):
        for place, pattern in enumerate(getattr(policy, field)):
            unknown = _unknown(pattern)
            there = (r for state in (facts.after, facts.before) for r in state)
            if unknown or (looked and not any(matches(r.address, (pattern,)) for r in there)):
                values = {"pattern": pattern, "field": Word(f"policy.{field}")}
                severity = Severity.ERROR if unknown else None
                yield Breach("POL-1", resource.address, ("policy", field, place), values, help=unknown,
                             piece=pattern.partition("/")[0] if unknown else "", severity=severity)


def _unknown(pattern: str) -> Message | None:
    """What to write instead of a kind that there is not: no portal needs to be asked for that."""
    written, known = pattern.partition("/")[0], tuple(all_kinds())
    if any(fnmatchcase(kind, written) for kind in known):
        return None
    near, listed = nearest(written, known), Word(", ".join(known))
    if near:
        return sentence("Gemeint ist wohl die Art „{near}“. Es gibt: {listed}.",
                        "Probably the kind “{near}” is meant. There are: {listed}.", near=Word(near), listed=listed)
    return sentence("Die Art „{kind}“ gibt es nicht. Es gibt: {listed}.",
                    "There is no kind “{kind}”. There are: {listed}.", kind=written, listed=listed)


def _policy(pattern: str) -> str:
    return together(document("Workspace", "musterwerke", policy=f"{{protect: [{pattern}]}}"), workplace("empfang.nord"))


RULE = Rule(
    "POL-1",
    Severity.WARNING,
    Text("Muster trifft nichts", "Pattern fits nothing"),
    Text(
        "„{pattern}“ unter „{field}“ trifft weder etwas in den Manifesten noch im Portal.",
        "“{pattern}” of “{field}” fits nothing in the manifests nor in the portal.",
    ),
    Text(
        "Ein verschriebenes oder überholtes Muster schützt niemanden mehr.",
        "A pattern that is misspelt or out of date protects nobody any more.",
    ),
    Text(
        "Das Muster berichtigen oder streichen: Art und Name, „*“ für beliebigen Text, etwa „workplace/empfang.*“.",
        "Correct the pattern or take it away: kind and name, “*” for any text, such as “workplace/empfang.*”.",
    ),
    OURS,
    of=("workspace",),
    each=_check,
    bad=Example(_policy("workplace/empfnag.*"), workplace("empfang.nord")),
    good=Example(_policy("workplace/empfang.*"), workplace("empfang.nord")),
)
