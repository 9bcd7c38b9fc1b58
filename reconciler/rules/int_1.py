"""INT-1: an internal number has two to six digits.

Source: help page "Rufnummernverwaltung". Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import internal_breach
from reconciler.rules._sources import page


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    number = resource.body.number.internal
    if 2 <= len(number) <= 6 and number.isdecimal() and number.isascii():
        return ()
    return internal_breach("INT-1", resource, facts)


RULE = Rule(
    "INT-1",
    Severity.ERROR,
    Text("Länge der internen Rufnummer", "Length of the internal number"),
    Text("„{value}“ ist keine interne Rufnummer.", "“{value}” is not an internal number."),
    Text("Interne Rufnummern bestehen aus zwei bis sechs Ziffern.", "Internal numbers have two to six digits."),
    Text("Zwei bis sechs Ziffern oder „auto“ schreiben.", "Write two to six digits, or “auto”."),
    page("Rufnummernverwaltung"),
    each=_check,
    portal=True,
    silenceable=False,
    bad=Example(workplace(number='{internal: "5"}')),
    good=Example(workplace(number='{internal: "55"}')),
)
