"""Packages that only a part needs: loaded where they are used, and told by name where they are missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ENVIRONMENT, REPOSITORY, reconciler
from tests.cli.office import office

HEAVY = {"fastapi", "starlette", "uvicorn", "httpcore2", "stamina", "tenacity", "anyio", "h11", "prometheus_client"}


@pytest.mark.parametrize("line", ["plan", "portal status", "portal token list", "validate", "portal serve --help",
                                  "schema workplace"])
def test_nothing_of_a_server_is_loaded_without_one(tmp_path: Path, line: str):
    """Whoever works with a file does not pay for what speaks HTTP."""
    there = office(tmp_path, [], [])
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "reconciler", *line.split()], cwd=there, text=True,
                          env=ENVIRONMENT | {"PYTHONPATH": str(REPOSITORY)}, capture_output=True, check=False)
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "reconciler" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize(("line", "package", "extra"), [
    ("portal serve", "fastapi", "server"), ("plan", "httpcore2", "http"), ("plan", "stamina", "http")])
def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, package: str, extra: str):
    """One sentence with the line that gets it, and no bug."""
    there = office(tmp_path, [], [])
    if extra == "http":
        path = there / "reconciler.yaml"
        more = "spec: {portal: {driver: http, url: 'http://localhost:1'}, "
        path.write_text(path.read_text().replace("spec: {", more))
    for name in [*sys.modules]:
        if name.startswith((package, "reconciler.server", "reconciler.commands._serve", "reconciler.drivers.")):
            parent, _, child = name.rpartition(".")
            if parent in sys.modules:  # what is imported anew is put there too
                monkeypatch.delattr(sys.modules[parent], child, raising=False)
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    said = reconciler(there, *line.split())
    assert (said.exit, said.out) == (1, ""), said
    assert package in said.last
    assert f"[{extra}]" in said.last
