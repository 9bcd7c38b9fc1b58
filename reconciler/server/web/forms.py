"""What a form of ours brings back: exactly its fields, each once, and from a page of this server."""

import re
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qsl

from fastapi import Request

from reconciler.model.text import Text
from reconciler.server.bodies import bytes_of
from reconciler.server.problems import Problem

MOST = 8 * 1024
"""Bytes of a form."""

FOREIGN = Text("Dieses Formular kam nicht von einer Seite dieses Servers, oder die Seite ist zu alt. Geändert wurde "
               "nichts; die Seite neu laden und noch einmal absenden.",
               "This form did not come from a page of this server, or the page is too old. Nothing was changed; load "
               "the page again and send it once more.")

_FORM = re.compile(r"application/x-www-form-urlencoded(?:; ?charset=\"?utf-8\"?)?", re.ASCII | re.IGNORECASE)


def form_of(*names: str) -> Callable[[Request], Awaitable[Mapping[str, str]]]:
    """What reads the fields with these names; it refuses a form with others, and what other pages send."""

    async def read(request: Request) -> Mapping[str, str]:
        if not _is_own(request):
            raise foreign_form()
        raw = await bytes_of(request, _FORM, MOST)
        try:
            pairs = parse_qsl(raw.decode("ascii"), keep_blank_values=True, strict_parsing=True, errors="strict",
                              max_num_fields=len(names))
        except ValueError:
            raise Problem("wrong-form") from None
        if sorted(name for name, _ in pairs) != sorted(names):
            raise Problem("wrong-form")
        return dict(pairs)

    return read


def foreign_form() -> Problem:
    """That a form is not ours."""
    return Problem("foreign-form", FOREIGN, status=403)


def _is_own(request: Request) -> bool:
    """Whether a page of this server sent it: browsers say where a form comes from, and no page can say otherwise."""
    told = request.headers.getlist("origin")
    return told == [f"{request.url.scheme}://{request.headers.get('host', '')}"]
