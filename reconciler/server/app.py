"""The addresses of the server: what each takes, who may ask, and which call of the portal it is."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, Path, Query
from pydantic_core import to_json
from starlette.responses import Response

from reconciler.errors import AnswerLost, LeaseHeld
from reconciler.model.kind import Kind
from reconciler.model.order import Outcome, Receipt
from reconciler.model.text import NOTHING
from reconciler.portal.conditional import Holds
from reconciler.portal.letters import unreadable
from reconciler.portal.refusals import Refusal
from reconciler.portal.service import Service
from reconciler.portal.tokens import Token
from reconciler.server.access import Access
from reconciler.server.bodies import body_of, contents_of, known_query
from reconciler.server.conditions import Change, Look, Reading
from reconciler.server.handlers import problems_of
from reconciler.server.metrics import TYPE, Metrics
from reconciler.server.opened import Opened
from reconciler.server.pages import Pages
from reconciler.server.problems import Problem, refused
from reconciler.server.web.app import put_up
from reconciler.wire.sent import HolderJson, SentJson, cart_digest, sent_of
from reconciler.wire.told import order_tag

LARGEST_PAGE = 1000
_LEASE = re.compile(r"[0-9]{1,15}", re.ASCII)

After = Annotated[str, Query(max_length=600, description="The `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="Items of a page, at most.")]
Kinds = Annotated[str | None, Query(max_length=600, description="Only these kinds, with commas between them.")]
Lease = Annotated[str | None, Header(alias="Lease-Token", description="The right to write, a number.")]
Ref = Annotated[str, Path(description="The order's reference, its identity.")]


def server(opened: Opened, kinds: Mapping[str, Kind], access: Access, metrics: Metrics) -> FastAPI:
    """The application over an opened portal, behind this door; what becomes of orders is counted."""
    app = FastAPI(title="reconciler portal", openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False,
                  dependencies=[Depends(known_query)])
    _reading(app, Pages(opened.service, kinds), access)
    _orders(app, opened, access, metrics)
    _writing(app, opened, access)
    _watching(app, opened, access, metrics)
    put_up(app, opened, kinds, access)
    problems_of(app)
    return app


def _watching(app: FastAPI, opened: Opened, access: Access, metrics: Metrics) -> None:
    @app.get("/health", summary="Whether the server runs and its portal can be read.")
    def health() -> Response:
        opened.as_it_is().revision()
        return _answer({"status": "ok"})

    @app.get("/metrics", dependencies=[Depends(access.may("read"))], summary="Figures for Prometheus.")
    def figures() -> Response:
        portal = opened.as_it_is()
        text = metrics.text(held=portal.is_held(), lag=opened.lag(portal))
        return Response(text, headers={"Cache-Control": "no-store"}, media_type=TYPE)


def _reading(app: FastAPI, pages: Pages, access: Access) -> None:
    may_read = Depends(access.may("read"))

    @app.get("/v1/portal", dependencies=[may_read], summary="The portal as a whole, and the key of its references.")
    def portal(reading: Look) -> Response:
        head, tag = pages.head()
        reading.look(tag)
        return _answer(head, ETag=tag)

    def page(what: str, kinds: tuple[str, ...] | None, after: str, limit: int, reading: Reading) -> Response:
        found, tag = pages.listed(what, kinds)
        reading.look(tag)
        return _answer(pages.page(found, after, limit), ETag=tag)

    @app.get("/v1/resources", dependencies=[may_read], summary="What is active or inactive.")
    def resources(reading: Look, kinds: Kinds = None, after: After = "", limit: Limit = 500) -> Response:
        wanted = None if kinds is None else tuple(filter(None, kinds.split(",")))
        return page("resources", wanted, after, limit, reading)

    def listed(what: str, summary: str) -> None:
        @app.get(f"/v1/{what}", dependencies=[may_read], summary=summary, name=what)
        def all_of_it(reading: Look, after: After = "", limit: Limit = 500) -> Response:
            return page(what, None, after, limit, reading)

    listed("positions", "What lies in the cart, is ordered, or was rejected.")
    listed("history", "The same, and what was carried out.")
    listed("lives", "How often something has happened to each address.")


def _orders(app: FastAPI, opened: Opened, access: Access, metrics: Metrics) -> None:
    @app.put("/v1/orders/{ref:path}", summary="Send an order; the same again takes effect once.")
    def put(
        ref: Ref, who: Annotated[Token, Depends(access.may("queue"))],
        sent: Annotated[Any, Depends(body_of(SentJson))], change: Change, lease: Lease = None,
    ) -> Response:
        try:
            order = sent_of(sent, ref)
        except ValueError:
            raise Problem("wrong-form") from None
        token, digest = _lease(lease), sent["digest"]
        if not ref:
            raise Problem("unknown-path")
        if next(unreadable(order), None) is None and order.digest != digest:
            raise Problem("other-digest", ref=ref)
        try:
            receipt = _written(opened, change.holds(order), lambda portal: portal.execute(order, token, who.name))
        except AnswerLost:
            metrics.order(Outcome.UNKNOWN)
            raise
        metrics.order(receipt.outcome)
        if receipt.outcome is Outcome.REJECTED:
            raise refused([_reason(receipt), *opened.service().problems(order)], digest, ref)
        return _answer({"ref": ref, "state": receipt.outcome.value, "digest": digest})

    @app.get("/v1/orders/{ref:path}", dependencies=[Depends(access.may("read"))],
             summary="What became of an order.")
    def found(ref: Ref, reading: Look) -> Response:
        kept = opened.service().kept(ref)
        if kept is None:
            raise Problem("unknown-order", ref=ref)
        tag = order_tag(ref, *kept)
        reading.look(tag)
        return _answer({"ref": ref, "state": Outcome.DONE.value}, ETag=tag)


def _writing(app: FastAPI, opened: Opened, access: Access) -> None:
    may_write = access.may("queue", "order")

    @app.post("/v1/lease", summary="Take the right to write.")
    def acquire(
        token: Annotated[Token, Depends(may_write)], holder: Annotated[Any, Depends(body_of(HolderJson))],
        change: Change,
    ) -> Response:
        try:  # whoever has another token is somebody else, whatever they call themselves
            named = f"{token.name}: {holder['holder']}"
            portal = _only_if(change.holds(), opened.service())
            return _answer({"token": portal.acquire(named, holder.get("plan", ""))})
        except LeaseHeld as held:
            raise Problem("lease-held", held.message) from None

    @app.delete("/v1/lease/{token}", dependencies=[Depends(may_write)], status_code=204,
                summary="Give the right to write back.")
    def release(token: Annotated[int, Path(ge=0, lt=10**15)]) -> Response:
        opened.service().release(token)
        return Response(status_code=204)

    @app.post("/v1/cart/submit", summary="Buy these positions, all or none; chargeable.")
    def submit(
        who: Annotated[Token, Depends(access.may("order"))],
        contents: Annotated[Any, Depends(contents_of)], change: Change, lease: Lease = None,
    ) -> Response:
        token, digest = _lease(lease), cart_digest(contents)
        receipt = _written(opened, change.holds(), lambda portal: portal.submit(contents, token, who.name))
        if receipt.outcome is Outcome.REJECTED:
            raise refused([_reason(receipt)], digest)
        return _answer({"state": "done", "digest": digest})


def _written(opened: Opened, holds: Holds | None, call: Callable[[Service], Receipt]) -> Receipt:
    try:
        return call(_only_if(holds, opened.service()))
    except LeaseHeld as lost:
        raise Problem("lease-lost", lost.message) from None


def _only_if(holds: Holds | None, portal: Service) -> Service:
    return portal if holds is None else portal.only_if(holds)


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
