"""What the server says when it does not do what it was asked for: one form, with codes that stay."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from pydantic_core import to_json
from starlette.responses import Response

from reconciler.model.message import Said
from reconciler.model.text import Text
from reconciler.portal.refusals import Refusal
from reconciler.wire.problem import TYPE, ProblemJson, instance_of, problem_json, refusals_json

CODES: Mapping[str, tuple[int, Text]] = {
    "not-json": (400, Text("Was gesendet wurde, ist kein eindeutiges JSON.", "What was sent is no JSON that can be "
                           "read in one way only.")),
    "wrong-form": (400, Text("Was gesendet wurde, hat nicht die Form, die hier erwartet wird.",
                             "What was sent does not have the form that is expected here.")),
    "wrong-query": (400, Text("In der Adresse steht hinter dem Fragezeichen etwas, das hier nicht geht.",
                              "Behind the question mark of the address stands something that does not work here.")),
    "wrong-header": (400, Text("Eine Kopfzeile ist nicht so geschrieben, wie sie es sein muss: Lease-Token eine Zahl, "
                               "If-Match und If-None-Match * oder ETags in Anführungszeichen.",
                               "A header is not written as it must be: Lease-Token a number, If-Match and "
                               "If-None-Match * or ETags in quotation marks.")),
    "other-digest": (400, Text("Der Inhalt kam anders an, als er gesendet wurde.",
                               "The content arrived otherwise than it was sent.")),
    "unauthorised": (401, Text("Das Token fehlt, ist unbekannt oder gilt nicht mehr.",
                               "The token is missing, unknown or no longer good.")),
    "forbidden": (403, Text("Dieses Token darf das nicht.", "This token may not do that.")),
    "unknown-path": (404, Text("Diese Adresse gibt es nicht.", "There is no such address.")),
    "unknown-order": (404, Text("Unter dieser Referenz hat kein Auftrag gewirkt.",
                                "No order took effect under this reference.")),
    "wrong-method": (405, Text("Das geht an dieser Adresse nicht.", "That does not work at this address.")),
    "slow": (408, Text("Die Anfrage kam nicht rechtzeitig an.", "The request did not arrive in time.")),
    "lease-held": (409, Text("Das Schreibrecht hat gerade jemand anders.", "Somebody else has the right to write.")),
    "lease-lost": (409, Text("Das Schreibrecht gilt nicht mehr.", "The right to write is no longer valid.")),
    "other-revision": (412, Text("Das Portal hat sich inzwischen geändert.", "The portal has changed meanwhile.")),
    "too-large": (413, Text("Die Anfrage ist zu groß.", "The request is too large.")),
    "wrong-type": (415, Text("Gesendet wird application/json, unverpackt.",
                             "What is sent is application/json, not compressed.")),
    "lease-missing": (428, Text("Ohne Schreibrecht (Lease-Token) geht das nicht.",
                                "That does not work without the right to write (Lease-Token).")),
    "too-many": (429, Text("Das sind zu viele Anfragen in kurzer Zeit; geändert wurde nichts.",
                           "These are too many requests in a short time; nothing was changed.")),
    "bug": (500, Text("Im Server ist ein Fehler aufgetreten.", "The server has a bug.")),
    "answer-lost": (500, Text("Ob das wirkte, ist nicht bekannt; nachlesen.",
                              "It is not known whether this took effect; read it back.")),
    "unusable": (503, Text("Das Portal lässt sich nicht öffnen.", "The portal cannot be opened.")),
    "busy": (503, Text("Das Portal ist gerade nicht zu erreichen; geändert wurde nichts.",
                       "The portal cannot be reached at the moment; nothing was changed.")),
    "crowded": (503, Text("Es sind zu viele Anfragen auf einmal; geändert wurde nichts.",
                          "There are too many requests at once; nothing was changed.")),
}
"""Words of the protocol: the status, and the sentence. Rules have their own."""

AGAIN = {"Retry-After": "1"}
_HEADERS = {"busy": AGAIN, "crowded": AGAIN, "unusable": AGAIN, "unauthorised": {"WWW-Authenticate": "Bearer"}}


class Problem(Exception):
    """What goes out instead of an answer; nothing of what came in stands in it but a reference and a digest."""

    def __init__(
        self, code: str, said: Said | None = None, *, status: int = 0, ref: str = "", digest: str = "",
    ) -> None:
        super().__init__(code)
        known, sentence = CODES.get(code, (status, said or Text(code, code)))
        self.code, self.status = code, known
        self.plain: ProblemJson = problem_json(code, known, HTTPStatus(known).phrase, said or sentence)
        self.headers: dict[str, str] = {**_HEADERS.get(code, {})}
        if ref:
            self.plain["ref"] = ref
        if digest:
            self.plain["digest"] = digest

    def answer(self, request: str) -> Response:
        """The same as a response to the request with this identity."""
        plain = {**self.plain, "instance": instance_of(request)}
        return Response(to_json(plain), self.status, {"Cache-Control": "no-store", **self.headers}, TYPE)


def limited(seconds: int) -> Problem:
    """That somebody asks too often, and after how long they may again."""
    problem = Problem("too-many")
    problem.headers["Retry-After"] = str(seconds)
    return problem


def refused(refusals: Iterable[Refusal], digest: str, ref: str = "") -> Problem:
    """That an order does not take effect, with every reason; the first is the one that counts."""
    reasons = list(dict.fromkeys(refusals))
    first = reasons[0]
    problem = Problem(first.rule, first.message, status=409 if first.rule == "CART-4" else 422, ref=ref, digest=digest)
    problem.plain["problems"] = refusals_json([(one.rule, one.message) for one in reasons])
    return problem
