"""What becomes of everything that goes wrong; words about the machine of the portal stay there."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reconciler.errors import AnswerLost, ConfigProblem, Damaged, Unreachable
from reconciler.portal.conditional import Changed
from reconciler.server.conditions import Unchanged
from reconciler.server.problems import Problem

Answered = Callable[[Request, Problem], Awaitable[Response]]
"""What makes an answer of a problem."""

CODES = ((AnswerLost, "answer-lost"), (Changed, "other-revision"), (Unreachable, "busy"), (Damaged, "unusable"),
         (ConfigProblem, "unusable"), (Exception, "bug"))
"""What is said of an exception."""


async def plainly(request: Request, problem: Problem) -> Response:
    """The problem itself, which says which request it answers."""
    return problem.answer(request.state.request)


def problems_of(app: FastAPI, answered: Answered = plainly) -> None:
    """From now on whatever goes wrong becomes a problem, and that an answer."""

    @app.exception_handler(Problem)
    async def told(request: Request, problem: Problem) -> Response:
        return await answered(request, problem)

    @app.exception_handler(Unchanged)
    async def same(_: Request, found: Unchanged) -> Response:
        return Response(status_code=304, headers={"ETag": found.tag, "Cache-Control": "no-store"})

    @app.exception_handler(RequestValidationError)
    async def wrong(request: Request, _: RequestValidationError) -> Response:
        return await answered(request, Problem("wrong-query"))

    @app.exception_handler(HTTPException)
    async def nowhere(request: Request, found: HTTPException) -> Response:
        problem = Problem("wrong-method" if found.status_code == 405 else "unknown-path")
        if found.status_code == 405:
            problem.headers["Allow"] = ", ".join(_methods(app, request))
        return await answered(request, problem)

    for kind, code in CODES:
        app.add_exception_handler(kind, _saying(code, answered))


def _saying(code: str, answered: Answered) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def said(request: Request, _: Exception) -> Response:
        return await answered(request, Problem(code))

    return said


def _methods(app: FastAPI, request: Request) -> list[str]:
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    found = [route for route in app.routes if getattr(route, "path_regex", None)]
    return sorted({method for route in found if route.path_regex.match(path)  # type: ignore[attr-defined]
                   for method in route.methods})  # type: ignore[attr-defined]
