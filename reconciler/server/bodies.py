"""What a request brings: its bytes, only so many and in time, and the plain value that they hold, strictly read."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from fastapi import Request
from pydantic_core import SchemaValidator
from starlette.requests import ClientDisconnect

from reconciler.model.schema import schema_of
from reconciler.server.problems import Problem
from reconciler.wire.strict import formed, plain_of

MOST = 1024 * 1024
MOST_OF_CART = 16 * MOST
"""Bytes of one request; a cart of a hundred thousand positions is larger than any order."""

PATIENCE = 10.0
"""Seconds in which a whole body must have arrived."""

_JSON = re.compile(r"application/json(?:; ?charset=\"?utf-8\"?)?", re.ASCII | re.IGNORECASE)
Form = TypeVar("Form")


def body_of(form: type[Form]) -> Callable[[Request], Awaitable[Form]]:
    """What reads a body of this form."""
    reader = SchemaValidator(schema_of(form))

    async def read(request: Request) -> Form:
        try:
            return formed(reader, await _plain(request, MOST), form)
        except ValueError:
            raise Problem("wrong-form") from None

    return read


async def contents_of(request: Request) -> dict[str, str]:
    """What is to be bought: digests by reference."""
    plain = await _plain(request, MOST_OF_CART)
    if not isinstance(plain, dict) or not all(isinstance(digest, str) for digest in plain.values()):
        raise Problem("wrong-form")
    return plain


async def bytes_of(request: Request, form: re.Pattern[str], most: int) -> bytes:
    """All bytes of a body that says it has this form: not compressed, not more than ``most``, and in time."""
    if not form.fullmatch(request.headers.get("content-type", "")) or "content-encoding" in request.headers:
        raise Problem("wrong-type")
    try:
        async with asyncio.timeout(PATIENCE):
            return await _bytes(request, most)
    except (TimeoutError, ClientDisconnect):
        raise Problem("slow") from None


def known_query(request: Request) -> None:
    """Nothing, if behind the question mark stands only what this address knows, each once."""
    known = {param.alias for param in request.scope["route"].dependant.query_params}
    given = request.query_params
    if set(given) - known or len(given.multi_items()) > len(given):
        raise Problem("wrong-query")


async def _plain(request: Request, most: int) -> Any:
    raw = await bytes_of(request, _JSON, most)
    try:
        return plain_of(raw)
    except ValueError:
        raise Problem("not-json") from None


async def _bytes(request: Request, most: int) -> bytes:
    told = request.headers.get("content-length", "0")
    if not told.isdecimal() or len(told) > 15 or int(told) > most:
        raise Problem("too-large")
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Problem("too-large")
        parts.append(part)
    return b"".join(parts)
