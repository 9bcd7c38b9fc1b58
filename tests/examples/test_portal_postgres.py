"""``make portal-postgres`` as a person uses it: started, its lines copied into a terminal, stopped, started again."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from scripts.postgres import LONGEST, programs
from tests.cli.command import ENVIRONMENT, REPOSITORY

SCRIPT = REPOSITORY / "scripts" / "postgres.py"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a user without rights may reach, too."""
    if programs() is None:
        pytest.skip("no PostgreSQL is installed")
    found = Path(mkdtemp(prefix="reconciler-"))
    found.chmod(0o755)
    yield found
    rmtree(found)


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """What it prints when it is ready; in the end it is interrupted, and stops."""
    process = subprocess.Popen([sys.executable, SCRIPT, folder], text=True, env=ENVIRONMENT, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT)
    assert process.stdout
    told = ""
    while "Ctrl-C" not in told and (line := process.stdout.readline()):
        told += line
    try:
        yield told
    finally:
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
    assert (process.returncode, rest) == (0, "\nStopped. What is in it stays.\n"), told
    assert not list(folder.rglob("postmaster.pid"))


def shell(line: str) -> str:
    """What a line says in a terminal."""
    environment = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY)}  # what stands here, whatever is installed
    done = subprocess.run(["bash", "-c", line], env=environment, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done
    return done.stdout


def test_a_portal_of_ones_own(folder: Path) -> None:
    """The demo's portal is there, its clock moves, and it is where it was after the next start."""
    with running(folder / "postgres") as told:
        enter, status, advance = re.findall(r"^  (cd .*|.* portal .*)$", told, re.MULTILINE)
        assert "2026-11-22" in shell(f"{enter}\n{status} --lang en")
        assert "2026-11-23" in shell(f"{enter}\n{advance} --lang en")
    with running(folder / "postgres") as told:
        enter, status, _ = re.findall(r"^  (cd .*|.* portal .*)$", told, re.MULTILINE)
        assert re.search(r"workplace +\d+", found := shell(f"{enter}\n{status} --lang en"))
        assert "2026-11-23" in found


def test_a_folder_far_below(folder: Path) -> None:
    """Where the path is too long for a socket, the socket lies elsewhere."""
    with running(folder / ("x" * LONGEST)) as told:
        assert str(folder) not in (url := re.findall(r"^  (postgresql.*)$", told, re.MULTILINE)[0])
        assert url.startswith("postgresql+psycopg://")
