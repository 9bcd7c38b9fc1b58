"""Rules over facts, without echoes."""

from collections.abc import Iterator
from typing import Any

from reconciler.model.change import Action, Change, Diff
from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts, Rule
from reconciler.model.text import NOTHING
from reconciler.stages.judge.check import check
from tests.engine.values import ANNA, BERT, workplace

PATH: Path = ("number", "external")


def rule(id_: str, **checks: Any) -> Rule:
    """A rule with these checks."""
    return Rule(id_, Severity.ERROR, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, **checks)


def each(resource: Resource, _: Facts) -> Iterator[Breach]:
    """Every workplace breaks it, at its number."""
    yield Breach("EACH", resource.address, PATH)


WISHED = State([workplace(), workplace(BERT)])
RULES = [
    rule("EACH", each=each), rule("WHOLE", whole=lambda _: [Breach("WHOLE")]),
    rule("CHANGE", change=lambda change, _: [Breach("CHANGE", change.address)]),
]


def test_each_whole_and_change_are_asked():
    """Of every wish, once of all, of every change."""
    diff = Diff((Change(ANNA, Action.DELETE, "x"),), State(), State())
    found = check(Facts(after=WISHED, wished=WISHED, diff=diff), RULES)
    assert [(b.rule, b.address) for b in found] == [
        ("EACH", ANNA), ("EACH", BERT), ("WHOLE", None), ("CHANGE", ANNA)]


def test_what_could_not_be_read_has_no_echo():
    """A rule that stumbles over the field, its parent or a part of it, says nothing new; at others it does."""
    for unread in (PATH, ("number",), (*PATH, "x")):
        found = check(Facts(after=WISHED, wished=WISHED), RULES[:1], [(ANNA, unread)])
        assert [b.address for b in found] == [BERT]
    assert len(check(Facts(after=WISHED, wished=WISHED), RULES[:1], [(ANNA, ("group",))])) == 2
