"""The addresses of the server: what each takes, who may ask, and which call of the portal it is."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic_core import to_json
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reconciler.errors import AnswerLost, ConfigProblem, Damaged, LeaseHeld, Unreachable
from reconciler.model.kind import Kind
from reconciler.model.order import Outcome, Receipt
from reconciler.model.text import NOTHING
from reconciler.portal.letters import unreadable
from reconciler.portal.refusals import Refusal
from reconciler.portal.tokens import Token
from reconciler.server.access import Access
from reconciler.server.bodies import body_of, contents_of, known_query
from reconciler.server.opened import Opened
from reconciler.server.pages import Pages
from reconciler.server.problems import Problem, refused
from reconciler.server.web.app import put_up
from reconciler.wire.sent import HolderJson, SentJson, cart_digest, sent_of

LARGEST_PAGE = 1000
_LEASE = re.compile(r"[0-9]{1,15}", re.ASCII)

After = Annotated[str, Query(max_length=600, description="The `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="Items of a page, at most.")]
Kinds = Annotated[str | None, Query(max_length=600, description="Only these kinds, with commas between them.")]
IfMatch = Annotated[str | None, Header(description="The `ETag` of another page: only if nothing changed since.")]
Lease = Annotated[str | None, Header(alias="Lease-Token", description="The right to write, a number.")]
Ref = Annotated[str, Path(description="The order's reference, its identity.")]


def server(opened: Opened, kinds: Mapping[str, Kind], clock: Callable[[], float]) -> FastAPI:
    """The application over an opened portal; ``clock`` gives epoch seconds."""
    app = FastAPI(title="reconciler portal", openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False,
                  dependencies=[Depends(known_query)])
    access = Access(opened.tokens, clock)
    _reading(app, Pages(opened.service, kinds), access)
    _orders(app, opened, access)
    _writing(app, opened, access)

    @app.get("/healthz", summary="Whether the server runs and its portal can be read.")
    def healthz() -> Response:
        opened.service().revision()
        return _answer({"status": "ok"})

    put_up(app, opened, kinds, access)
    _problems(app)
    return app


def _reading(app: FastAPI, pages: Pages, access: Access) -> None:
    may_read = Depends(access.may("read"))

    def matching(tag: str, wanted: str | None) -> str:
        if wanted is not None and wanted != tag:
            raise Problem("other-revision")
        return tag

    @app.get("/v1/portal", dependencies=[may_read], summary="The portal as a whole, and the key of its references.")
    def portal(if_match: IfMatch = None) -> Response:
        head, tag = pages.head()
        return _answer(head, ETag=matching(tag, if_match))

    @app.get("/v1/resources", dependencies=[may_read], summary="What is active or inactive.")
    def resources(kinds: Kinds = None, after: After = "", limit: Limit = 500, if_match: IfMatch = None) -> Response:
        wanted = None if kinds is None else tuple(filter(None, kinds.split(",")))
        page, tag = pages.page("resources", wanted, after, limit)
        return _answer(page, ETag=matching(tag, if_match))

    def listed(what: str, summary: str) -> None:
        @app.get(f"/v1/{what}", dependencies=[may_read], summary=summary, name=what)
        def page(after: After = "", limit: Limit = 500, if_match: IfMatch = None) -> Response:
            found, tag = pages.page(what, None, after, limit)
            return _answer(found, ETag=matching(tag, if_match))

    listed("positions", "What lies in the cart, is ordered, or was rejected.")
    listed("history", "The same, and what was carried out.")
    listed("lives", "How often something has happened to each address.")


def _orders(app: FastAPI, opened: Opened, access: Access) -> None:
    @app.put("/v1/orders/{ref:path}", dependencies=[Depends(access.may("queue"))],
             summary="Send an order; the same again takes effect once.")
    def put(ref: Ref, sent: Annotated[Any, Depends(body_of(SentJson))], lease: Lease = None) -> Response:
        try:
            order = sent_of(sent, ref)
        except ValueError:
            raise Problem("wrong-form") from None
        token, digest = _lease(lease), sent["digest"]
        if not ref:
            raise Problem("unknown-path")
        if next(unreadable(order), None) is None and order.digest != digest:
            raise Problem("other-digest", ref=ref)
        receipt = _written(opened, lambda: opened.service().execute(order, token))
        if receipt.outcome is Outcome.REJECTED:
            raise refused([_reason(receipt), *opened.service().problems(order)], digest, ref)
        return _answer({"ref": ref, "state": receipt.outcome.value, "digest": digest})

    @app.get("/v1/orders/{ref:path}", dependencies=[Depends(access.may("read"))],
             summary="What became of an order.")
    def found(ref: Ref) -> Response:
        receipt = opened.service().find(ref)
        if receipt is None:
            raise Problem("unknown-order", ref=ref)
        return _answer({"ref": ref, "state": receipt.outcome.value})


def _writing(app: FastAPI, opened: Opened, access: Access) -> None:
    may_write = access.may("queue", "order")

    @app.post("/v1/lease", summary="Take the right to write.")
    def acquire(
        token: Annotated[Token, Depends(may_write)], holder: Annotated[Any, Depends(body_of(HolderJson))],
    ) -> Response:
        try:  # whoever has another token is somebody else, whatever they call themselves
            with opened.writing:
                return _answer({"token": opened.service().acquire(f"{token.name}: {holder['holder']}")})
        except LeaseHeld as held:
            raise Problem("lease-held", held.message) from None

    @app.delete("/v1/lease/{token}", dependencies=[Depends(may_write)], status_code=204,
                summary="Give the right to write back.")
    def release(token: Annotated[int, Path(ge=0, lt=10**15)]) -> Response:
        with opened.writing:
            opened.service().release(token)
        return Response(status_code=204)

    @app.post("/v1/cart/submit", dependencies=[Depends(access.may("order"))],
              summary="Buy these positions, all or none; chargeable.")
    def submit(contents: Annotated[Any, Depends(contents_of)], lease: Lease = None) -> Response:
        token, digest = _lease(lease), cart_digest(contents)
        receipt = _written(opened, lambda: opened.service().submit(contents, token))
        if receipt.outcome is Outcome.REJECTED:
            raise refused([_reason(receipt)], digest)
        return _answer({"state": "done", "digest": digest})


def _written(opened: Opened, call: Callable[[], Receipt]) -> Receipt:
    try:
        with opened.writing:
            return call()
    except LeaseHeld as lost:
        raise Problem("lease-lost", lost.message) from None


def _reason(receipt: Receipt) -> Refusal:
    return Refusal(receipt.rule, receipt.message or NOTHING)


def _lease(text: str | None) -> int:
    if text is None:
        raise Problem("lease-missing")
    if not _LEASE.fullmatch(text):
        raise Problem("wrong-header")
    return int(text)


def _answer(plain: object, **headers: str) -> Response:
    content = plain if isinstance(plain, bytes) else to_json(plain)
    return Response(content, 200, {"Cache-Control": "no-store", **headers}, "application/json")


def _problems(app: FastAPI) -> None:
    """Whatever goes wrong becomes a problem; words about the machine of the portal stay there."""
    @app.exception_handler(Problem)
    async def told(_: Request, problem: Problem) -> Response:
        return problem.answer()

    @app.exception_handler(RequestValidationError)
    async def wrong(_: Request, __: RequestValidationError) -> Response:
        return Problem("wrong-query").answer()

    @app.exception_handler(HTTPException)
    async def nowhere(request: Request, found: HTTPException) -> Response:
        problem = Problem("wrong-method" if found.status_code == 405 else "unknown-path")
        if found.status_code == 405:
            problem.headers["Allow"] = ", ".join(_methods(app, request))
        return problem.answer()

    for kind, code in ((AnswerLost, "answer-lost"), (Unreachable, "busy"), (Damaged, "unusable"),
                       (ConfigProblem, "unusable"), (Exception, "bug")):
        app.add_exception_handler(kind, _saying(code))


def _saying(code: str) -> Callable[[Request, Exception], Response]:
    return lambda _request, _problem: Problem(code).answer()


def _methods(app: FastAPI, request: Request) -> list[str]:
    found = [route for route in app.routes if getattr(route, "path_regex", None)]
    return sorted({method for route in found if route.path_regex.match(request.url.path)  # type: ignore[attr-defined]
                   for method in route.methods})  # type: ignore[attr-defined]
