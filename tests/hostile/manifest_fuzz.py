"""Manifests that went wrong somewhere: no traceback, no hang, and an exit that says what it is.

    python -m tests.hostile.manifest_fuzz --cases 20000 --seed 1

Half of the cases change bytes, half values. A case that fails prints its seed, and the same seed makes the same file.
"""

import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from tests.cli.command import EXAMPLES, reconciler
from tests.hostile.mutations import command_line, counted, in_time, mutated_bytes, mutated_tree

EXITS = {0, 1, 3, 4}
WORKSPACES = ("musterwerke", "tier", "rename", "move")
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1.5, "", " ", "x" * 5000, "ä" * 300, "\x00", "\x1b[2J", "\u202e", "\ufeff",
    "e\u0301",
    "2026-02-30", "9999-12-31", "0001-01-01", "auto", "+", "+49", "110", "112", "0", "00", "٣", "1e9", "0x10", "null",
    "~", "- a", "{", "*a", "&a", "!!int 1", "system", "workplace/x", "../../etc/passwd", "{{7*7}}", "%s", "{0}",
    "{value}",
    [], {}, [None], [[]], {"": ""}, {"a": {"b": {"c": []}}}, ["x"] * 300, {f"k{n}": n for n in range(300)},
)
"""Values that nobody writes on purpose where they are put."""

PIECES = (b"\t", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"---\n", b"...\n", b"&a ", b"*a", b"!!set ", b"<<: ", b"? ",
          b": ", b"- ", b"[", b"]", b"{", b"}", b'"', b"'", b"|\n", b">\n", b"#", b"%YAML 9.9\n", b"\xc2\x85",
          b"\xe2\x80\xa8", b"9" * 5000, b"[" * 300, b"kind: Workplace\n", b"metadata: {name: x}\n", b"<<<<<<< HEAD\n")


def case(folder: Path, seed: int) -> int:
    """One changed file of one workspace, checked and planned; gives the exit of plan.

    Raises:
        AssertionError: where something is wrong; the seed is in it.
    """
    chance = random.Random(seed)
    there = folder / chance.choice(WORKSPACES)
    path = chance.choice([*sorted((there / "manifests").rglob("*.yaml")), *there.glob("*.yaml")])
    raw = path.read_bytes()
    if chance.random() < 0.5:
        path.write_bytes(mutated_bytes(raw, PIECES, chance))
    else:
        trees = mutated_tree(list(yaml.load_all(raw, yaml.BaseLoader)), VALUES, chance)
        path.write_text(yaml.safe_dump_all(trees, allow_unicode=chance.random() < 0.5))
    codes = []
    try:
        for command in ("validate", "plan"):
            with in_time():
                codes.append(reconciler(there, command).exit)
    except Exception as bug:
        raise AssertionError(f"seed {seed}: {path.relative_to(folder)}: {bug!r}") from bug
    finally:
        path.write_bytes(raw)
    if not set(codes) <= EXITS:
        raise AssertionError(f"seed {seed}: {path.relative_to(folder)}: exits {codes}")
    return codes[1]


def fuzz(count: int, seed: int) -> Counter[int]:
    """So many changed files; gives how often plan ended how."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in WORKSPACES:
            left_out = shutil.ignore_patterns(".reconciler", "expected")
            shutil.copytree(EXAMPLES / name, folder / name, ignore=left_out)
            said = reconciler(folder / name, "portal", "init", "--from", "portal", "--today", "2026-11-22")
            if said.exit:
                raise AssertionError(said)
        return counted(lambda n: case(folder, n), count, seed)


if __name__ == "__main__":
    command_line(__doc__, fuzz, 20000)
