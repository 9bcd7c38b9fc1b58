"""Asking a portal over HTTP: again where a reference makes it safe, and what its answers mean.

Only what proves itself counts. All else is no answer: not a page of a proxy, not a status, not an answer to another
order.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, NamedTuple, TypeVar

import stamina
from pydantic_core import SchemaValidator

from reconciler.drivers._line import JSON, Answer, Cut, Line
from reconciler.errors import LoginRefused, Unreachable
from reconciler.model.message import Quote, Said, Word, sentence
from reconciler.model.schema import schema_of
from reconciler.model.text import Text
from reconciler.wire.problem import TYPE, ProblemJson
from reconciler.wire.said import said_of
from reconciler.wire.strict import formed

ATTEMPTS = 4
PATIENCE = 45.0
"""Seconds after which no further attempt begins."""

LONGEST_WAIT = 20.0
"""Seconds. A portal that asks for more is not waited for; the same command can be run again."""

AGAIN = (408, 429, 500, 502, 503, 504)
"""Statuses after which the same may be sent again, where that is safe."""

_REQUEST = re.compile(r"[0-9a-f]{16}", re.ASCII)

GARBLED = Text("Das Portal antwortet so, dass es nicht zu verstehen ist (HTTP {status}).",
               "The portal's answer cannot be understood (HTTP {status}).")
_UNKNOWN = Text("RECONCILER_TOKEN: Das Portal kennt dieses Token nicht, oder es gilt nicht mehr.",
                "RECONCILER_TOKEN: the portal does not know this token, or it is no longer good.")
_FORBIDDEN = Text("RECONCILER_TOKEN: Diesem Token fehlt das Recht {right}.",
                  "RECONCILER_TOKEN: this token lacks the right {right}.")
_LATER = Text("Das Portal ist überlastet und bittet um {seconds} Sekunden Geduld.",
              "The portal is overloaded and asks for {seconds} seconds of patience.")
Form = TypeVar("Form")


class Heard(NamedTuple):
    """An answer, and whether an attempt before it may have taken effect although none came."""

    answer: Answer
    doubt: bool


class _Later(Exception):
    """The portal asks to come again."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


def hushed() -> None:
    """That something is asked again is nothing to tell: what comes of it is."""
    stamina.instrumentation.set_on_retry_hooks(())


def ask(line: Line, method: str, path: str, body: bytes | None = None, *, headers: Mapping[str, str]) -> Heard:
    """The same as ``ask_once``, several times if need be: for what may be asked twice.

    Raises:
        Cut: if no answer came; ``sent`` if any attempt left.
    """
    doubt = False
    attempts = stamina.retry_context(on=_wait, attempts=ATTEMPTS, timeout=PATIENCE, wait_initial=0.2, wait_max=5.0)
    try:
        for attempt in attempts:
            with attempt:
                try:
                    answer = line.ask(method, path, body, **headers)
                except Cut as cut:
                    doubt = doubt or cut.sent
                    raise
                if answer.status in AGAIN:
                    doubt = doubt or not is_undone(answer)
                    raise _Later(answer)
                return Heard(answer, doubt)
    except _Later as later:
        return Heard(later.answer, doubt)
    except Cut as cut:
        raise Cut(cut.said, sent=doubt) from cut
    raise AssertionError


def is_undone(answer: Answer) -> bool:
    """Whether the portal itself says that it was not ready and changed nothing."""
    problem = problem_of(answer)
    return problem is not None and problem["code"] in ("busy", "crowded", "too-many", "unusable", "slow")


def shaped(answer: Answer, form: type[Form]) -> Form | None:
    """The plain value of a good answer, if it has this form."""
    if answer.status != 200 or answer.type != JSON:
        return None
    return _formed(answer.plain, form)


def problem_of(answer: Answer) -> ProblemJson | None:
    """The problem that a portal tells; None for everything else, whatever its status."""
    found = _formed(answer.plain, ProblemJson) if answer.type == TYPE else None
    return found if found and found["status"] == answer.status >= 400 else None


def let_in(answer: Answer, right: str) -> None:
    """Nothing, if the answer is not that the token is refused.

    Raises:
        LoginRefused: else.
    """
    problem = problem_of(answer)
    if problem and problem["code"] == "unauthorised":
        raise LoginRefused(_UNKNOWN)
    if problem and problem["code"] == "forbidden":
        raise LoginRefused(sentence(*_FORBIDDEN, right=Word(right)))


def garbled(answer: Answer) -> Said:
    """Why an answer is none; where the portal gives a reason, that, and what its operator finds the request by."""
    if waits := _seconds(answer.headers.get("retry-after", "")):
        return sentence(*_LATER, seconds=round(waits))
    problem, request = problem_of(answer), answer.headers.get("request-id", "")
    told = said(problem) if problem else sentence(*GARBLED, status=answer.status)
    if not _REQUEST.fullmatch(request):  # nothing else that stands in its place is shown
        return told
    return sentence("{said} Beim Betreiber zu finden als Anfrage {request}.",
                    "{said} Its operator finds it as request {request}.", said=told, request=Word(request))


def said(problem: ProblemJson) -> Said:
    """The portal's own sentence, which may speak of anybody."""
    return sentence("{said}.", "{said}.", said=Quote(said_of(problem["message"])))


def only(answer: Answer, form: type[Form], right: str) -> Form:
    """What was asked for.

    Raises:
        Unreachable: if the answer is anything else.
    """
    let_in(answer, right)
    found = shaped(answer, form)
    if found is None:
        raise Unreachable(garbled(answer))
    return found


def _wait(problem: Exception) -> bool | float:
    """Whether to try again, and after how long where the portal says that."""
    if isinstance(problem, _Later):
        seconds = _seconds(problem.answer.headers.get("retry-after", ""))
        return True if seconds is None else seconds <= LONGEST_WAIT and seconds
    return isinstance(problem, Cut)


def _seconds(text: str) -> float | None:
    """How long a portal asks to be left alone; None where it does not say so in a way that makes sense."""
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return float(text) or None
    with suppress(ValueError, TypeError, OverflowError):
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()) or None
    return None


def _formed(plain: Any, form: type[Form]) -> Form | None:
    try:
        return formed(_reader(form), plain, form)
    except ValueError:
        return None


_reader: Callable[[Any], SchemaValidator] = cache(lambda form: SchemaValidator(schema_of(form)))
