"""One synthetic company of any size in our manifest form: the same size gives the same bytes.

    python -m benchmarks.company 10000 FOLDER [--shape packed] [--changed]
    python -m benchmarks.company --check

Everything follows from a workplace's index alone. FOLDER becomes a workspace: `reconciler.yaml`, `manifests/`
and `portal/`, the documents of the portal as it is. The portal always holds the unchanged company; with
`--changed` every 100th person has another last name in the manifests. Written by formatting, because a YAML
dumper would take longer than everything that is measured; `--check` shows that it loads back.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

FIRST = (
    "Ada", "Bernd", "Clara", "Dirk", "Emil", "Frieda", "Gerd", "Hanna", "Ingo", "Jana", "Karl", "Lena",
    "Max", "Nele", "Otto", "Paula", "Ralf", "Sara", "Timo", "Ulla", "Volker", "Wanda",
)
LAST = (
    "Ahrens", "Becker", "Conrad", "Decker", "Ebert", "Franke", "Gerlach", "Hoffmann", "Ihle", "Jahn",
    "Kaiser", "Lehmann", "Menzel", "Nolte", "Oswald", "Pohl", "Reuter", "Seidel", "Thoma", "Urban",
    "Voss", "Winter", "Zander",
)
DEPARTMENTS = ("innendienst", "versand", "technik")
TELEPHONES = ("polycom-vvx-201", "polycom-vvx-401", "polycom-vvx-501")
TEMPLATES = ("vertrieb", "verwaltung")
FIRST_BLOCK, BLOCKS, BLOCK_SIZE = 2000, 8000, 100
MOST = 500_000
"""Internal numbers are six digits from 200000 on; 7xxxxx would break a rule."""


class Shape(NamedTuple):
    """How many workplaces share a group, and a file (0: all, company included)."""

    group: int
    file: int


SHAPES = {
    "packed": Shape(group=100, file=50),
    "one-file": Shape(group=100, file=0),
    "file-each": Shape(group=100, file=1),
    "one-group": Shape(group=MOST, file=50),
    "many-groups": Shape(group=25, file=50),
}


class Seat(NamedTuple):
    """What tells one workplace from another."""

    place: int
    name: str
    first: str
    last: str
    group: str
    department: str
    template: str
    block: int
    extension: int

    @property
    def profile(self) -> str:
        """The blocking profile: every fifth workplace writes its own, the others have their template's."""
        return "streng" if self.place % 5 == 0 else self.template

    @property
    def packages(self) -> tuple[str, ...]:
        """What is booked: by the template, and on every tenth workplace by itself."""
        own = ("assistant",) if self.place % 10 == 3 else ()
        return own + (("conference-plus",) if self.template == "vertrieb" else ())


def blocks_of(shape: Shape, n: int) -> Iterator[tuple[int, str]]:
    """Every number block with the group that it is assigned to."""
    each = -(-min(shape.group, n) // BLOCK_SIZE)
    for number in range(-(-n // shape.group) * each):
        yield FIRST_BLOCK + number, f"standort-{number // each:05d}"


def seat(i: int, shape: Shape, n: int) -> Seat:
    """The i-th of n workplaces."""
    first, last = FIRST[i % len(FIRST)], LAST[i // len(FIRST) % len(LAST)]
    group, within = divmod(i, shape.group)
    each = -(-min(shape.group, n) // BLOCK_SIZE)
    return Seat(i, f"{first}.{last}{i}".lower(), first, last, f"standort-{group:05d}", DEPARTMENTS[i % 3],
                TEMPLATES[i % 2], FIRST_BLOCK + group * each + within // BLOCK_SIZE, within % BLOCK_SIZE)


def is_changed(i: int) -> bool:
    """Whether the i-th workplace belongs to the 1 %."""
    return i % 100 == 7


def _document(kind: str, name: str, spec: str) -> str:
    return f"---\napiVersion: cloudpbx/v1\nkind: {kind}\nmetadata:\n  name: {name}\nspec:\n{spec}"


def company(n: int, shape: Shape) -> Iterator[str]:
    """Everything that portal and manifests have alike beside the workplaces."""
    yield _document("Company", "musterwerke", f"""  generation: "2.0"
  contract: line
  quota: {n}
  lines:
  - name: hauptleitung
    address:
      street: Musterweg
      houseNumber: "1"
      postalCode: "53113"
      city: Bonn
  defaultGroup: standort-00000
  defaultBlockingProfile: verwaltung
  timeZone: Europe/Berlin
""")
    for name, ranges in (("streng", '["+49900", "+49137", "+88"]'), ("verwaltung", '["+49900"]'),
                         ("vertrieb", '["+49900", "+49137"]')):
        yield _document("BlockingProfile", name, f"  description: Sperrt {name}\n  outgoing: {ranges}\n")
    yield _document("Template", "vertrieb", "  blockingProfile: vertrieb\n  desktopClient: full\n"
                                            "  packages: [conference-plus]\n")
    yield _document("Template", "verwaltung", "  blockingProfile: verwaltung\n  desktopClient: full\n")
    for number in range(-(-n // shape.group)):
        departments = "".join(f"  - name: {d}\n    callerId: workplace\n" for d in DEPARTMENTS)
        yield _document("Group", f"standort-{number:05d}", f"""  displayName: Standort {number}
  shortCode: S{number:05d}
  blockingProfile: verwaltung
  departments:
{departments}""")
    for block, group in blocks_of(shape, n):
        yield _document("NumberBlock", f"bonn-{block}", f"""  base: "+49228{block}"
  first: "00"
  last: "99"
  group: {group}
  line: hauptleitung
""")


def defaults() -> Iterator[str]:
    """What the manifests have and the portal does not."""
    yield _document("Defaults", "alle", "  workplace:\n    timeZone: Europe/Berlin\n"
                                        "    number:\n      nomadicUse: allowed\n")
    yield _document("Defaults", "technik", "  match:\n    department: technik\n"
                                           "  workplace:\n    timeZone: Europe/Berlin\n")


def wish(s: Seat, *, changed: bool = False) -> str:
    """A workplace as an administrator writes it: numbers with blanks, the rest from template and defaults."""
    i = s.place
    last = s.last + ("-Neumann" if changed and is_changed(i) else "")
    own = "  blockingProfile: streng\n" if i % 5 == 0 else ""
    booked = "  packages:\n  - assistant\n" if i % 10 == 3 else ""
    listed = f'  directoryMobile: "+49 170 {1000000 + i}"\n' if i % 3 == 0 else ""
    return f"""---
apiVersion: cloudpbx/v1
kind: Workplace
metadata:
  name: {s.name}
  labels:
    team: {s.department}
    floor: "{i % 9}"
    costCentre: "{4000 + i % 40}"
    room: "{i % 9}.{i % 250:03d}"
spec:
  template: {s.template}
  group: {s.group}
  department: {s.department}
  language: de
  timeZone: Europe/Berlin
  user:
    firstName: {s.first}
    lastName: {last}
    email: {s.name}@musterwerke.example
{_ADDRESS}  login:
    email: {s.name}@musterwerke.example
    mobile: "+49 170 {1000000 + i}"
  number:
    external: "+49 228 {s.block}-{s.extension:02d}"
    internal: "{200000 + i}"
    nomadicUse: allowed
{own}  devices:
  - profile: {TELEPHONES[i % 3]}
    label: Tisch
  - profile: mobile-client
    label: Unterwegs
{listed}{booked}  activationDate: 2026-10-01
"""


_ADDRESS = """    address:
      street: Musterweg
      houseNumber: "1"
      postalCode: "53113"
      city: Bonn
      country: DE
"""


def fact(s: Seat) -> str:
    """The same workplace as the portal has it: every value concrete."""
    i = s.place
    booked = f"  packages: [{', '.join(s.packages)}]\n" if s.packages else ""
    dates = ", ".join(f"{p}: 2026-10-01" for p in s.packages)
    listed = f'  directoryMobile: "+49170{1000000 + i}"\n' if i % 3 == 0 else ""
    return f"""---
apiVersion: cloudpbx/v1
kind: Workplace
metadata:
  name: {s.name}
spec:
  group: {s.group}
  department: {s.department}
  timeZone: Europe/Berlin
  user:
    firstName: {s.first}
    lastName: {s.last}
    email: {s.name}@musterwerke.example
{_ADDRESS}  login:
    email: {s.name}@musterwerke.example
    mobile: "+49170{1000000 + i}"
  number:
    external: "+49228{s.block}{s.extension:02d}"
    internal: "{200000 + i}"
  blockingProfile: {s.profile}
  devices:
  - profile: {TELEPHONES[i % 3]}
    label: Tisch
  - profile: mobile-client
    label: Unterwegs
  - profile: desktop-client-full
{listed}{booked}  activationDate: 2026-10-01
status:
  state: active
  activatedOn: 2026-10-01
  bookedOn: {{{dates}}}
"""


WORKSPACE = """apiVersion: cloudpbx/v1
kind: Workspace
metadata:
  name: musterwerke
spec:
  manifests: [manifests]
  portal: {driver: local, path: .reconciler/portal.db}
  policy:
    mailDomains: [musterwerke.example]
"""


def _write(path: Path, texts: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        out.writelines(texts)


def write(folder: Path, n: int, shape: Shape, *, changed: bool = False) -> None:
    """Make the workspace; the folder's old files stay where they are not overwritten."""
    if not 25 <= n <= MOST or sum(1 for _ in blocks_of(shape, n)) > BLOCKS:
        raise SystemExit(f"{n} workplaces are outside of what the number plan here holds")
    seats = [seat(i, shape, n) for i in range(n)]
    shared = [*company(n, shape), *defaults()]
    _write(folder / "reconciler.yaml", [WORKSPACE])
    home = folder / "manifests"
    wishes = [wish(s, changed=changed) for s in seats]
    _write(home / "company.yaml", shared if shape.file else shared + wishes)
    for start in range(0, n if shape.file else 0, shape.file or n):
        path = home / f"{start // 1000:03d}" / f"{seats[start].name}.yaml"
        _write(path, wishes[start : start + shape.file])
    _write(folder / "portal/company.yaml", company(n, shape))
    for start in range(0, n, 5000):
        _write(folder / f"portal/{start // 5000:03d}.yaml", map(fact, seats[start : start + 5000]))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("n", type=int, nargs="?", default=1000)
    ask.add_argument("folder", type=Path, nargs="?")
    ask.add_argument("--shape", choices=SHAPES, default="packed")
    ask.add_argument("--changed", action="store_true")
    ask.add_argument("--check", action="store_true", help="show that every shape loads back; nothing is written")
    args = ask.parse_args()
    if args.check:
        from benchmarks.company_check import check

        for name, shape in SHAPES.items():
            print(f"{name:<12} {check(args.n, shape)}")
    elif args.folder is None:
        ask.error("a folder, or --check")
    else:
        write(args.folder, args.n, SHAPES[args.shape], changed=args.changed)


if __name__ == "__main__":
    main()
