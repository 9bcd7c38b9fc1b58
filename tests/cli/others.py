"""Somebody else at the portal, who puts positions into the same cart."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome
from reconciler.portal.books.file import File
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from reconciler.rules import all_rules

BEA = {"group": "bonn", "number": {"external": "+49228638059", "internal": "59"},
       "user": {"firstName": "Bea", "lastName": "Keller", "email": "bea.keller@lindenhof.example"},
       "login": {"email": "bea.keller@lindenhof.example", "mobile": "+491701234559"}}


def others_put(folder: Path, *orders: Order, bought: bool = False) -> None:
    """Somebody at the portal puts these into the cart."""
    kinds = all_kinds()
    others = Service(SqlStore(File(folder / ".reconciler/portal.db"), kinds), kinds, tuple(all_rules().values()),
                     time.time, ours=False)
    token = others.acquire("somebody")
    assert [others.execute(order, token).outcome for order in orders] == [Outcome.DONE] * len(orders)
    if bought:
        assert others.submit({p.ref: p.digest for p in others.positions() if p.theirs}, token).outcome is Outcome.DONE
    others.release(token)
    others.close()


def theirs(name: str, verb: str, item: str = "", **body: Any) -> Order:
    """An order of theirs about a workplace."""
    return Order(f"theirs-{verb}-{name}", "cart", verb, Address("workplace", name), item, body)


def set_up(name: str = "bea.keller", day: date | None = None, **other: Any) -> Order:
    """They set up a workplace, that of Bea if it is not said otherwise; with a day as written."""
    body = BEA | other | ({"activationDate": day.isoformat()} if day else {})
    return replace(theirs(name, "activate", **body), activation_date=day)
