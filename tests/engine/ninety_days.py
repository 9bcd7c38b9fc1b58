"""Ninety days of a company's life, with `apply` every night.

    python -m tests.engine.ninety_days --count 20000       # or --seed 4711 for one life

By day people edit the manifests, order the cart or forget to, touch the portal by hand, or the portal rejects what was
ordered; at night the plan is applied, and now and then the run dies half-way or answers get lost.
"""

import argparse
import sys
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing import Pool
from random import Random

from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome
from reconciler.model.position import Observation
from reconciler.model.text import Text
from reconciler.planning.draft import Draft
from reconciler.planning.pricing import plan_cost
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.faults import Fault, Faulty
from reconciler.portal.service import Service
from tests.engine.dying import Crash, Dying
from tests.engine.edits import Editor
from tests.engine.engine import KIT, Watched, buy, content, plan, portal_of, send
from tests.engine.generator import Wish
from tests.engine.oracle import wrong
from tests.engine.pairs import bodies, numberless
from tests.engine.prices import PRICED

DAYS = 90
CALM = 110
"""After so many quiet nights the company must be what the manifests say: terms, a number's date, what follows them."""

ONE_DAY = timedelta(days=1)
LOST = [Fault("execute", n, "lose-after") for n in range(1, 99, 3)]
"""Every third answer is lost, and looked up."""

REJECTED = Text("Ablehnung zur Übung", "rejected as a rehearsal")


class Life:
    """One company from its first day on; ``events`` counts what happened to it."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.editor = Editor(self.rng)
        self.store = MemoryStore()
        self.events: Counter[str] = Counter()
        while True:  # the first wish must be lawful in an empty portal, as any other
            self.wish = self.editor.founded()
            self.portal = portal_of(content(self.wish.documents()), self.store)
            if not plan(self.portal, self.wish.documents()).plan.changes and not self.planned().errors:
                break
            self.store = MemoryStore()
        self.always = set(wrong(self.portal.observe()))
        self.injected: set[Address] = set()

    @property
    def today(self) -> date:
        """The portal's day."""
        return self.portal.observe(()).today

    def planned(self, wish: Wish | None = None, *, simulate: bool = True) -> Draft:
        """The plan of the moment."""
        return plan(self.portal, (wish or self.wish).documents(), simulate=simulate)

    def lived(self) -> "Life":
        """Ninety days with edits, then quiet ones until nothing is left to do."""
        for _ in range(DAYS):
            self.day()
            self.night()
        for _ in range(CALM):
            drafted = self.planned()
            if self.settled(drafted):
                return self
            self.night(drafted)
        raise AssertionError(f"not there after {CALM} quiet nights:\n{self.planned().plan}")

    def day(self) -> None:
        """What people do; an edit that breaks a rule is not merged."""
        rng = self.rng
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
            wish = self.editor.edited(self.wish, self.today)
            merged = not self.planned(wish, simulate=False).errors
            self.wish = wish if merged else self.wish
            self.events["merged" if merged else "refused"] += 1
        if rng.random() < 0.1:
            self.touch()
        if rng.random() < 0.1:
            self.reject()

    def touch(self) -> None:
        """Somebody changes a setting at the portal, past the manifests."""
        seats = list(self.portal.observe().state.of("workplace").values())
        if seats:
            order = Order(f"hand-{self.events['touched']}", "direct", "update", self.rng.choice(seats).address,
                          body={"timeZone": "Europe/Vienna"})
            others = Service(self.store, KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0, ours=False)
            token = others.acquire("somebody")
            assert others.execute(order, token).outcome is Outcome.DONE
            others.release(token)
            self.events["touched"] += 1

    def reject(self) -> None:
        """The portal rejects a position that was ordered, for reasons of its own."""
        ordered = [p for p in self.portal.observe(()).positions if p.state == "ordered"]
        if ordered:
            position = self.rng.choice(ordered)
            with self.store.write() as books:
                books.set_position(replace(position, state="rejected", rule="CART-1", reason=REJECTED))
                books.count_life(position.address)
                if position.verb == "activate":
                    books.claim({position.address: ()})
            self.events["rejected"] += 1

    def night(self, calm: Draft | None = None) -> None:
        """Apply, hold the laws, perhaps order, and sleep; of a ``calm`` one the plan is known."""
        drafted = self.mended(calm or self.planned())
        assert not drafted.errors, [f"{f.rule} {f.address}: {f.message.en}" for f in drafted.findings
                                    if f.severity == "error"]
        self.hold_plan(drafted)
        self.apply(drafted)
        if calm or self.rng.random() < 0.8:
            buy(self.portal)
        self.portal.advance(self.today + ONE_DAY)
        self.hold_portal(self.portal.observe())

    def mended(self, drafted: Draft) -> Draft:
        """The plan, once the dates are gone that waiting or a rejection made impossible: who is set up begins later."""
        while late := [f.address.name for f in drafted.findings if f.rule in ("NUM-3", "DATE-1") and f.address]:
            for name in late:
                self.wish.people[name].begins = None
                self.events["mended"] += 1
            drafted = self.planned()
        return drafted

    def apply(self, drafted: Draft) -> None:
        """Send what is due; after a crash or lost answers the next night goes on."""
        due, watched, luck = drafted.plan.due, Watched(self.portal), self.rng.random()
        portal = Faulty(watched, LOST) if luck > 0.95 else watched
        try:
            receipts = send(portal, due, Dying(self.rng.randrange(4 * len(due))) if due and luck < 0.05 else None)
        except Crash:
            self.events["died"] += 1
        else:
            assert {r.outcome for r in receipts} <= {Outcome.DONE, Outcome.ALREADY_PRESENT}, receipts
            again = self.planned(simulate=False).plan.due if due else ()  # where nothing was sent the plan is the same
            assert not again, f"not done after apply: {again}"
        bare = numberless(due)
        for moment in watched.moments:
            assert set(wrong(moment, bare)) <= self.always
        self.events["orders"] += len(due)

    def hold_plan(self, drafted: Draft) -> None:
        """Each change has a step or a reason, each date its reason, each repeated order too; the sum is true."""
        found, before = drafted.plan, self.portal.observe()
        orders = [o for wave in found.waves for o in wave.orders]
        named = {o.address for o in orders} | {b.address for b in found.blocked}
        for change in found.changes:
            assert {change.address, change.before.address if change.before else change.address} & named, change
        for wave in found.waves:
            late = wave.not_before > found.as_of
            assert not [o for o in wave.orders if late and max(w.until for w in o.waits_for) != wave.not_before]
        rejected = {(p.address, p.verb, p.item) for p in before.positions if p.state == "rejected"}
        again = {o.address for o in orders if (o.address, o.verb, o.item) in rejected}
        assert {f.address for f in drafted.findings if f.rule == "CART-3"} == again
        self.hold_sum(before, drafted)
        self.events["waves"] += len(found.waves) > 1
        self.events["repeated"] += bool(again)

    def hold_sum(self, before: Observation, drafted: Draft) -> None:
        """What is paid now is what is active or ordered, without what is ordered to go."""
        cost = plan_cost(PRICED, before, drafted.plan, KIT).cost
        assert cost
        ordered = [p for p in before.positions if p.state == "ordered"]
        gone = {p.address for p in ordered if p.verb == "delete"}
        seats = [r.address for r in before.state.of("workplace").values() if r.address not in gone]
        coming = [p.address for p in ordered if p.verb == "activate"]
        counted = next((line.before.count for line in cost.lines if line.item.section == "workplace"), 0)
        assert counted == len(seats) + len(coming)

    def hold_portal(self, found: Observation) -> None:
        """Nothing dangles, nothing is double, and the portal had nothing to reject."""
        assert set(wrong(found)) <= self.always
        assert not [p for p in found.positions if p.state == "rejected" and p.reason != REJECTED]
        mine = Counter((p.address, p.verb, p.item) for p in found.positions if p.open)
        assert not [key for key, times in mine.items() if times > 1]

    def settled(self, drafted: Draft) -> bool:
        """Whether nothing is left to do; then the portal is what the manifests say, and nothing was lost."""
        found = self.portal.observe()
        if drafted.plan.changes or any(p.open for p in found.positions):
            return False
        there, wished = bodies(found.state), bodies(content(self.wish.documents()))
        for address, body in wished.items():
            for path in ("number.external", "number.internal"):
                if body.get(path) == "auto" or address in self.automatic():
                    there[address][path] = body[path]
        assert there == wished
        return True

    def automatic(self) -> set[str]:
        """Whose number is left to the portal."""
        return {f"workplace/{p.name}" for p in self.wish.people.values() if "auto" in (p.external, p.internal)}


def live(seed: int) -> Counter[str]:
    """One life, and what happened in it; its seed and how to repeat it are printed first."""
    print(f"python -m tests.engine.ninety_days --seed {seed}")  # noqa: T201
    return Life(seed).lived().events


def _tried(seed: int) -> tuple[int, str]:
    try:
        Life(seed).lived()
    except Exception as problem:  # noqa: BLE001 - whatever it is, the seed must be told
        return seed, f"{type(problem).__name__}: {str(problem)[:500]}"
    return seed, ""


def main() -> int:
    """Many lives on all cores; gives 1 if any of them broke a law."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int)
    asked = parser.parse_args()
    if asked.seed is not None:
        print(dict(live(asked.seed)))  # noqa: T201
        return 0
    broken = 0
    with Pool() as pool:
        tried = pool.imap_unordered(_tried, range(asked.first, asked.first + asked.count))
        for n, (seed, problem) in enumerate(tried, 1):
            broken += bool(problem)
            if problem or n % 500 == 0:
                print(f"{n} lives, {broken} broken" + (f"; seed {seed}: {problem}" if problem else ""), flush=True)  # noqa: T201
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
