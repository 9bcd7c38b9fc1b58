"""``schema``: what editors know of the manifests, without a workspace."""

import json
from pathlib import Path

from reconciler.kinds import all_kinds
from tests.cli.command import reconciler


def test_schemas(tmp_path: Path):
    """One kind on stdout in any case, all of them into a folder, where they are what the repository holds."""
    for kind in all_kinds().values():
        assert json.loads(reconciler(tmp_path, "schema", kind.name).out)["$schema"]
    assert json.loads(reconciler(tmp_path, "schema").out)
    assert reconciler(tmp_path, "schema", "--write", "there").exit == 0
    assert {path.name for path in (tmp_path / "there").iterdir()} >= {"workplace.schema.json", "manifest.schema.json"}


def test_an_unknown_kind(tmp_path: Path):
    """Those that there are are named."""
    said = reconciler(tmp_path, "schema", "Workplce")
    assert said.exit == 64
    assert "workplace, catalog" in said.last
