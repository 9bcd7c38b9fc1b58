"""Around every request: how many there are at once, what becomes of a bug, and one line of evidence in the log."""

import time
from secrets import token_hex
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reconciler.server.log import Log, at
from reconciler.server.problems import Problem

MOST_AT_ONCE = 64
"""Requests that are worked on; more are told to come again."""

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
NOWHERE = "-"
"""What stands in the log for an address that there is not, and where nobody said a known token."""


class Frame:
    """The application, with what goes around it; ``logs`` are told a line for each request.

    A line holds only words of ours: no address, no name of a person. Each request gets an identity of ours, which
    its answer tells (``Request-Id``), so that whoever asks can say which line is meant.
    """

    def __init__(self, app: ASGIApp, *logs: Log) -> None:
        self._app, self._logs = app, logs
        self._busy = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            return
        request = scope.setdefault("state", {})["request"] = token_hex(8)
        began, told = time.monotonic(), _Told(send, request)
        bug = ""
        self._busy += 1
        try:
            if self._busy > MOST_AT_ONCE:
                await Problem("crowded").answer(request)(scope, receive, told)
            else:
                await self._app(scope, receive, told)
        except Exception as problem:  # noqa: BLE001 - whoever asks gets an answer, and the log the name of the bug
            bug = type(problem).__name__
            if not told.status:
                await Problem("bug").answer(request)(scope, receive, told)
        finally:
            self._busy -= 1
            line = {**_line(scope, told.status), "ms": round((time.monotonic() - began) * 1000, 1),
                    **({"bug": bug} if bug else {})}
            for log in self._logs:
                log(line)


class _Told:
    """Passes an answer on with the identity of its request, and notes its status."""

    def __init__(self, send: Send, request: str) -> None:
        self._send, self._request = send, request
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message["headers"], (b"request-id", self._request.encode())]
        await self._send(message)


def _line(scope: Scope, status: int) -> dict[str, Any]:
    found = scope.get("route")
    route = scope.get("root_path", "") + found.path if found else NOWHERE
    method = scope["method"] if scope["method"] in METHODS else NOWHERE
    return {"at": at(), "method": method, "route": route,
            "status": status, "request": scope["state"]["request"],
            "token": scope["state"].get("token", NOWHERE)}
