"""Plan files with a right digest and any content: no traceback, no hang, no order that a plan made now does not have.

    python -m tests.hostile.plan_fuzz --cases 2000 --seed 1

Every case prints nothing; a case that fails prints its seed, and the same seed makes the same file.
"""

import json
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import reconciler
from tests.cli.office import office, seat, wish
from tests.cli.test_forged_plans import PROFILE, signed
from tests.hostile.mutations import command_line, counted, in_time, mutated_tree

EXITS = {0, 3, 4, 5, 7, 8}
HOSTILE: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1.5, "", " ", "x" * 70_000, "\x00", "\x1b[2J", "\ud800", "\u202e", "2026-02-30",
    "9999-12-31", "workplace/anna.schmidt", "workplace/", "/", "company/lindenhof", "o1-aaaaaaaaaaaaaaaaaaaaaaaaaa",
    "delete", "withdraw", "direct", [], {}, [None], {"": ""}, {"number.external": "+49228638099"}, [[[[]]]],
)
"""Values that no plan of ours holds where they are put."""


def company(folder: Path) -> Path:
    """A workspace with every sort of order in its plan file: into the cart, at once, out of the cart."""
    there = office(folder, [seat("carl.lang", "60"), seat("dora.lind", "70")],
                   [seat("carl.lang", "60"), seat("eva.mai", "71")], unmanaged="report")
    if (said := reconciler(there, "apply", "--yes")).exit:
        raise AssertionError(said)
    wish(there, seat("anna.schmidt", "58"), seat("carl.lang", "61", "packages: [conference-plus]"),
         seat("dora.lind", "60"), seat("eva.mai", "72"), PROFILE)
    if (said := reconciler(there, "plan", "--allow", "updates=9", "--out", "plan.json")).exit:
        raise AssertionError(said)
    return there


def seen(there: Path) -> tuple[dict[tuple[str, str], Any], set[str]]:
    """What the portal holds: every leaf of every resource, and what lies in the cart by content."""
    portal = connect(open_workspace(there), load_kit())
    found, positions = portal.observe(), portal.positions()
    portal.close()
    kinds = load_kit().kinds
    leaves = {(str(r.address), f.path): f.value(r.body) for r in found.state for f in kinds[r.address.kind].fields}
    return leaves, {p.digest for p in positions}


def case(model: Path, there: Path, plain: dict[str, Any], seed: int, known: list[Any]) -> int:
    """One forged plan file, shown, applied and ordered; gives the exit of apply.

    Raises:
        AssertionError: where something is wrong; the seed is in it.
    """
    shutil.rmtree(there, ignore_errors=True)
    shutil.copytree(model, there)
    text = signed(mutated_tree(plain, HOSTILE, random.Random(seed)))
    (there / "plan.json").write_text(text)
    codes = []
    for line in (("show", "plan.json"), ("apply", "plan.json"), ("order", "plan.json", "--yes")):
        try:
            with in_time():
                codes.append(reconciler(there, *line).exit)
        except Exception as bug:
            raise AssertionError(f"seed {seed}: {line[0]}: {bug!r}") from bug
    (before, _), (after, approved) = known
    leaves, positions = seen(there)
    strange = [leaf for leaf, value in leaves.items() if value not in (before.get(leaf), after.get(leaf))]
    if not set(codes) <= EXITS or strange or not positions <= approved:
        raise AssertionError(f"seed {seed}: exits {codes}, strange {strange}, {len(positions - approved)} positions")
    return codes[1]


def fuzz(count: int, seed: int) -> Counter[int]:
    """So many forged plan files; gives how often apply ended how."""
    with tempfile.TemporaryDirectory() as scratch:
        model = company(Path(scratch))
        plain = json.loads((model / "plan.json").read_text())
        proper = shutil.copytree(model, Path(scratch) / "proper")
        if (said := reconciler(proper, "apply", "plan.json")).exit:
            raise AssertionError(said)
        beforehand, afterwards = seen(model), seen(proper)
        known = [beforehand, (afterwards[0], beforehand[1] | afterwards[1])]
        there = Path(scratch) / "case"
        return counted(lambda n: case(model, there, plain, n, known), count, seed)


if __name__ == "__main__":
    command_line(__doc__, fuzz, 2000)
