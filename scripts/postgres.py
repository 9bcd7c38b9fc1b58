"""A PostgreSQL for one person or one run of the tests: Debian's, in a folder of its own, on a socket only.

    python scripts/postgres.py

starts one in .reconciler/postgres with the demo company's portal in it, and stops it on Ctrl-C; what is in it stays.
PostgreSQL refuses to run as root; started by root it runs as a user without rights.
"""

import os
import pwd
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

REPOSITORY = Path(__file__).resolve().parent.parent
COMPANY = REPOSITORY / "examples" / "musterwerke"
FOLDER = REPOSITORY / ".reconciler" / "postgres"
USER = "reconciler"
LONGEST = 90
"""Characters of a folder in which a socket may lie; the system allows few more."""

HASTE = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}
"""Settings of a server whose files nobody will ever look at again."""

PATIENCE = 30.0
"""Seconds until a server must have started or ended."""


class Failed(Exception):
    """A program of PostgreSQL ended with an error, in its own words."""


def programs() -> Path | None:
    """The folder of the newest PostgreSQL that is installed; None if none is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


class Server:
    """One server on a socket that only its own user and root reach; ``lasting`` is False where a crash may lose all."""

    def __init__(self, folder: Path, bin_folder: Path, *, lasting: bool = True) -> None:
        self._folder = folder
        self._bin = bin_folder
        self._lasting = lasting
        self._user = _without_rights()
        self.socket = folder
        self._process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = USER, schema: str = "") -> str:
        """The address of a database of it, and of a schema in there."""
        more = f"&options=-csearch_path%3D{schema}" if schema else ""
        return f"postgresql+psycopg://{USER}@/{database}?host={quote(str(self.socket))}{more}"

    def start(self) -> None:
        """Start it, on new files where there are none; gives back when it answers.

        Raises:
            Failed: if it does not.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        self._own(self._folder)
        if len(str(self._folder)) > LONGEST:
            self.socket = Path(mkdtemp(prefix="reconciler-"))
            self._own(self.socket)
        files, haste = self._folder / "data", [] if self._lasting else ["--no-sync"]
        if not (files / "PG_VERSION").exists():
            self._run("initdb", "-D", str(files), "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
                      *haste)
        settings = {"unix_socket_directories": str(self.socket), "unix_socket_permissions": "0700",
                    "listen_addresses": "", **({} if self._lasting else HASTE)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen([self._bin / "postgres", "-D", files, *options], stdout=log, stderr=log,
                                             cwd=self._folder, **self._user)  # type: ignore[call-overload]
        self._await()

    def stop(self) -> None:
        """Stop it; what is in it stays."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT if self._lasting else signal.SIGQUIT)
            self._process.wait(PATIENCE)
            self._process = None
        if self.socket != self._folder:
            shutil.rmtree(self.socket, ignore_errors=True)

    def create(self, database: str) -> None:
        """Make a database if it is not there."""
        login = ("-U", USER, "-h", str(self.socket))
        if f"\n{database}|" not in self._run("psql", *login, "-At", "-l", "postgres"):
            self._run("createdb", *login, database)

    def _await(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process is not None and self._process.poll() is None:
            asked = [self._bin / "pg_isready", "-q", "-h", self.socket]
            if subprocess.run(asked, check=False, **self._user).returncode == 0:  # type: ignore[call-overload]
                return
            time.sleep(0.05)
        self.stop()
        raise Failed((self._folder / "log").read_text(encoding="utf-8", errors="replace")[-2000:])

    def _run(self, program: str, *argv: str) -> str:
        done = subprocess.run([self._bin / program, *argv], capture_output=True, text=True, check=False,
                              cwd=self._folder, **self._user)  # type: ignore[call-overload]
        if done.returncode:
            raise Failed(f"{program}: {done.stderr}")
        return str(done.stdout)

    def _own(self, folder: Path) -> None:
        folder.chmod(0o700)
        if self._user:
            os.chown(folder, int(str(self._user["user"])), int(str(self._user["group"])))


def _without_rights() -> dict[str, object]:
    """Who runs the server where root starts it: Debian's own user for it, else nobody."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def main(argv: Sequence[str] = ()) -> int:
    """Start one for a person, in the folder that is given or the usual one; runs until it is interrupted."""
    found = programs()
    if found is None:
        sys.stdout.write("There is no PostgreSQL here. Debian and Ubuntu: apt install postgresql\n")
        return 1
    server = Server(Path(argv[0]).absolute() if argv else FOLDER, found)
    try:
        server.start()
        server.create(USER)
        _portal(server.url())
        signal.pause()
    except KeyboardInterrupt:
        sys.stdout.write("\nStopped. What is in it stays.\n")
    except (Failed, OSError) as problem:
        sys.stdout.write(f"{problem}\n")
        return 1
    finally:
        server.stop()
    return 0


def _portal(url: str) -> None:
    """The demo company's portal, unless one is there, and how to go on."""
    if _reconciler("status", "-q", "--database", url):
        _reconciler("init", "--database", url, "--from", "portal", "--today", "2026-11-22")
    shown = shlex.quote(url)
    sys.stdout.write(f"\nA portal for rehearsal in PostgreSQL:\n\n  {url}\n\nIn another terminal:\n\n"
                     f"  cd {shlex.quote(str(COMPANY))}\n"
                     f"  {sys.executable} -m reconciler portal status --database {shown}\n"
                     f"  {sys.executable} -m reconciler portal advance --days 1 --database {shown}\n\n"
                     "It stops on Ctrl-C.\n")
    sys.stdout.flush()


def _reconciler(*argv: str) -> int:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    quiet = argv[0] == "status"
    return subprocess.run([sys.executable, "-m", "reconciler", "portal", *argv], cwd=COMPANY, env=environment,
                          stderr=subprocess.DEVNULL if quiet else None, check=False).returncode


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
