"""POL-1: a pattern of the policy fits something.

Looked at only where a portal was asked. Source: this tool. Values: pattern, field.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.selection import matches
from reconciler.model.text import Text
from reconciler.rules._examples import document, together, workplace
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> Iterator[Breach]:
    policy = resource.body.policy
    for field in ("protect", "keep") if facts.diff and not facts.lost else ():
        for place, pattern in enumerate(getattr(policy, field)):
            if not any(matches(r.address, (pattern,)) for state in (facts.after, facts.before) for r in state):
                values = {"pattern": pattern, "field": Word(f"policy.{field}")}
                yield Breach("POL-1", resource.address, ("policy", field, place), values)


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
