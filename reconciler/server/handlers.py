"""What becomes of everything that goes wrong; words about the machine of the portal stay there."""

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reconciler.errors import AnswerLost, ConfigProblem, Damaged, Unreachable
from reconciler.portal.conditional import Changed
from reconciler.server.conditions import Unchanged
from reconciler.server.problems import Problem


def problems_of(app: FastAPI) -> None:
    """From now on whatever goes wrong becomes a problem, which says which request it answers."""

    @app.exception_handler(Problem)
    async def told(request: Request, problem: Problem) -> Response:
        return problem.answer(request.state.request)

    @app.exception_handler(Unchanged)
    async def same(_: Request, found: Unchanged) -> Response:
        return Response(status_code=304, headers={"ETag": found.tag, "Cache-Control": "no-store"})

    @app.exception_handler(RequestValidationError)
    async def wrong(request: Request, _: RequestValidationError) -> Response:
        return Problem("wrong-query").answer(request.state.request)

    @app.exception_handler(HTTPException)
    async def nowhere(request: Request, found: HTTPException) -> Response:
        problem = Problem("wrong-method" if found.status_code == 405 else "unknown-path")
        if found.status_code == 405:
            problem.headers["Allow"] = ", ".join(_methods(app, request))
        return problem.answer(request.state.request)

    for kind, code in ((AnswerLost, "answer-lost"), (Changed, "other-revision"), (Unreachable, "busy"),
                       (Damaged, "unusable"), (ConfigProblem, "unusable"), (Exception, "bug")):
        app.add_exception_handler(kind, _saying(code))


def _saying(code: str) -> Callable[[Request, Exception], Response]:
    return lambda request, _problem: Problem(code).answer(request.state.request)


def _methods(app: FastAPI, request: Request) -> list[str]:
    found = [route for route in app.routes if getattr(route, "path_regex", None)]
    return sorted({method for route in found if route.path_regex.match(request.url.path)  # type: ignore[attr-defined]
                   for method in route.methods})  # type: ignore[attr-defined]
