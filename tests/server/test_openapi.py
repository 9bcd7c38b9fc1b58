"""What the server speaks stands in specs/portal.openapi.yaml, and it speaks nothing else."""

import subprocess
import sys
from pathlib import Path

import yaml

from scripts.openapi import FILE, text
from tests.server.serving import running


def test_the_file_is_up_to_date():
    """Written anew by `make schemas`."""
    assert FILE.read_text(encoding="utf-8") == text()


def test_every_problem_that_the_protocol_has_is_told():
    """Each operation tells its codes, and what it answers with."""
    document = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert {"400", "405", "500", "503"} <= operation["responses"].keys()
            assert path == "/health" or operation["security"] == [{"token": []}]


def test_it_does_what_it_says(tmp_path: Path):
    """Schemathesis sends what the file allows and what it does not, to every operation."""
    with running() as there:
        there.raw("POST", "/v1/lease", b'{"holder": "tests"}')
        done = subprocess.run(
            [str(Path(sys.executable).with_name("st")), "run", str(FILE), "--url", there.url, "--seed", "20261122",
             "-H", f"Authorization: Bearer {there.texts['all']}", "--max-examples", "10", "--phases",
             "coverage,fuzzing", "--generation-database", "none", "--no-color",
             "--exclude-checks",  # what has the form may be refused by a rule; without the right to write it is 428
             "positive_data_acceptance,missing_required_header"],
            cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "Tested: 12" in done.stdout
    assert {line["status"] for line in there.log} >= {200, 204, 400, 401, 404, 405, 409, 415}
    assert 500 not in {line["status"] for line in there.log}
