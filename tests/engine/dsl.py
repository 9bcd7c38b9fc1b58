"""Small scenes: what a portal holds, what is wished then, and the whole way there with every look on it."""

from dataclasses import replace
from datetime import date
from typing import Any

from reconciler.model.order import Outcome
from reconciler.planning.draft import Draft, draft
from reconciler.portal.service import Service
from reconciler.workspace.wishes import Wishes
from tests.engine.documents import read
from tests.engine.engine import KIT, REQUEST, TODAY, Play, Unmanaged, buy, content, portal_of, workspace
from tests.engine.pairs import assert_safe, assert_there


def booked(document: str, **days: str) -> str:
    """The document of a workplace for which something was booked on certain days (``conference_plus="2026-11-21"``)."""
    told = ", ".join(f"{item.replace('_', '-')}: {day}" for item, day in days.items())
    return document.replace("status: {", f"status: {{bookedOn: {{{told}}}, ", 1)


def portal(text: str, today: date = TODAY) -> Service:
    """A portal that holds what the text says."""
    there = portal_of(content(read(text)))
    if today > TODAY:
        there.advance(today)
    return there


def asked(there: Service, wish: str, unmanaged: Unmanaged = "delete", **request: Any) -> Draft:
    """The plan for a wish, of which only a part may be asked for, or as of another day."""
    return draft(workspace(unmanaged), Wishes(list(read(wish)), [], 1), there.observe(), KIT,
                 replace(REQUEST, **request))


def orders(drafted: Draft) -> list[str]:
    """A plan in short: a day, a verb, a name and an item for each order."""
    return [" ".join(filter(None, (f"{wave.not_before:%m-%d}", o.verb, o.address.name, o.item)))
            for wave in drafted.plan.waves for o in wave.orders]


def rules(drafted: Draft) -> set[str]:
    """The rules of all findings but one that is always told where nothing is blocked."""
    return {finding.rule for finding in drafted.findings} - {"BLOCK-3"}


def queued(there: Service, wish: str, *, bought: bool = False) -> Service:
    """The portal once the wish was applied, and perhaps ordered."""
    play = Play(there, read(wish))
    play.apply(twice=True)
    assert_safe(play.rounds)
    if bought:
        buy(there)
    return there


def reached(there: Service, wish: str, unmanaged: Unmanaged = "delete") -> Play:
    """From the portal as it is to the wish: every plan is simulated, every moment looked at, everything sent twice."""
    play = Play(there, read(wish), unmanaged).converge(twice=True)
    assert_safe(play.rounds)
    for found in play.rounds:
        assert {receipt.outcome for receipt in found.again} <= {Outcome.ALREADY_PRESENT}
        assert found.fresh
        assert not found.fresh.plan.due
    if unmanaged == "delete":
        assert_there(play, content(read(wish)))
    return play
