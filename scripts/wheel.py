"""The wheel, looked into and used: built, installed into an empty environment, and asked for the plan of an example.

    python scripts/wheel.py

Everything happens in a temporary folder; the repository is only read.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "reconciler"
USES = (
    "--version", "--help", "schema workplace", "schema --write schemas", "explain NUM-1",
    "portal init --from portal --today 2026-11-22", "validate", "plan",
)


def main() -> None:
    """Each step in turn; the first that fails ends it with its own words."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", name, str(REPOSITORY))
        (wheel,) = folder.glob("*.whl")
        look(wheel)
        venv.create(folder / "venv", with_pip=True)
        pip(str(folder / "venv" / "bin" / "python"), "install", "-c", str(REPOSITORY / "constraints.txt"), str(wheel))
        use(folder / "venv" / "bin" / "reconciler", folder)
        sys.stdout.write(f"{wheel.name}: built, looked into, installed, used\n")


def pip(python: str, *argv: str) -> None:
    """Run pip of an environment."""
    subprocess.run([python, "-m", "pip", "--disable-pip-version-check", *argv[:1], "--quiet", *argv[1:]], check=True)


def look(wheel: Path) -> None:
    """See that the wheel holds the package, all of it, and nothing else of the repository.

    Raises:
        SystemExit: if it does not.
    """
    with ZipFile(wheel) as archive:
        there = set(archive.namelist())
    ours = {str(path.relative_to(REPOSITORY)) for path in PACKAGE.rglob("*")
            if path.is_file() and path.suffix != ".pyc"}
    about = {name for name in there if ".dist-info/" in name}
    parts = {name.partition(".dist-info/")[2] for name in about}
    lacking = (ours - there) | ({"METADATA", "RECORD", "entry_points.txt", "licenses/LICENSE"} - parts)
    if lacking or there - ours - about or "reconciler/py.typed" not in there:
        raise SystemExit(f"lacking: {sorted(lacking)}, not ours: {sorted(there - ours - about)}")


def use(command: Path, folder: Path) -> None:
    """What somebody does who has only the wheel: help, schemas, a portal for rehearsal, a plan."""
    company = folder / "company"
    shutil.copytree(REPOSITORY / "examples" / "musterwerke", company, ignore=shutil.ignore_patterns(".reconciler"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RECONCILER_"))}
    for line in USES:
        done = subprocess.run([str(command), *line.split()], cwd=company, env=environment, text=True, check=False,
                              capture_output=True)
        if done.returncode or not done.stdout + done.stderr:
            raise SystemExit(f"reconciler {line} ended with {done.returncode}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
