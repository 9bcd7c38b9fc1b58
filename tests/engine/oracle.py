"""What must be true of a portal at every moment, worked out anew: no rule, mark or reference of the tool is asked."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from reconciler.model.position import Observation
from tests.engine.engine import KIT

Plain = Mapping[str, Any]


def wrong(found: Observation, numberless: Collection[str] = ()) -> list[str]:
    """All dangling references and values held twice; ``numberless`` may be without a number for a moment."""
    held = {kind: {r.address.name: KIT.kinds[kind].plain(r.body) for r in found.state.of(kind).values()}
            for kind in ("company", "group", "blockingprofile", "template", "numberblock", "workplace")}
    coming = [p for p in found.positions if p.open and p.verb == "activate"]
    seats = [*held["workplace"].items(), *((p.address.name, p.body) for p in coming)]
    begins = {p.address.name: p.activation_date for p in coming}
    problems = [*_settings(held), *_twice(seats)]
    for name, body in seats:
        day = begins.get(name) or found.today
        problems += [f"{name}: {problem}" for problem in _seat(body, held, day, bare=name in numberless)]
    return problems


def _settings(held: Mapping[str, Mapping[str, Plain]]) -> Iterator[str]:
    groups, profiles = held["group"], {*held["blockingprofile"], "system", None}
    for kind in ("group", "template", "company"):
        for name, body in held[kind].items():
            if body.get("blockingProfile") not in profiles or body.get("defaultBlockingProfile") not in profiles:
                yield f"{kind}/{name}: profile"
    for kind in ("template", "numberblock", "company"):
        for name, body in held[kind].items():
            if {body.get("group"), body.get("defaultGroup")} - {None, *groups}:
                yield f"{kind}/{name}: group"


def _seat(body: Plain, held: Mapping[str, Mapping[str, Plain]], day: date, *, bare: bool) -> Iterator[str]:
    group = held["group"].get(body["group"])
    if group is None:
        yield "group"
    if body.get("department") and body["department"] not in [d["name"] for d in (group or {}).get("departments", [])]:
        yield "department"
    if body.get("blockingProfile") not in {*held["blockingprofile"], "system", None}:
        yield "profile"
    basics = [p for c in held["company"].values() for p in c.get("packages", [])]
    if "call-analytics" in body.get("packages", []) and "call-analytics-basic" not in basics:
        yield "company package"
    number = body.get("number", {}).get("external")
    blocks = [b for b in held["numberblock"].values() if b.get("group") == body["group"]]
    if not (number is None and bare) and not any(_inside(str(number), b, day) for b in blocks):
        yield f"number {number}"


def _inside(number: str, block: Plain, day: date) -> bool:
    if not number.startswith(block["base"]) or block.get("availableFrom", "") > day.isoformat():
        return False
    rest, width = number[len(block["base"]) :], len(block["first"])
    longest: int = width + block.get("extendedBy", 0)
    return width <= len(rest) <= longest and str(block["first"]) <= rest[:width] <= str(block["last"])


def _twice(seats: list[tuple[str, Plain]]) -> Iterator[str]:
    names = Counter(name for name, _ in seats)
    for part in ("external", "internal"):
        counts = Counter(body.get("number", {}).get(part) for _, body in seats)
        yield from (f"{value} {n} times" for value, n in counts.items() if n > 1 and value)
    yield from (f"{name} {n} times" for name, n in names.items() if n > 1)
