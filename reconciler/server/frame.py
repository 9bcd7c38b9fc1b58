"""Around every request: how many there are at once, what becomes of a bug, and one line of evidence in the log."""

import json
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reconciler import streams
from reconciler.server.problems import Problem

MOST_AT_ONCE = 64
"""Requests that are worked on; more are told to come again."""

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
NOWHERE = "-"
"""What stands in the log for an address that there is not, and where nobody said a known token."""

Log = Callable[[Mapping[str, object]], None]


def to_stderr(line: Mapping[str, object]) -> None:
    """One line of JSON; that nobody reads it is no reason not to answer."""
    streams.tell(json.dumps(line) + "\n")


class Frame:
    """The application, with what goes around it. A line holds only words of ours: no address, no name of a person."""

    def __init__(self, app: ASGIApp, log: Log = to_stderr) -> None:
        self._app, self._log = app, log
        self._busy = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            return
        scope.setdefault("state", {})
        began, told = time.monotonic(), _Told(send)
        bug = ""
        self._busy += 1
        try:
            if self._busy > MOST_AT_ONCE:
                await Problem("crowded").answer()(scope, receive, told)
            else:
                await self._app(scope, receive, told)
        except Exception as problem:  # noqa: BLE001 - whoever asks gets an answer, and the log the name of the bug
            bug = type(problem).__name__
            if not told.status:
                await Problem("bug").answer()(scope, receive, told)
        finally:
            self._busy -= 1
            self._log({**_line(scope, told.status), "ms": round((time.monotonic() - began) * 1000, 1),
                       **({"bug": bug} if bug else {})})


class _Told:
    """Passes an answer on and notes its status."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)


def _line(scope: Scope, status: int) -> dict[str, Any]:
    found = scope.get("route")
    route = scope.get("root_path", "") + found.path if found else NOWHERE
    method = scope["method"] if scope["method"] in METHODS else NOWHERE
    return {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "method": method, "route": route,
            "status": status, "token": scope["state"].get("token", NOWHERE)}
