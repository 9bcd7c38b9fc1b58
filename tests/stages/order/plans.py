"""Diffs and agendas between two texts of manifests, made by the stages alone."""

from reconciler.kinds import all_kinds
from reconciler.model.change import Diff
from reconciler.model.position import Observation
from reconciler.model.resource import Resource, State
from reconciler.stages.judge.compare import compare
from reconciler.stages.order._agenda import Agenda, Ground
from reconciler.stages.order._lawful_order import Breaks
from reconciler.stages.order.expand import expand
from reconciler.stages.wish.interpret import interpret
from reconciler.stages.wish.settle import settle
from tests.engine.documents import read
from tests.engine.engine import TODAY, content

KINDS = all_kinds()


def observed(held: str) -> Observation:
    """A portal that holds what the text says, with an empty cart."""
    return Observation("local", "acme", "origin", "1", TODAY, State(content(read(held))))


def between(held: str, wish: str) -> Diff:
    """What changes from what a portal holds to a wish; what is not wished for is deleted."""
    before = observed(held).state
    wished = settle(interpret(read(wish), KINDS, before).state, before, KINDS, TODAY).state
    return compare(wished, before, KINDS, (), delete_unmanaged=True)


def keeps_all_rules(_: Resource) -> frozenset[str]:
    """No rule of the portal is ever broken."""
    return frozenset()


def agenda(held: str, wish: str, breaks: Breaks = keeps_all_rules) -> Agenda:
    """The steps from one to the other, on the day of all tests."""
    diff = between(held, wish)
    return Agenda(expand(diff, observed(held), KINDS, breaks), Ground(diff, KINDS, TODAY))


def said(found: Agenda) -> list[str]:
    """Each step with its day after today, what it does and to whom."""
    return [" ".join(filter(None, (f"{(one.day - TODAY).days}", one.step.verb, one.step.address.name, one.step.item,
                                   ",".join(f.path for f in one.step.fields if one.step.verb == "update"))))
            for one in found.dated]
