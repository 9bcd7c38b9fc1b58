"""Problems: why a portal did not do what it was asked for, as RFC 9457 has it, with a code that stays."""

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from reconciler.model.message import Said
from reconciler.wire._plain import Count
from reconciler.wire.report import Digest
from reconciler.wire.said import SaidJson, said_json

TYPE = "application/problem+json"


class RefusalJson(TypedDict):
    """One reason against an order: the rule, and the sentence."""

    rule: str
    message: SaidJson


class ProblemJson(TypedDict):
    """What went wrong. ``code`` is the first rule that refuses an order, or a word of the protocol in small letters.

    ``problems`` are all reasons against an order; ``ref`` and ``digest`` say which one is meant. ``instance`` names
    the request, as the log of the server does.
    """

    type: str
    title: str
    status: Count
    detail: str
    code: str
    message: SaidJson
    instance: NotRequired[str]
    ref: NotRequired[str]
    digest: NotRequired[Digest]
    problems: NotRequired[list[RefusalJson]]


def problem_json(code: str, status: int, title: str, message: Said) -> ProblemJson:
    """A problem as plain values."""
    return {"type": f"urn:reconciler:problem:{code.lower()}", "title": title, "status": status, "detail": message.en,
            "code": code, "message": said_json(message)}


def instance_of(request: str) -> str:
    """The name of this one problem, from that of the request."""
    return f"urn:reconciler:request:{request}"


def refusals_json(refusals: Iterable[tuple[str, Said]]) -> list[RefusalJson]:
    """Reasons against an order as plain values."""
    return [{"rule": rule, "message": said_json(message)} for rule, message in refusals]
