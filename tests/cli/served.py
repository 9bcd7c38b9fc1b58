"""Two workspaces of one company: one whose portal is served by a process of its own, and one that asks it."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.command import ENVIRONMENT, REPOSITORY, Said, process, reconciler
from tests.cli.office import office, wish

MORE = {"PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8"}


@dataclass
class Server:
    """The server's workspace, the asking one beside it, and the running process."""

    there: Path
    here: Path
    token: str
    url: str = ""
    log: list[dict[str, Any]] = field(default_factory=list)
    errors: str = ""
    _running: Any = None

    @property
    def environment(self) -> dict[str, str]:
        """What whoever asks has."""
        return {"RECONCILER_TOKEN": self.token}

    def start(self, *more: str) -> None:
        """Serve, at the same port as before."""
        port = self.url.rpartition(":")[2] or "0"
        command = [sys.executable, "-m", "reconciler", "portal", "serve", "--port", port, *more]
        self._running = subprocess.Popen(command, cwd=self.there, env=ENVIRONMENT | MORE, text=True,
                                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.url = self._running.stdout.readline().strip().replace("https://127.0.0.1", "https://localhost")
        assert self.url, self._running.communicate()
        path = self.here / "reconciler.yaml"
        head, _, _ = path.read_text().partition("spec: {")
        path.write_text(f"{head}spec: {{language: en, portal: {{driver: http, url: '{self.url}', timeout: 5s}}, "
                        "policy: {unmanaged: report, mailDomains: [lindenhof.example]}}\n")

    def line(self) -> dict[str, Any]:
        """The next line of the log, waited for."""
        text = self._running.stderr.readline()
        self.errors += text
        self.log.append(json.loads(text))
        return self.log[-1]

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End it; gives its exit code."""
        if self._running is None:
            return 0
        self._running.send_signal(number)
        _, err = self._running.communicate(timeout=20)
        self.errors += err
        self.log += map(json.loads, err.splitlines())
        code: int = self._running.returncode
        self._running = None
        return code

    def ask(self, *argv: str, **more: str) -> Said:
        """A command of the asking workspace, in this process."""
        return reconciler(self.here, *argv, environment=self.environment | more)

    def asking(self, *argv: str, holder: str = "") -> "subprocess.Popen[str]":
        """The same as a process that runs on."""
        environment = {**ENVIRONMENT, **MORE, **self.environment, **({"RECONCILER_HOLDER": holder} if holder else {})}
        return subprocess.Popen([sys.executable, "-m", "reconciler", *argv], cwd=self.here, env=environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@contextmanager
def serving(folder: Path, portal: Iterable[str], wished: Iterable[str], *more: str) -> Iterator[Server]:
    """A server, until the test is over."""
    there = office(folder, portal, [])
    here = folder / "client"
    here.mkdir()
    (here / "manifests").mkdir()
    (here / "reconciler.yaml").write_text((there / "reconciler.yaml").read_text())
    wish(here, *wished)
    made = process(there, "portal", "token", "create", "all", "--rights", "read,queue,order")
    assert made.exit == 0, made
    found = Server(there, here, made.out.strip())
    try:
        found.start(*more)
        yield found
    finally:
        found.stop(signal.SIGKILL)


def server_file(found: Server) -> bytes:
    """All bytes that the server keeps."""
    return (found.there / ".reconciler" / "portal.db").read_bytes()
