"""Everything that touches the world while writing, as one argument.

Each effect goes through one method, so that a test can number them and make any of them fail.
"""

import os
import stat
import time
from datetime import UTC, datetime
from pathlib import Path
from socket import gethostname
from typing import Protocol

from reconciler import signals


class Journal(Protocol):
    """Where a run leaves evidence, line by line."""

    def append(self, line: str) -> None:
        """Add a line and return only when it is on the disk; raises OSError."""


class _File:
    """A journal in a file that stays open until the process ends."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def append(self, line: str) -> None:
        """See Journal."""
        rest = line.encode() + b"\n"
        while rest:
            rest = rest[os.write(self._handle, rest):]
        os.fsync(self._handle)

    def __del__(self) -> None:
        os.close(self._handle)


class Effects:
    """The real world: clock, signals and disk."""

    def now(self) -> datetime:
        """The time of this machine; for the journal only, never for a decision."""
        return datetime.now(UTC)

    def holder(self) -> str:
        """Who writes: machine and process, or what RECONCILER_HOLDER says (a run of a pipeline)."""
        return os.environ.get("RECONCILER_HOLDER") or f"{gethostname()}:{os.getpid()}"

    def hold_signals(self) -> None:
        """From now on being asked to stop is only noted: a run ends between two orders, and its report is told."""
        signals.hold()

    def stopped(self) -> bool:
        """Whether this process was asked to stop."""
        return signals.Asked.yes

    def elapsed(self) -> float:
        """Seconds of a clock that nobody sets; for waiting only."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait; a signal that is only noted does not shorten it."""
        time.sleep(seconds)

    def open_journal(self, path: Path) -> Journal:
        """The journal, open for appending; made where it is missing, readable by its owner only.

        Raises:
            OSError: if it cannot be opened, is a link, or is no regular file.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        handle = os.open(path, flags, 0o600)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(0, "keine gewöhnliche Datei / no regular file")
        return _File(handle)

    def starting(self, count: int) -> None:
        """Called once before the first of so many orders; whoever watches may count."""

    def sending(self, ref: str) -> None:
        """Called just before an order leaves the process; a test may stop here."""

    def answered(self, ref: str) -> None:
        """Called just after an answer arrived; a test may stop here."""
