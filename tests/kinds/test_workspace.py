"""Where a workspace says its portal is: refused at its place before anything is asked."""

from pathlib import Path

import pytest

from reconciler.errors import ConfigProblem
from reconciler.workspace.settings import open_workspace

FILE = """\
apiVersion: cloudpbx/v1
kind: Workspace
metadata: {{name: office}}
spec:
  portal:
    driver: http
    {line}
"""
GOOD = ("https://portal.example", "https://portal.example:8443/base/", "HTTPS://Portal.Example", "http://localhost:8480",
        "http://127.0.0.1:8480", "http://[::1]:8480", "https://127.0.0.2")
BAD = ("http://portal.example", "http://portal.example:8480", "https://u:secret@portal.example",
       "https://portal.example@evil.example", "https://portal.example.", "https://portal.example:0",
       "ftp://portal.example", "https://203.0.113.7", "https://pörtal.example", "https://portal.example?x=1", "https://portal.example#x",
       "portal.example", "https://", "https:///x", "http://localhost.evil.example", "http://127.0.0.1.evil.example:1",
       "https://portal.example/../x y", "file:///etc/passwd", "https://portal.example\\x")


def opened(folder: Path, line: str) -> object:
    """The settings of a workspace with this line about its portal."""
    (folder / "reconciler.yaml").write_text(FILE.format(line=line))
    return open_workspace(folder).settings.portal


@pytest.mark.parametrize("url", GOOD)
def test_addresses_to_which_a_token_may_go(tmp_path: Path, url: str):
    """Encrypted to a name that a certificate proves, or within this machine."""
    opened(tmp_path, f"url: '{url}'")


@pytest.mark.parametrize("url", BAD)
def test_addresses_to_which_none_may_go(tmp_path: Path, url: str):
    """Everything else, at its line; what may be a password is not shown."""
    with pytest.raises(ConfigProblem, match=r"reconciler\.yaml:7:\d+: ") as refused:
        opened(tmp_path, f"url: '{url}'")
    assert "secret" not in refused.value.message.de + str(refused.value)


def test_an_address_is_needed(tmp_path: Path):
    """The driver http has none of its own; local needs none."""
    with pytest.raises(ConfigProblem, match=r"reconciler\.yaml:\d+:\d+: .*portal\.url"):
        opened(tmp_path, "path: x.db")


@pytest.mark.parametrize("timeout", ["15", "0s", "301s", "1.5s", "-1s", "soon", "1m", "²s"])
def test_a_time_that_is_none(tmp_path: Path, timeout: str):
    """Whole seconds, not longer than anybody waits."""
    with pytest.raises(ConfigProblem, match=r"reconciler\.yaml:7:\d+: "):
        opened(tmp_path, f"timeout: {timeout}")
