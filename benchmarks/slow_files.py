"""Files of at most 5 MiB that were made to be slow: seconds, memory, and how many times the floor.

The floor is reading the same bytes through the events of yaml's C parser and doing nothing. Run it by hand:
``python -m benchmarks.slow_files [--plan] [NAME …]``. Wanted: any of them within 20 s and
512 MiB. CPU is of all cores; on a busy machine it tells more than the clock.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

DEEPEST = 100
LARGEST = 5 * 1024 * 1024
WORKSPACE = """\
apiVersion: cloudpbx/v1
kind: Workspace
metadata: {name: slow}
spec: {language: en, policy: {unmanaged: delete}}
"""
COMPANY = """\
apiVersion: cloudpbx/v1
kind: Company
metadata: {name: slow}
spec: {generation: "2.0", contract: line, defaultGroup: g}
---
apiVersion: cloudpbx/v1
kind: Group
metadata: {name: g}
"""
HEAD = "apiVersion: cloudpbx/v1\nkind: {kind}\nmetadata: {{name: {name}}}\n"
SEAT = HEAD.format(kind="Workplace", name="anna.schmidt") + "spec:\n  user: {firstName: A, lastName: S}\n"

SILENCES = ", ".join(f"R-{n} (x)" for n in range(6_000))


def filled(pattern: str, size: int = 1_000_000) -> str:
    """The pattern with its ``{n}`` counted up, until a document is nearly full."""
    parts, length, n = [], 0, 0
    while length < size:
        parts.append(pattern.format(n=n))
        length += len(parts[-1])
        n += 1
    return "".join(parts)


def documents(kind: str, spec: str, count: int, name: str = "n{n}") -> str:
    """So many documents of a kind."""
    one = HEAD.format(kind=kind, name=name).replace("{name:", "{{name:") + spec
    return "---\n".join(one.replace("{{", "{").replace("{n}", str(n)).replace("}}}", "}}") for n in range(count))


def five(pattern: str) -> str:
    """Five documents of nearly 1 MiB, each filled with the pattern."""
    one = "---\n".join(SEAT.replace("anna", f"anna{n}") + filled(pattern, 1_000_000) for n in range(5))
    return one[:LARGEST]


def _misspelt(count: int) -> str:
    groups = documents("Group", "", count, "gruppe-{n}")
    seats = documents("Workplace", "spec: {group: gruppe-x{n}, user: {firstName: A, lastName: B}}\n", count, "seat{n}")
    return groups + "---\n" + seats


CASES: dict[str, Callable[[], str]] = {
    "60,000 keys at the top": lambda: "".join(f"key{n}: x\n" for n in range(60_000)),
    "2,000 misspelt groups": lambda: _misspelt(2_000),
    "15,000 misspelt groups": lambda: _misspelt(15_000),
    "5,000 unknown keys in a spec": lambda: SEAT + "".join(f"  key{n}: x\n" for n in range(5_000)),
    "20,000 devices": lambda: SEAT + "  devices:\n" + "".join(f"  - profile: phone-{n}\n" for n in range(20_000)),
    "499,000 documents “a”": lambda: "---\na\n" * 499_000,
    "60,000 documents without a spec": lambda: documents("Workplace", "", 60_000, "seat{n}"),
    "40,000 documents with one error": lambda: documents("Group", "spec: {a: 1}\n", 40_000, "g{n}"),
    "5 × unknown keys": lambda: five("  key{n}: x\n"),
    "5 × unknown keys in braces": lambda: "---\n".join(
        SEAT.replace("anna", f"a{n}") + "  number: {" + filled("k{n}: 1, ") + "}\n" for n in range(5)),
    "5 × a list of 100,000 packages": lambda: "---\n".join(
        SEAT.replace("anna", f"a{n}") + "  packages: [" + ",".join(f"p{m}" for m in range(95_000)) + "]\n"
        for n in range(5)),
    "5 × a list of one letter": lambda: "---\n".join(
        SEAT.replace("anna", f"a{n}") + "  packages: [" + "a," * 490_000 + "]\n" for n in range(5)),
    "5 × lists in lists": lambda: five("  - [[[[[[[a]]]]]]]\n").replace("  user", "  devices:\n  x", 1),
    "5 × one key a million times": lambda: "---\n".join("a: 1\n" * 200_000 for n in range(5)),
    "5 × comments": lambda: five("  # comment {n}\n"),
    "5 × short comments": lambda: five("#\n"),
    "5 × blank lines": lambda: five("\n"),
    "a line of 5 MiB": lambda: "a" * (LARGEST - 10),
    "5 × a line of 1 MiB with errors": lambda: "---\n".join(
        SEAT.replace("anna", f"a{n}") + "  devices: [" + filled("{{q{n}: 1}}, ", 900_000) + "]\n" for n in range(5)),
    "brackets": lambda: "a: " + "[" * 1_000_000,
    "braces": lambda: "a: " + "{a: " * 250_000,
    "dashes": lambda: "- " * 500_000,
    "question marks": lambda: "? " * 500_000,
    "quotes": lambda: "a: " + '"" ' * 300_000,
    "long scalars": lambda: SEAT + "".join(f"  k{n}: {'x' * 65_000}\n" for n in range(15)),
    "invisible characters": lambda: SEAT + "".join(f"  k{n}: a\u200bb\n" for n in range(50_000)),
    "escapes": lambda: SEAT + '  devices: "' + "\\u200b" * 10_000 + '"\n',
    "silences": lambda: "---\n".join(
        SEAT.replace("{name: anna.schmidt}", f'{{name: a{n}.b, annotations: {{reconciler/ignore: "{SILENCES}"}}}}')
        for n in range(70)),
    "labels": lambda: SEAT.replace("{name: anna.schmidt}", "\n  name: anna.schmidt\n  labels:\n" + filled(
        "    label{n}: x\n", 900_000)),
    "defaults that disagree": lambda: documents(
        "Defaults", "spec: {match: {group: g}, workplace: {language: l{n}}}\n", 1_500, "d{n}") + "---\n" + SEAT,
    "workplaces and defaults": lambda: documents(
        "Defaults", "spec: {match: {labels: {l{n}: x}}, workplace: {language: de}}\n", 3_000, "d{n}") + "---\n"
        + "---\n".join(SEAT.replace("{name: anna.schmidt}", f"{{name: seat{n}, labels: {{l{n}: x}}}}")
                       for n in range(12_000)),
    "workplaces and defaults for all": lambda: documents(
        "Defaults", "spec: {match: {}, workplace: {language: de, timeZone: Europe/Berlin}}\n", 5_000, "d{n}") + "---\n"
        + documents("Workplace", "spec: {group: g{n}}\n", 20_000, "seat{n}"),
    "renames": lambda: "---\n".join(HEAD.format(kind="Group", name=f"g{n}, annotations: {{reconciler/was: g{n - 1}}}")
                                    for n in range(40_000)),
    "departments": lambda: HEAD.format(kind="Group", name="g2") + "spec:\n  departments:\n" + "".join(
        f"  - name: department{n}\n" for n in range(900)) + "---\n" + documents(
        "Workplace", "spec: {group: g2, department: deparment{n}}\n", 25_000, "seat{n}"),
    "the same name": lambda: documents("Group", "", 60_000, "same"),
    "the same number": lambda: documents(
        "Workplace", 'spec: {group: g, number: {external: "+49228638058"}}\n', 30_000, "seat{n}"),
    "the same mail": lambda: documents("Workplace", "spec: {user: {email: a@b.example}}\n", 40_000, "seat{n}"),
    "number blocks": lambda: documents(
        "NumberBlock", 'spec: {base: "+49228{n}", first: "00", last: "99", group: g}\n', 20_000, "b{n}")
        + "---\n" + documents("Workplace", 'spec: {group: g, number: {external: "+492289{n}"}}\n', 15_000, "seat{n}"),
}


def main(command: str, names: list[str]) -> int:
    """Print one line for each case; 1 if one is over the limits."""
    over = 0
    print(f"{'case':40} {'KiB':>6} {'seconds':>8} {'CPU':>6} {'MiB':>6} {'floor':>7} {'ratio':>6}  exit")
    for name in names or CASES:
        text = CASES[name]()
        raw = text.encode()
        assert len(raw) <= LARGEST, (name, len(raw))
        floor = _floor(raw)
        code, seconds, cpu, peak = _measured(raw, command)
        over += min(seconds, cpu) > 20 or peak > 512 or code not in (0, 3, 4)
        figures = f"{len(raw) // 1024:6} {seconds:8.2f} {cpu:6.2f} {peak:6.0f} {floor:7.2f} {cpu / floor:6.1f}"
        print(f"{name:40} {figures}  {code}", flush=True)
    return bool(over)


def _floor(raw: bytes) -> float:
    """Seconds that the C parser alone needs for the same bytes, as far as it gets."""
    start = time.perf_counter()
    for piece in raw.split(b"\n---\n"):
        loader = yaml.CBaseLoader(piece)
        depth = 0
        try:
            while (event := loader.get_event()) is not None and depth <= DEEPEST:  # libyaml is slow far below
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        except yaml.YAMLError:
            pass
        finally:
            loader.dispose()
    return max(time.perf_counter() - start, 0.001)


def _measured(raw: bytes, command: str) -> tuple[int, float, float, float]:
    """Exit code, seconds, CPU seconds and peak memory of the command on these bytes, in a process of its own."""
    with TemporaryDirectory() as folder:
        there = Path(folder)
        (there / "manifests").mkdir()
        (there / "reconciler.yaml").write_text(WORKSPACE, encoding="utf-8")
        (there / "manifests" / "company.yaml").write_text(COMPANY, encoding="utf-8")
        (there / "manifests" / "slow.yaml").write_bytes(raw)
        company = [folder + "/manifests/company.yaml", "--today", "2026-11-22"]
        subprocess.run([sys.executable, "-m", "reconciler", "-C", folder, "portal", "init", "--from", *company],
                       capture_output=True, check=True)
        start = time.perf_counter()
        child = [sys.executable, "-m", "benchmarks.slow_files", "--one", folder, command]
        done = subprocess.run(child, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
    cpu, peak = map(float, done.stderr.rsplit("used ", 1)[-1].split())
    return done.returncode, seconds, cpu, peak / 1024


def one(folder: str, command: str) -> int:
    """The command there, with what this process and its children used at the end of stderr."""
    from reconciler.cli import main as run

    outputs = ("--output", f"human={folder}/people.txt", "--output", f"json={folder}/all.json")
    code = run(["-C", folder, command, *outputs])
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu, peak = sum(u.ru_utime + u.ru_stime for u in used), max(u.ru_maxrss for u in used)
    sys.stderr.write(f"used {cpu} {peak}")
    return int(code)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        sys.exit(one(*sys.argv[2:]))
    plans = sys.argv[1:2] == ["--plan"]
    sys.exit(main("plan" if plans else "validate", sys.argv[2:] if plans else sys.argv[1:]))
