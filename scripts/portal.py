"""The demo company's portal in the browser: filled, with a cart to buy, until Ctrl-C.

    python scripts/portal.py [PORT]

Runs in a temporary copy of examples/musterwerke, on a portal in a file; nothing outside of it is touched.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.portal.books.file import File
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service

REPOSITORY = Path(__file__).resolve().parent.parent
PORT = "8480"
STEPS = ("portal init --from portal --today 2026-11-22", "apply --yes --quiet")
RIGHTS = "read,queue,order"

BY_HAND = Order("by-hand-1", "cart", "activate", Address("workplace", "aushilfe.bonn"), body={
    "group": "bonn", "number": {"external": "+49228638060", "internal": "60"},
    "user": {"firstName": "Aushilfe", "lastName": "Bonn", "email": "aushilfe.bonn@musterwerke.example"},
    "login": {"email": "aushilfe.bonn@musterwerke.example", "withoutMobile": True}, "blockingProfile": "standard"})
"""What a colleague has put into the same cart at the portal."""


def main(argv: Sequence[str] = ()) -> int:
    """Make the portal, fill its cart, serve it at the port that is given or the usual one; gives 1 if that fails."""
    port = argv[0] if argv else PORT
    with TemporaryDirectory() as folder:
        workspace = Path(folder) / "musterwerke"
        fill(workspace)
        token = reconciler(workspace, "portal", "token", "create", "browser", "--rights", RIGHTS)
        serving = subprocess.Popen([sys.executable, "-m", "reconciler", "portal", "serve", "--port", port],
                                   cwd=workspace, env=environment(), text=True, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        try:
            address = serving.stdout.readline().strip() if serving.stdout else ""
            if not address:
                sys.stdout.write(f"Port {port} is not free, or the server did not start.\n")
                return 1
            sys.stdout.write(f"\nThe portal of musterwerke, with a full cart:\n\n  {address}\n\n"
                             f"Log in with this token ({RIGHTS}):\n\n  {token}\n\nIt stops on Ctrl-C.\n")
            sys.stdout.flush()
            return serving.wait()
        except KeyboardInterrupt:
            sys.stdout.write("\nStopped.\n")
            return 0
        finally:
            serving.send_signal(signal.SIGTERM)
            serving.wait()


def fill(workspace: Path) -> None:
    """The demo company's portal in a copy of its workspace: the cart holds what is due, and what a colleague put in.

    Raises:
        SystemExit: if a command fails.
    """
    shutil.copytree(REPOSITORY / "examples" / "musterwerke", workspace,
                    ignore=shutil.ignore_patterns(".reconciler", "expected"))
    for line in STEPS:
        reconciler(workspace, *line.split())
    kinds = all_kinds()
    store = SqlStore(File(workspace / ".reconciler" / "portal.db"), kinds)
    colleague = Service(store, kinds, (), time.time, ours=False)
    writing = colleague.acquire("colleague")
    colleague.execute(BY_HAND, writing)
    colleague.release(writing)
    colleague.close()


def reconciler(workspace: Path, *argv: str) -> str:
    """What a command says.

    Raises:
        SystemExit: if it fails.
    """
    done = subprocess.run([sys.executable, "-m", "reconciler", *argv], cwd=workspace, env=environment(), text=True,
                          capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"reconciler {' '.join(argv)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def environment() -> dict[str, str]:
    """That of this process, with the repository's own package."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "RECONCILER_PORTAL_SECRET": "demo"}


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
