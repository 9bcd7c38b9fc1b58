"""The addresses of the pages: what each shows, and the forms that do something."""

import re
from collections.abc import Mapping
from threading import Lock
from typing import Annotated, Literal

from fastapi import Depends, FastAPI, Query, Request
from starlette.responses import RedirectResponse, Response

from reconciler.model.kind import Kind
from reconciler.server.access import Access
from reconciler.server.bodies import known_query
from reconciler.server.opened import Opened
from reconciler.server.problems import Problem
from reconciler.server.web import cart, shown, words
from reconciler.server.web.audits import Audits
from reconciler.server.web.door import ORDER, Door, Guest, Posted, forget, keep, keep_language
from reconciler.server.web.headers import Guarded
from reconciler.server.web.languages import LANGUAGES
from reconciler.server.web.looks import Looks
from reconciler.server.web.page import AT, STYLE, away, page
from reconciler.server.web.refused import problems_of

Number = Annotated[int, Query(alias="page", ge=1, le=10**6)]
Name = Annotated[str, Query(max_length=253)]
Search = Annotated[str, Query(max_length=100)]
Whose = Annotated[Literal["all", "ours"], Query()]

_HERE = re.compile(r"/[a-z]*(?:\?[A-Za-z0-9%=&+._~-]*)?", re.ASCII)
"""A page of ours, with what stands behind its question mark."""


def put_up(app: FastAPI, opened: Opened, kinds: Mapping[str, Kind], access: Access) -> None:
    """Add the pages to a server; whoever comes to its door is led to them."""
    pages = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False,
                    dependencies=[Depends(known_query)])
    door, looks = Door(access), Looks(opened.service, kinds)
    _logging_in(pages, door)
    _looking(pages, door, looks, opened)
    _auditing(pages, door, Audits(opened.service))
    _buying(pages, door, looks, opened)
    problems_of(pages, door)
    for path in ("/", AT):
        app.add_api_route(path, lambda: RedirectResponse(f"{AT}/", 303), include_in_schema=False)
    app.mount(AT, Guarded(pages))


def _logging_in(pages: FastAPI, door: Door) -> None:
    @pages.get("/style.css")
    def style() -> Response:
        return Response(STYLE, media_type="text/css")

    @pages.get("/login")
    def login(guest: Annotated[Guest, Depends(door.guest)], why: Name = "") -> Response:
        if guest.token:
            return away("/")
        return page(guest, "login.html", {"title": words.LOGIN, "why": words.WHY.get(why)})

    @pages.post("/login")
    def enter(
        request: Request, posted: Annotated[Posted, Depends(door.posted("token", login=False))],
    ) -> Response:
        guest, fields = posted
        entered = door.enter(request, guest, fields["token"].strip())
        if entered is None:
            return away("/login?why=wrong")
        answer = away("/")
        keep(answer, entered)
        return answer

    @pages.post("/logout")
    def leave(posted: Annotated[Posted, Depends(door.posted(login=False))]) -> Response:
        guest, _ = posted
        door.leave(guest)
        answer = away("/login?why=out")
        forget(answer, guest)
        return answer

    @pages.post("/language")
    def speak(posted: Annotated[Posted, Depends(door.posted("language", "here", login=False))]) -> Response:
        guest, fields = posted
        if fields["language"] not in LANGUAGES:
            raise Problem("wrong-form")
        answer = away(fields["here"] if _HERE.fullmatch(fields["here"]) else "/")
        keep_language(answer, guest, fields["language"])
        return answer


def _looking(pages: FastAPI, door: Door, looks: Looks, opened: Opened) -> None:
    @pages.get("/")
    def overview(guest: Annotated[Guest, Depends(door.reader)]) -> Response:
        return page(guest, "overview.html", shown.overview(opened.service().status(), looks.now()))

    @pages.get("/workplaces")
    def workplaces(
        guest: Annotated[Guest, Depends(door.reader)], q: Search = "", number: Number = 1,
    ) -> Response:
        return page(guest, "workplaces.html", shown.workplaces(looks.now(), q, number))

    @pages.get("/workplace")
    def workplace(guest: Annotated[Guest, Depends(door.reader)], name: Name) -> Response:
        return page(guest, "workplace.html", shown.workplace(looks.now(), name))

    @pages.get("/numbers")
    def numbers(guest: Annotated[Guest, Depends(door.reader)], number: Number = 1) -> Response:
        return page(guest, "numbers.html", shown.numbers(looks.now(), number))

    @pages.get("/block")
    def block(guest: Annotated[Guest, Depends(door.reader)], name: Name, number: Number = 1) -> Response:
        return page(guest, "block.html", shown.block(looks.now(), name, number))


def _auditing(pages: FastAPI, door: Door, audits: Audits) -> None:
    @pages.get("/audit")
    def audit(guest: Annotated[Guest, Depends(door.reader)], number: Number = 1) -> Response:
        return page(guest, "audit.html", shown.audit(audits.now(), number))


def _buying(pages: FastAPI, door: Door, looks: Looks, opened: Opened) -> None:
    till = Lock()  # one purchase after the other: two browsers with the same token would take the right from each other

    @pages.get("/cart")
    def lying(guest: Annotated[Guest, Depends(door.reader)], whose: Whose = "all") -> Response:
        return page(guest, "cart.html", shown.cart(looks.now(), whose))

    @pages.post("/order")
    def order(posted: Annotated[Posted, Depends(door.posted("whose", "seal"))]) -> Response:
        guest, fields = posted
        if not (guest.token and guest.visit and guest.may(ORDER)):
            raise Problem("forbidden")
        with till:
            came = cart.order(opened, looks.now(), fields["whose"], fields["seal"], guest.token.name)
        guest.visit.tell(came.said, good=came.bought)
        return away("/orders" if came.bought else "/cart")

    @pages.get("/orders")
    def orders(guest: Annotated[Guest, Depends(door.reader)], number: Number = 1) -> Response:
        return page(guest, "orders.html", shown.orders(looks.now(), number))
