"""Whatever goes wrong becomes a page with the same sentence as over the wire; whoever must log in is sent there."""

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reconciler.errors import AnswerLost, ConfigProblem, Damaged, Unreachable
from reconciler.model.text import Text
from reconciler.server.problems import Problem
from reconciler.server.web import words
from reconciler.server.web.door import Away, Door, Guest
from reconciler.server.web.page import away, page


def problems_of(app: FastAPI, door: Door) -> None:
    """From now on every problem of this application is told so."""

    @app.exception_handler(Away)
    def to_login(_: Request, problem: Away) -> Response:
        return away(f"/login?why={problem.why}" if problem.why else "/login")

    @app.exception_handler(Problem)
    def told(request: Request, problem: Problem) -> Response:
        return _page(door, request, problem)

    @app.exception_handler(RequestValidationError)
    def wrong(request: Request, _: RequestValidationError) -> Response:
        return _page(door, request, Problem("wrong-query"))

    @app.exception_handler(HTTPException)
    def nowhere(request: Request, found: HTTPException) -> Response:
        problem = Problem("wrong-method" if found.status_code == 405 else "unknown-path")
        problem.headers.update(found.headers or {})
        return _page(door, request, problem)

    for kind, code in ((AnswerLost, "answer-lost"), (Unreachable, "busy"), (Damaged, "unusable"),
                       (ConfigProblem, "unusable"), (Exception, "bug")):
        app.add_exception_handler(kind, _saying(door, code))


def _saying(door: Door, code: str) -> Callable[[Request, Exception], Response]:
    return lambda request, _problem: _page(door, request, Problem(code))


def _page(door: Door, request: Request, problem: Problem) -> Response:
    guest = _guest(door, request)
    said = problem.plain["message"]
    values = {"title": words.PROBLEM, "sentence": Text(said["de"], said["en"]), "code": problem.code}
    answer = page(guest, "problem.html", values, problem.status)
    answer.headers.update(problem.headers)
    return answer


def _guest(door: Door, request: Request) -> Guest:
    """Who asks; where even the tokens cannot be read, a stranger."""
    try:
        return door.guest(request)
    except Exception:  # noqa: BLE001 - what went wrong first is told
        return door.stranger(request)
