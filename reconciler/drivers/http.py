"""A portal behind HTTP: the reference portal as a server, or a gateway that speaks as specs/portal.openapi.yaml says.

Three outcomes, and no fourth: done only if the portal says so of this order and this content, rejected only if it
gives the rule, and everything else is unknown. Nobody was asked where no byte left.
"""

import os
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import quote

from pydantic_core import to_json

from reconciler.drivers._asking import Heard, ask, garbled, hushed, is_undone, let_in, only, problem_of, said, shaped
from reconciler.drivers._line import Cut, Line
from reconciler.errors import AnswerLost, ConfigProblem, LeaseHeld, Unreachable
from reconciler.model.kind import Kind
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Observation, Position
from reconciler.model.resource import State
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.portal.letters import unreadable
from reconciler.ports import Capabilities, Driver, Where
from reconciler.wire.held import held_position_of, held_resource_of
from reconciler.wire.problem import ProblemJson
from reconciler.wire.said import said_of
from reconciler.wire.sent import (
    AnswerJson,
    LeaseJson,
    ReceivedJson,
    SubmittedJson,
    cart_digest,
    holder_json,
    sent_json,
)
from reconciler.wire.told import (
    LifePageJson,
    PortalJson,
    PositionPageJson,
    ResourcePageJson,
    life_of,
    portal_of,
    tag_of,
)

TOKEN = "RECONCILER_TOKEN"  # noqa: S105 - the name of the variable
ATTEMPTS = 5
"""How often a portal is read that changes while it is read."""

_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{16,500}", re.ASCII)
_HOLES = Text("Das Portal zeigt nicht alles, was es hat; so wird nichts verglichen.",
              "The portal does not show all that it has; nothing is compared like that.")
_RESTLESS = Text("Das Portal ändert sich, während es gelesen wird. Später noch einmal versuchen.",
                 "The portal changes while it is being read. Try again later.")

Read = TypeVar("Read")


class _Changed(Exception):
    """The portal has another revision than at the beginning."""


class Http:
    """A portal over a line; ``kinds`` are those that its resources are read as."""

    def __init__(self, line: Line, kinds: Mapping[str, Kind]) -> None:
        self._line, self._kinds = line, kinds
        hushed()

    def close(self) -> None:
        """See Portal."""
        self._line.close()

    def observe(self, kinds: Collection[str] | None = None) -> Observation:
        """See Portal; all of it is of one revision."""
        return _at_rest(lambda: self._seen(kinds))

    def positions(self) -> tuple[Position, ...]:
        """See Portal."""
        return _at_rest(lambda: tuple(map(held_position_of, self._pages("history", PositionPageJson, "", "ref"))))

    def find(self, ref: str) -> Receipt | None:
        """See Portal."""
        answer = self._read(f"/v1/orders/{quote(ref, safe='')}").answer
        problem = problem_of(answer)
        if problem and problem["code"] == "unknown-order" and problem.get("ref") == ref:
            return None
        found = only(answer, ReceivedJson, "read")
        if found["ref"] != ref:
            raise Unreachable(garbled(answer))
        return Receipt(ref, Outcome.DONE)

    def acquire(self, holder: str, plan: str = "") -> int:
        """See Portal; asked once: a second answer would be another token."""
        heard = self._written("POST", "/v1/lease", holder_json(holder, plan), right="queue")
        given = shaped(heard.answer, LeaseJson)
        if given is not None:
            return given["token"]
        problem = problem_of(heard.answer)
        if problem and problem["code"] == "lease-held":
            raise LeaseHeld(said(problem))
        raise self._nothing_certain(heard)

    def release(self, token: int) -> None:
        """See Portal."""
        heard = self._written("DELETE", f"/v1/lease/{token}", right="queue")
        if heard.answer.status != 204:
            raise self._nothing_certain(heard)

    def execute(self, order: Order, token: int) -> Receipt:
        """See Portal. What is no order at all is refused here, as the portal does, and never leaves."""
        ref = str(order.ref)
        if refused := next(unreadable(order), None):
            return Receipt(ref, Outcome.REJECTED, refused.rule, refused.message)
        heard = self._written("PUT", f"/v1/orders/{quote(ref, safe='')}", sent_json(order), right="queue", lease=token)
        done = shaped(heard.answer, AnswerJson)
        if done is not None and (done["ref"], done["digest"]) == (ref, order.digest):
            return Receipt(ref, Outcome(done["state"]))
        return self._rejected(heard, order.digest, ref)

    def submit(self, contents: Mapping[str, str], token: int) -> Receipt:
        """See Portal; asked once: whoever buys looks before asking again."""
        heard = self._written("POST", "/v1/cart/submit", dict(contents), right="order", lease=token)
        digest = cart_digest(contents)
        done = shaped(heard.answer, SubmittedJson)
        if done is not None and done["digest"] == digest:
            return Receipt("", Outcome.DONE)
        return self._rejected(heard, digest)

    def _rejected(self, heard: Heard, digest: str, ref: str = "") -> Receipt:
        """The receipt of what the portal certainly did not do.

        Raises:
            LeaseHeld, AnswerLost, Unreachable: if it says nothing of the sort about this content.
        """
        problem = problem_of(heard.answer)
        if problem and problem["code"] == "lease-lost" and not heard.doubt:
            raise LeaseHeld(said(problem))
        if problem and _is_refusal(problem, digest, ref):
            return Receipt(ref, Outcome.REJECTED, problem["code"], said_of(problem["message"]))
        raise self._nothing_certain(heard)

    def _nothing_certain(self, heard: Heard) -> Exception:
        told = garbled(heard.answer)
        return Unreachable(told) if is_undone(heard.answer) and not heard.doubt else AnswerLost(told)

    def _written(
        self, method: str, path: str, plain: object = None, *, right: str, lease: int | None = None,
    ) -> Heard:
        """What the portal says to something that changes it; ``PUT`` is safe to be repeated.

        Raises:
            Unreachable: if nobody was asked, or the token is refused.
            AnswerLost: if somebody was, and no answer came.
        """
        body = None if plain is None else to_json(plain)
        headers = {} if lease is None else {"Lease-Token": str(lease)}
        try:
            if method == "PUT":
                heard = ask(self._line, method, path, body, headers=headers)
            else:
                heard = Heard(self._line.ask(method, path, body, **headers), doubt=False)
        except Cut as cut:
            raise (AnswerLost if cut.sent else Unreachable)(cut.said) from cut
        if not heard.doubt:
            let_in(heard.answer, right)
        return heard

    def _read(self, path: str, **headers: str) -> Heard:
        try:
            return ask(self._line, "GET", path, headers=headers)
        except Cut as cut:
            raise Unreachable(cut.said) from cut

    def _seen(self, kinds: Collection[str] | None) -> Observation:
        head = portal_of(only(self._read("/v1/portal").answer, PortalJson, "read"), "http")
        tag = tag_of(head.origin, head.revision)
        resources: list[Any] = []
        if kinds is None or kinds:
            query = "" if kinds is None else f"kinds={quote(','.join(sorted(kinds)))}&"
            resources = self._pages("resources", ResourcePageJson, tag, "address", query)
        positions = self._pages("positions", PositionPageJson, tag, "ref")
        lives = self._pages("lives", LifePageJson, tag, "address")
        return replace(head, state=State(held_resource_of(one, self._kinds) for one in resources),
                       positions=tuple(map(held_position_of, positions)), lives=dict(map(life_of, lives)))

    def _pages(self, what: str, form: type[Any], tag: str, key: str, query: str = "") -> list[Any]:
        """All items of a list: complete, each once, all of one revision.

        Raises:
            ValueError: if anything is missing.
        """
        items: list[Any] = []
        after = ""
        while True:
            path = f"/v1/{what}?{query}after={quote(after, safe='')}&limit=1000"
            page, tag = self._page(path, form, tag)
            keys = [item[key] for item in page["items"]]
            if sorted({after, *keys}) != [after, *keys] and keys:
                raise ValueError(what)
            items += page["items"]
            if page["next"] is None:
                break
            if not keys or page["next"] != keys[-1] or len(items) > page["count"]:
                raise ValueError(what)
            after = page["next"]
        if len(items) != page["count"]:
            raise ValueError(what)
        return items

    def _page(self, path: str, form: type[Any], tag: str) -> tuple[Any, str]:
        """One page, which has this tag if one is given, and its tag."""
        answer = self._read(path, **({"If-Match": tag} if tag else {})).answer
        problem = problem_of(answer)
        if problem and problem["code"] == "other-revision":
            raise _Changed
        page = only(answer, form, "read")
        found = tag_of(page["origin"], page["revision"])
        if tag and found != tag:
            raise _Changed
        return page, found


def _at_rest(read: Callable[[], Read]) -> Read:
    """What is read of a portal that does not change meanwhile; again where it does.

    Raises:
        Unreachable: if it goes on changing, or shows less than it says it has.
    """
    for _ in range(ATTEMPTS):
        try:
            return read()
        except _Changed:
            continue
        except ValueError as problem:
            raise Unreachable(_HOLES) from problem
    raise Unreachable(_RESTLESS)


def _is_refusal(problem: ProblemJson, digest: str, ref: str) -> bool:
    """Whether the portal refuses just this, by a rule."""
    reasons = problem.get("problems", [])
    named = bool(reasons) and problem["code"] == reasons[0]["rule"] and problem["status"] in (409, 422)
    return named and (problem.get("ref", ""), problem.get("digest", "")) == (ref, digest)


def _connect(where: Where, kinds: Mapping[str, Kind], _rules: Collection[Rule]) -> Http:
    """Nobody is asked yet.

    Raises:
        ConfigProblem: if there is no token, or it cannot be one.
    """
    token = os.environ.get(TOKEN, "")
    if not _TOKEN.fullmatch(token):
        raise ConfigProblem(Text(
            f"{TOKEN} fehlt oder ist kein Token. Es entsteht am Server mit `reconciler portal token create`.",
            f"{TOKEN} is missing or no token. `reconciler portal token create` makes one at the server."))
    ca = where.root / where.ca if where.ca else None
    return Http(Line(str(where.url).rstrip("/"), token, where.timeout, ca), kinds)


DRIVER = Driver("http", _connect, can=Capabilities(observe=True, cart=True, direct=True, lease=True))
