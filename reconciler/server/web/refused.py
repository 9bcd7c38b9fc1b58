"""Whatever goes wrong becomes a page with the same sentence as over the wire; whoever must log in is sent there."""

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from reconciler.model.text import Text
from reconciler.server import handlers
from reconciler.server.problems import Problem
from reconciler.server.web import words
from reconciler.server.web.door import Away, Door, Guest
from reconciler.server.web.page import away, page


def problems_of(app: FastAPI, door: Door) -> None:
    """From now on every problem of this application is told so."""

    @app.exception_handler(Away)
    def to_login(_: Request, problem: Away) -> Response:
        return away(f"/login?why={problem.why}" if problem.why else "/login")

    async def answered(request: Request, problem: Problem) -> Response:
        return await run_in_threadpool(_page, door, request, problem)

    handlers.problems_of(app, answered)


def _page(door: Door, request: Request, problem: Problem) -> Response:
    guest = _guest(door, request)
    said = problem.plain["message"]
    values = {"title": words.PROBLEM, "sentence": Text(said["de"], said["en"]), "code": problem.code,
              "request": request.state.request, "wait": int(problem.headers.get("Retry-After", 0))}
    answer = page(guest, "problem.html", values, problem.status)
    answer.headers.update(problem.headers)
    return answer


def _guest(door: Door, request: Request) -> Guest:
    """Who asks; where even the tokens cannot be read, a stranger."""
    try:
        return door.guest(request)
    except Exception:  # noqa: BLE001 - what went wrong first is told
        return door.stranger(request)
