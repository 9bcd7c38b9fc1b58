"""Short random lives of a portal: what must hold after every step, and both stores tell the same."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from reconciler.model.position import Observation
from reconciler.model.references import claims, references, satisfied
from reconciler.model.resource import Resource
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.protocol import Store
from reconciler.portal.books.store import SqlStore
from tests.engine.values import KINDS
from tests.portal.company import MOBILE, Till, opened, seen, workplace

STEPS = 12
NAMES = ("old.one", "plain.one", "new.one", "new.two", "new.three")
PACKAGES = ("assistant", "call-analytics", "conference-plus")
COMMON = ("activate", "activate", "activate", "book", "cancel", "delete", "change", "withdraw", "renumber")
RARE = ("departments", "extension", "profile", "company")

Sent = tuple[str, str, dict[str, Any], dict[str, Any]]


def spec(rng: Random) -> dict[str, Any]:
    """A workplace, more often free than in conflict with others."""
    more: dict[str, Any] = {"packages": rng.sample(PACKAGES, rng.choice((0, 0, 1, 2)))}
    more |= {"department": rng.choice(("sales", "idle"))} if rng.random() < 0.4 else {}
    more |= {"blockingProfile": "strict"} if rng.random() < 0.2 else {}
    more |= {"mobileIntegration": MOBILE} if rng.random() < 0.2 else {}
    number, internal = rng.choice(("10", "20", "21", "22", "23", "210")), rng.choice(("10", "20", "21", "22", "99"))
    return workplace(number, internal, **more)


def common(rng: Random, found: Observation, verb: str) -> Sent:
    """An order about a workplace, or about one of the positions."""
    seat = f"workplace/{rng.choice(NAMES)}"
    if verb in ("change", "withdraw"):
        position = rng.choice(found.positions) if found.positions else None
        where = str(position.address) if position and rng.random() < 0.9 else seat
        return verb, where, {"value": MOBILE} | spec(rng), {"target": position.ref if position else "r0000"}
    if verb == "renumber":
        number = spec(rng)["number"]
        return "update", seat, {f"number.{part}": value for part, value in number.items()}, {}
    if verb == "activate":
        day = rng.choice((None, None, found.today + timedelta(rng.randint(-1, 9))))
        return verb, seat, spec(rng), {"activation_date": day}
    item = rng.choice((*PACKAGES, "mobileIntegration"))
    booked = [(str(r.address), one) for r in found.state for one in (r.life and r.life.booked) or ()]
    if verb == "cancel" and booked:
        seat, item = rng.choice(booked)
    return verb, seat, {"value": MOBILE}, {} if verb == "delete" else {"item": item}


def rare(rng: Random, what: str) -> Sent:
    """An order about what workplaces refer to."""
    departments = [{"name": name} for name in ("sales", "idle", "third") if rng.random() < 0.7]
    sent: dict[str, Sent] = {
        "departments": ("update", "group/bonn", {"departments": departments}, {}),
        "extension": ("update", "numberblock/old", {"extendedBy": rng.randint(0, 1)}, {}),
        "profile": (rng.choice(("create", "remove")), "blockingprofile/strict", {}, {}),
        "company": (rng.choice(("book", "cancel")), "company/acme", {}, {"item": "call-analytics-basic"}),
    }
    return sent[what]


def step(rng: Random, tills: list[Till]) -> Counter[str]:
    """Do the same with every portal, and see that all answer alike."""
    choice = rng.random()
    if choice < 0.65:
        found = tills[0].service.observe()
        order = common(rng, found, rng.choice(COMMON)) if choice < 0.5 else rare(rng, rng.choice(RARE))
        verb, address, body, more = order
        receipts = [till.send(verb, address, body, **more) for till in tills]
        assert all(receipt == receipts[0] for receipt in receipts)
        return Counter([f"{verb} {receipts[0].outcome}"])
    if choice < 0.8:
        refs = [p.ref for p in tills[0].service.observe().positions if p.state == "in-cart"]
        chosen = [ref for ref in refs if rng.random() < 0.8]
        assert {till.order(*chosen).outcome for till in tills} == {"done"}
        return Counter(["submit"])
    days = rng.choice((1, 2, 31))
    for till in tills:
        till.service.advance(till.service.observe().today + timedelta(days))
    return Counter(["advance"])


def wanted(found: Observation) -> list[Resource]:
    """What is active, and what open positions will make active."""
    ordered = [p for p in found.positions if p.open and p.verb == "activate"]
    made = [Resource(p.address, KINDS[p.address.kind].read(p.body)) for p in ordered]
    return [*found.state, *made]


def assert_sound(found: Observation) -> None:
    """No dangling reference, no value held twice, and bookings and packages agree."""
    held: Counter[tuple[str, str]] = Counter()
    for resource in wanted(found):
        kind = KINDS[resource.address.kind]
        held.update(claim[1:] for claim in claims(kind, resource.body))
        assert all(satisfied(r, found.state) for r in references(kind, resource.body)), resource
        if resource.life and kind.key == "workplace":
            booked = {*resource.body.packages, *(["mobileIntegration"] if resource.body.mobile_integration else [])}
            assert set(resource.life.booked) == booked
    assert [value for value, times in held.items() if times > 1] == []
    assert all(p.reason for p in found.positions if p.state == "rejected")


@pytest.mark.parametrize("block", range(6))
def test_short_lives(block: int, tmp_path: Path) -> None:
    """Fifty lives of twelve steps: sound after every step, and in every tenth memory and database agree."""
    outcomes: Counter[str] = Counter()
    for seed in range(block * 50, block * 50 + 50):
        print("seed", seed)  # noqa: T201
        rng = Random(seed)
        stores: list[Store] = [MemoryStore()]
        stores += [] if seed % 10 else [SqlStore(tmp_path / f"{seed}.db", KINDS, create=True)]
        tills = [opened(store) for store in stores]
        for _ in range(STEPS):
            outcomes += step(rng, tills)
            assert all(seen(till) == seen(tills[0]) for till in tills)
            assert_sound(tills[0].service.observe())
        outcomes.update(f"{position.verb} ends {position.state}" for position in tills[0].service.positions())
        for till in tills:
            till.service.close()
    print(dict(outcomes))  # noqa: T201
    assert outcomes["activate done"]
    assert outcomes["activate rejected"]
