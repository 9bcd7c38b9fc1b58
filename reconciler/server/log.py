"""The server's log: one line of JSON for each thing that happened, of words of ours alone."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from reconciler import streams

Log = Callable[[Mapping[str, object]], None]


def to_stderr(line: Mapping[str, object]) -> None:
    """One line of JSON; that nobody reads it is no reason not to answer."""
    streams.tell(json.dumps(line) + "\n")


def at() -> str:
    """When a line is written."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
