"""Laws of what a plan is written into: the same plan for the same world, and nothing lost on the way."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

from reconciler.commands.opened import Opened
from reconciler.commands.plan import plan_on, plan_text
from reconciler.files.plan import read_plan
from reconciler.model.document import Document
from reconciler.model.report import Report
from reconciler.registry import offers
from reconciler.views.redact import disguised
from reconciler.views.view import Options, View
from reconciler.workspace.wishes import Wishes
from tests.engine.engine import KIT, REQUEST, plan, portal_of, workspace
from tests.engine.pairs import held, pairs, story
from tests.engine.worlds import documents

LANGUAGE = workspace().language
VIEWS: dict[str, View] = offers("reconciler.views", "VIEW")


def report(first: str, wish: Sequence[Document]) -> Report:
    """What the command ``plan`` says."""
    opened = Opened(KIT, workspace(), Wishes(list(wish), [], 1))
    return plan_on(opened, portal_of(held(first)).observe(), REQUEST)


@cache
def usual(first: str, then: str) -> Report:
    """The report for documents in the order of their file."""
    return report(first, documents(then))


@pairs
def test_deterministic(first: str, then: str) -> None:
    """Whatever the order of documents, not a byte of the plan differs."""
    shuffled = list(documents(then))
    Random(f"{first} {then}").shuffle(shuffled)
    assert plan_text(report(first, shuffled), LANGUAGE) == plan_text(usual(first, then), LANGUAGE)


@pairs
def test_plan_file_round_trip(first: str, then: str, tmp_path: Path) -> None:
    """A plan file holds every order as it was planned, and is written back byte for byte."""
    path, text = tmp_path / "plan.json", plan_text(usual(first, then), LANGUAGE)
    path.write_text(text, encoding="utf-8")
    read, planned = read_plan(path).plan, usual(first, then).plan
    assert read is not None
    assert planned is not None
    assert [w.not_before for w in read.waves] == [w.not_before for w in planned.waves]
    for wave, again in zip(planned.waves, read.waves, strict=True):
        for order, back in zip(wave.orders, again.orders, strict=True):
            assert (order.ref, order.channel, order.verb, order.address, order.item, dict(order.body)) == (
                back.ref, back.channel, back.verb, back.address, back.item, dict(back.body))
            assert (order.activation_date, order.binds_until, order.target, order.expects) == (
                back.activation_date, back.binds_until, back.target, back.expects)
    assert read.due == tuple(read.waves[0].orders if planned.due else ())
    assert plan_text(read_plan(path), LANGUAGE) == text


def named(told: Report) -> Iterator[str]:
    """All addresses and rules that a report names."""
    yield from (str(f.address) for f in told.findings if f.address)
    yield from (f.rule for f in told.findings)
    if told.plan:
        yield from (str(c.address) for c in told.plan.changes)
        yield from (str(o.address) for w in told.plan.waves for o in w.orders)
        yield from (w.rule for wave in told.plan.waves for o in wave.orders for w in o.waits_for)
        yield from (str(b.address) for b in told.plan.blocked)


@pairs
def test_views_are_complete(first: str, then: str) -> None:
    """Each address and each rule that the plan names is in every view, or its pseudonym and then never itself."""
    told = usual(first, then)
    for redact in ("none", "pseudonym"):
        options = Options("de", redact=redact, detail="full")
        shown = {*named(disguised(told, options))}
        for view in (view for name, view in VIEWS.items() if name != "ics"):  # a calendar is no view of a plan
            text = re.sub(r"\s+", " ", view.render(told, options))
            assert not {name for name in shown if name not in text}
            if redact == "pseudonym":
                assert not {name for name in named(told) if name.startswith("workplace/") and name in text}


@pairs
def test_lowered_once(first: str, then: str) -> None:
    """Only orders of the first wave have a reference, no two the same; the rest is a forecast."""
    for found in story(first, then).rounds:
        refs = [o.ref for o in found.draft.plan.due]
        assert len(set(refs)) == len(refs)
        assert None not in refs
        assert not [o.ref for w in found.draft.plan.waves for o in w.orders if o.ref and o not in found.draft.plan.due]


@pairs
def test_plan_never_writes(first: str, then: str) -> None:
    """Planning and its simulation leave the portal as it is."""
    portal = portal_of(held(first))
    before = portal.observe()
    plan(portal, documents(then))
    assert portal.observe().revision == before.revision
