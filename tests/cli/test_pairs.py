"""The assistant package is never bought for one workplace alone: plan, cart and portal agree on it."""

import json
from pathlib import Path

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish

ASSISTANT = "packages: [assistant]"
OLD = "activatedOn: 2026-01-01"
YOUNG = "activatedOn: 2026-11-10"


def orders(there: Path, *flags: str) -> list[str]:
    """Day, verb and whom of everything that is planned."""
    waves = json.loads(reconciler(there, "plan", "--output", "json", *flags).out)["waves"]
    return [f"{w['notBefore']} {o['verb']} {o['address'].partition('/')[2]}" for w in waves for o in w["orders"]]


def test_two_at_once(tmp_path: Path):
    """Both in one wave, and bought together."""
    there = office(tmp_path, [], [seat("anna.neu", "11", ASSISTANT), seat("bert.neu", "12", ASSISTANT)])
    assert orders(there) == ["2026-11-22 activate anna.neu", "2026-11-22 activate bert.neu"]
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "order", "--yes").exit == 0


def test_the_first_waits_for_the_second(tmp_path: Path):
    """One can be booked now and the other only after a term: both are, then, and the first says why it waits."""
    there = office(tmp_path, [seat("anna.alt", "11", internal="211", status=OLD),
                              seat("bert.alt", "12", internal="212", status=YOUNG)], [], unmanaged="delete")
    wish(there, COMPANY, seat("anna.alt", "11", ASSISTANT), seat("carl.neu", "12", ASSISTANT))
    flags = ("--allow", "deletes=1", "--allow", "numbers=1")
    assert orders(there, *flags)[-2:] == ["2026-12-11 book anna.alt", "2026-12-11 activate carl.neu"]
    waves = json.loads(reconciler(there, "plan", "--output", "json", *flags).out)["waves"]
    (wait,) = next(o for w in waves for o in w["orders"] if o["verb"] == "book")["waitsFor"]
    assert (wait["rule"], wait["until"]) == ("PKG-1", "2026-12-11")
    assert wait["message"] == "assistant only together with workplace/carl.neu, not alone"


def test_one_alone_is_not_bought(tmp_path: Path):
    """What somebody else leaves of a pair in the cart is refused when it is ordered, with rule and way out."""
    there = office(tmp_path, [], [seat("anna.neu", "11", ASSISTANT), seat("bert.neu", "12", ASSISTANT)])
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, seat("anna.neu", "11", ASSISTANT))
    said = unchanged(there, "order", "--yes")
    assert (said.exit, "PKG-1" in said.out) == (3, True), said
