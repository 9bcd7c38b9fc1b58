"""What the figures should be, and whether they are."""

from collections.abc import Iterator
from typing import Any

from benchmarks.table import Row, busy, counts, find, growth

SIZE = 10_000
SMALL, LARGE = 1_000, 100_000
Judged = dict[str, Any]


def judge(rows: list[Row]) -> list[Judged]:
    """Every goal: what was measured (None: was not), and whether it is met."""
    return [*_against_peers(rows), *_growth(rows), *_memory(rows), *_start(rows)]


def listed(judged: list[Judged]) -> str:
    """The goals as lines for people."""
    words = {True: "met", False: "MISSED", None: "not measured"}
    return "\n".join(f"{words[g['met']]:<13}{g['goal']}" + (f": {g['measured']:.3g}" if g["measured"] else "")
                     for g in judged)


def _goal(text: str, measured: float | None, limit: float, *, at_least: bool = False) -> Judged:
    met = None
    if measured is not None:
        met = measured >= limit if at_least else measured <= limit
    return {"goal": text, "measured": measured, "limit": limit, "met": met}


def _ratio(other: Row | None, mine: Row | None) -> float | None:
    """How many times as long the other takes: by the clock, or by processor time on a busy machine."""
    if other is None or mine is None:
        return None
    figure = "cpu" if busy(other) or busy(mine) else "wall"
    ratio: float = other[figure] / mine[figure]
    return ratio


def _against_peers(rows: list[Row]) -> Iterator[Judged]:
    peer = {name: find(rows, tool=name, n=SIZE) for name in ("octodns", "check-jsonschema", "kubeconform")}
    plan = find(rows, tool="ours", name="plan", n=SIZE)
    yield _goal("plan of 10,000 at least 8 times faster than octoDNS", _ratio(peer["octodns"], plan), 8,
                at_least=True)
    mine = find(rows, tool="ours", name="validate", n=SIZE)
    yield _goal("validate of 10,000 at least 15 times faster than check-jsonschema",
                _ratio(peer["check-jsonschema"], mine), 15, at_least=True)
    yield _goal("validate of 10,000 in at most 1.5 of kubeconform's time", _ratio(mine, peer["kubeconform"]), 1.5)


def _growth(rows: list[Row]) -> Iterator[Judged]:
    shapes = dict.fromkeys((r["name"], r["shape"]) for r in rows if r["tool"] == "ours" and r["n"])
    for name, shape in shapes:
        small, large = (find(rows, tool="ours", name=name, shape=shape, n=n) for n in (SMALL, LARGE))
        measured = growth(small, large) if small and large else None
        yield _goal(f"CPU growth 1,000 to 100,000 at most 1.1, {name}, {shape}", measured, 1.1)


def _memory(rows: list[Row]) -> Iterator[Judged]:
    for row in rows:
        if row["tool"] == "ours" and row["n"] and counts(row):
            limit = row["n"] * 25_000 / 2**20 + 60
            text = f"MiB at most {limit:.0f}, {row['name']}, {row['n']} {row['shape']}"
            yield _goal(text, row["memory"], limit)


def _start(rows: list[Row]) -> Iterator[Judged]:
    row = find(rows, tool="ours", name="--help")
    yield _goal("seconds of --help at most 0.15", row["wall"] if row else None, 0.15)
