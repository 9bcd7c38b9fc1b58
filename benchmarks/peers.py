"""The other tools: how they are installed, what they are given, what they must say.

    python -m benchmarks.peers octodns 10000 FOLDER       # only write a peer's input

Each gets what comes closest to the company of `company.py` in its own words, and a job that changes nothing.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.company import SHAPES, Seat, seat, wish

HOME = Path(__file__).parent / ".cache"
SCHEMA = Path(__file__).with_name("workplace.schema.json")
PACKAGES = ("octodns==1.22.*", "check-jsonschema==0.39.*")


@dataclass(frozen=True)
class Peer:
    """A program with its input; ``says`` is a pattern of a run that found nothing wrong or to do.

    ``most`` is the largest size that it is asked for: past that a run takes many minutes.
    """

    name: str
    job: str
    unit: str
    argv: tuple[str, ...]
    says: str
    make: Callable[[Path, int], None]
    most: int = 100_000

    def program(self) -> str | None:
        """Where it is: in the virtual environment of the peers, or on the PATH; None if nowhere."""
        own = HOME / "peers/bin" / self.argv[0]
        return str(own) if own.exists() else shutil.which(self.argv[0])


def seats(n: int) -> Iterator[Seat]:
    """The workplaces of the company in its usual shape."""
    return (seat(i, SHAPES["packed"], n) for i in range(n))


def _record(s: Seat) -> str:
    """ENUM: the internal number leads to a SIP and a mail address. 14 scalars."""
    return f"""'{200000 + s.place}':
  ttl: {300 + s.place % 9}
  type: NAPTR
  values:
  - flags: U
    order: 10
    preference: 100
    regexp: '!^.*$!sip:{s.name}@musterwerke.example!'
    replacement: .
    service: E2U+sip
  - flags: U
    order: 20
    preference: 100
    regexp: '!^.*$!mailto:{s.first}.{s.last}@musterwerke.example!'
    replacement: .
    service: E2U+email
"""


def _octodns(folder: Path, n: int) -> None:
    for side in ("wish", "live"):
        zone = folder / side / "musterwerke.example.yaml"
        zone.parent.mkdir(parents=True)
        with zone.open("w") as out:
            out.write("---\n")
            out.writelines(map(_record, seats(n)))
    yaml = "{class: octodns.provider.yaml.YamlProvider, default_ttl: 300, directory: %s}"
    (folder / "octodns.yaml").write_text(f"""manager: {{max_workers: 1}}
providers:
  wish: {yaml % "wish"}
  live: {yaml % "live"}
zones:
  musterwerke.example.: {{sources: [wish], targets: [live]}}
""")


def _list(folder: Path, n: int) -> None:
    schema = json.loads(SCHEMA.read_text())
    shared = {"$schema": schema.pop("$schema"), "definitions": schema.pop("definitions")}
    (folder / "list.schema.json").write_text(json.dumps({**shared, "type": "array", "items": schema}))
    with (folder / "workplaces.yaml").open("w") as out:
        for s in seats(n):
            lines = wish(s).removeprefix("---\n").splitlines()
            out.write("- " + "\n  ".join(lines) + "\n")


def _documents(folder: Path, n: int) -> None:
    shutil.copy(SCHEMA, folder / "workplace.json")
    with (folder / "workplaces.yaml").open("w") as out:
        out.writelines(map(wish, seats(n)))


PEERS = (
    Peer("octodns", "plan", "ENUM record, 14 scalars a side",
         ("octodns-sync", "--config-file", "octodns.yaml", "--quiet"),
         "No changes were planned", _octodns, most=10_000),
    Peer("check-jsonschema", "validate", "workplace, 31 scalars",
         ("check-jsonschema", "--schemafile", "list.schema.json", "workplaces.yaml"),
         "ok -- validation done", _list, most=10_000),
    Peer("kubeconform", "validate", "workplace, 31 scalars",
         ("kubeconform", "-summary", "-schema-location", "workplace.json", "workplaces.yaml"),
         r"Invalid: 0, Errors: 0", _documents),
)


def install() -> None:
    """Put the Python peers into their own virtual environment, once."""
    python = HOME / "peers/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", HOME / "peers"], check=True)
    if any(peer.program() is None for peer in PEERS if peer.name != "kubeconform"):
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *PACKAGES], check=True)


if __name__ == "__main__":
    _, name, count, folder = sys.argv
    next(p for p in PEERS if p.name == name).make(Path(folder), int(count))
