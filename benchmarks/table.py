"""The figures as one table."""

import math
from typing import Any

Row = dict[str, Any]
BUSY = 0.05
"""From this share taken or waited on, time of the clock says little: compare by processor time."""

COLUMNS = (("tool", 18), ("command", 19), ("N", 8), ("shape", 12), ("seconds", 9), ("CPU s", 9), ("ms/unit", 9),
           ("MiB", 7), ("growth", 7), ("x ours", 8), ("x CPU", 8), ("runs", 5), ("waited", 7),
           ("stolen", 7))


def counts(row: Row) -> bool:
    """Whether the run did what it should, so that its figures mean something."""
    return not row["note"] and bool(row["runs"])


def waited(row: Row) -> float:
    """The share of its time in which the process did not run: others had the processor, or it read the disk."""
    share: float = row["cpu"] / row["wall"]
    return max(0.0, 1 - share)


def busy(row: Row) -> bool:
    """Whether the machine had so much else to do that the clock says little."""
    return row["stolen"] > BUSY or waited(row) > BUSY


def growth(small: Row, large: Row) -> float:
    """The exponent of processor time between two sizes: 1 is linear, 2 quadratic."""
    return math.log(large["cpu"] / small["cpu"]) / math.log(large["n"] / small["n"])


def find(rows: list[Row], **wanted: Any) -> Row | None:
    """The first row that counts and has these values."""
    return next((r for r in rows if counts(r) and all(r[k] == v for k, v in wanted.items())), None)


def before(rows: list[Row], row: Row) -> Row | None:
    """The same on the next smaller size."""
    smaller = [r for r in rows if counts(r) and 0 < r["n"] < row["n"]
               and all(r[k] == row[k] for k in ("tool", "name", "shape"))]
    return max(smaller, key=lambda r: r["n"], default=None)


def of(rows: list[Row]) -> str:
    """All rows, tool by tool, size by size."""
    order = list(dict.fromkeys((r["tool"], r["name"]) for r in rows))
    ranked = sorted(rows, key=lambda r: (order.index((r["tool"], r["name"])), r["shape"], r["n"]))
    head = _line([name for name, _ in COLUMNS])
    units = dict.fromkeys(f"{r['tool']}: {r['unit']}" for r in rows if r["unit"])
    return "\n".join([head, "-" * len(head), *(_shown(rows, r) for r in ranked), "", "Units: " + "; ".join(units)])


def _shown(rows: list[Row], row: Row) -> str:
    cells = [row["tool"], row["name"], f"{row['n'] or ''}", row["shape"]]
    if row["runs"]:
        cells += [f"{row['wall']:.3f}", f"{row['cpu']:.3f}"]
        cells += [f"{row['wall'] / row['n'] * 1000:.3f}" if row["n"] else "", f"{row['memory']:.0f}"]
    if counts(row):
        small, mine = before(rows, row), find(rows, tool="ours", name=row["job"], n=row["n"])
        cells.append(f"{growth(small, row):.2f}" if small else "")
        cells += [f"{row['wall'] / mine['wall']:.2f}", f"{row['cpu'] / mine['cpu']:.2f}"] if mine else ["", ""]
        cells += [str(row["runs"]), f"{waited(row):.0%}", f"{row['stolen']:.0%}"]
    return _line(cells) + (f"  ! {row['note']}" if row["note"] else "")


def _line(cells: list[str]) -> str:
    left = {"tool", "command", "shape"}
    padded = (f"{cell:<{width}}" if name in left else f"{cell:>{width}}"
              for cell, (name, width) in zip(cells, COLUMNS, strict=False))
    return " ".join(padded)
