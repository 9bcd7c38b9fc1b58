"""What each page shows: the values for its template, made from one look at the portal."""

from collections.abc import Mapping
from typing import Any

from reconciler.model.meaning import ENDING, PAID, number_of
from reconciler.model.position import Position
from reconciler.model.status import Status
from reconciler.portal.books.chain import verdict
from reconciler.server.problems import Problem
from reconciler.server.web import cart as carts
from reconciler.server.web import numbers as plans
from reconciler.server.web import values, words
from reconciler.server.web import workplaces as places
from reconciler.server.web.audits import Audited
from reconciler.server.web.looks import Look
from reconciler.server.web.paged import paged
from reconciler.stages.outlook.linger import bought, counted
from reconciler.views.say.audit import short

Values = Mapping[str, Any]

BLOCKS = 10
"""Of one page of the number plan."""


def overview(status: Status, look: Look) -> Values:
    """The company, its day, and how much of everything there is."""
    counts = [(look.kinds[kind].many, status.counts[kind]) for kind in sorted(status.counts) if kind != "company"]
    return {"title": words.OVERVIEW, "status": status, "counts": counts, "plans": plans.plans(look)[:BLOCKS]}


def workplaces(look: Look, query: str, number: int) -> Values:
    """The workplaces that fit a search, a page of them."""
    return {"title": words.WORKPLACES, "query": query, "list": paged(places.rows(look, query), number)}


def workplace(look: Look, name: str) -> Values:
    """One workplace.

    Raises:
        Problem: if there is none of this name.
    """
    found = places.whole(look, name)
    if found is None:
        raise Problem("no-workplace", words.NO_WORKPLACE, status=404)
    return {"title": words.ITSELF, "place": found, "today": look.seen.today, "lines": values.lines,
            "label": values.label, "open": [_line(p, look) for p in found.open]}


def numbers(look: Look, number: int) -> Values:
    """The number plan: all blocks, those that are not too large with every number."""
    found = paged(plans.plans(look), number, BLOCKS)
    small = {plan.name: tuple(plans.decades(plan, look)) for plan in found.rows
             if plans.count_of_decades(plan.block) <= plans.DECADES}
    return {"title": words.NUMBERS, "list": found, "small": small, "states": plans.STATES}


def block(look: Look, name: str, number: int) -> Values:
    """One block, a page of its decades.

    Raises:
        Problem: if there is none of this name.
    """
    plan = next((plan for plan in plans.plans(look) if plan.name == name), None)
    if plan is None:
        raise Problem("no-block", words.NO_BLOCK, status=404)
    there = paged(range(plans.count_of_decades(plan.block)), number, plans.DECADES)
    decades = tuple(plans.decades(plan, look, there.first - 1))
    return {"title": words.BLOCK, "plan": plan, "list": there, "decades": decades, "states": plans.STATES}


def cart(look: Look, whose: str) -> Values:
    """What lies in the cart, what it means to buy it, and the seal of just that."""
    positions, today = carts.shown(look, whose), look.seen.today
    return {
        "title": words.CART, "whose": whose, "lines": [_line(p, look) for p in positions[:carts.MOST]],
        "most": carts.MOST, "too_many": len(positions) > carts.MOST, "seal": carts.seal(positions, today),
        "bound": bought(positions, look.kinds, today), "mixed": len({p.ours for p in look.lying}) > 1,
        "ending": sum(p.verb in ENDING for p in positions), "others": sum(not p.ours for p in positions),
        "paid": sum(p.verb in PAID for p in positions),
    }


def orders(look: Look, number: int) -> Values:
    """What was ordered, the latest first."""
    found = sorted((p for p in look.history if p.state != "in-cart"), key=lambda p: (p.address, p.ref))
    found.sort(key=lambda p: p.ordered_on or look.seen.today, reverse=True)
    page = paged(found, number)
    return {"title": words.ORDERS, "list": page, "lines": [_line(p, look) for p in page.rows]}


def audit(audited: Audited, number: int) -> Values:
    """The rows of the audit, the latest first, and whether all of them are as the portal wrote them."""
    rows, found = audited
    wrong = found.number if found else 0
    page = paged(range(len(rows), 0, -1), number)
    return {"title": words.AUDIT, "list": page, "misfit": wrong, "verdict": verdict(found, rows), "short": short,
            "head": rows[-1].hash if rows else "",
            "lines": [{"row": rows[at - 1], "misfit": at == wrong} for at in page.rows]}


def _line(position: Position, look: Look) -> Values:
    """A position as it is shown, and until when it binds."""
    in_cart = position.state == "in-cart"
    return {"position": counted(position, look.seen.today), "bound": carts.bound(position, look) if in_cart else None,
            "number": number_of(position.body), "has_page": position.address.kind == places.KIND}
