"""Everything that touches the world while writing, as one argument.

Each effect goes through one method, so that a test can number them and make any of them fail.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from socket import gethostname


class Effects:
    """The real world: clock and disk."""

    def now(self) -> datetime:
        """The time of this machine; for the journal only, never for a decision."""
        return datetime.now(UTC)

    def holder(self) -> str:
        """Who writes: machine and process, or what RECONCILER_HOLDER says (a run of a pipeline)."""
        return os.environ.get("RECONCILER_HOLDER") or f"{gethostname()}:{os.getpid()}"

    def append(self, path: Path, line: str) -> None:
        """Add a line to a file and return only when it is on the disk."""
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW
        handle = os.open(path, flags, 0o600)
        try:
            os.write(handle, line.encode() + b"\n")
            os.fsync(handle)
        finally:
            os.close(handle)

    def write(self, path: Path, text: str) -> None:
        """Put a file in place as a whole, readable by its owner only; an old one stays until then."""
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        try:
            os.write(handle, text.encode())
            os.fsync(handle)
        finally:
            os.close(handle)
        draft.replace(path)

    def sending(self, ref: str) -> None:
        """Called just before an order leaves the process; a test may stop here."""

    def answered(self, ref: str) -> None:
        """Called just after an answer arrived; a test may stop here."""
