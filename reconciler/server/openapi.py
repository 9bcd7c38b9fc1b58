"""What the server speaks, as OpenAPI: made from its routes and from the forms of the wire."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI

from reconciler.server.conditions import PATTERN
from reconciler.server.problems import CODES
from reconciler.wire.problem import TYPE, ProblemJson
from reconciler.wire.schema import component_schemas
from reconciler.wire.sent import AnswerJson, HolderJson, LeaseJson, ReceivedJson, SentJson, SubmittedJson
from reconciler.wire.told import LifePageJson, PortalJson, PositionPageJson, ResourcePageJson

Forms = Mapping[tuple[str, str], type]

BODIES: Forms = {("put", "/v1/orders/{ref}"): SentJson, ("post", "/v1/lease"): HolderJson}
ANSWERS: Forms = {
    ("get", "/v1/portal"): PortalJson, ("get", "/v1/resources"): ResourcePageJson,
    ("get", "/v1/positions"): PositionPageJson, ("get", "/v1/history"): PositionPageJson,
    ("get", "/v1/lives"): LifePageJson, ("get", "/v1/orders/{ref}"): ReceivedJson,
    ("put", "/v1/orders/{ref}"): AnswerJson, ("post", "/v1/lease"): LeaseJson,
    ("post", "/v1/cart/submit"): SubmittedJson,
}
_TITLE = "A Cloud PBX portal over HTTP: what reconciler's driver `http` asks, and `portal serve` answers."
_CONTENTS = {"type": "object", "additionalProperties": {"type": "string"},
             "description": "What was approved: digests of contents by reference."}
_STATUS = {"type": "object", "properties": {"status": {"const": "ok"}}, "required": ["status"]}
_TEXT = {"schema": {"type": "string"}}
_OTHERS = {"/health": {"application/json": {"schema": _STATUS}}, "/metrics": {"text/plain": _TEXT}}
_ETAG = {"ETag": {"description": "What is told, as one word: another, as soon as anything changed.", **_TEXT}}
_REQUEST = {"Request-Id": {"description": "The request, as the server's log names it.", **_TEXT}}
_WAIT = {"Retry-After": {"description": "Seconds after which the same may be asked again.", **_TEXT}}
_SAME = {"description": "It is still what `If-None-Match` says.", "headers": _ETAG}
_CONDITION = {"schema": {"type": "string", "pattern": PATTERN}}
_HEADERS: Mapping[str, dict[str, Any]] = {
    "if-match": _CONDITION, "if-none-match": _CONDITION,
    "Lease-Token": {"required": True, "schema": {"type": "string", "pattern": "^[0-9]{1,15}$"}},
}
"""What FastAPI is not told, because a problem of its own says that it is missing or wrong."""


def openapi(app: FastAPI) -> dict[str, Any]:
    """The whole document."""
    made = app.openapi()
    forms = {*BODIES.values(), *ANSWERS.values(), ProblemJson}
    schemas = component_schemas(sorted(forms, key=lambda form: form.__name__))
    for form in BODIES.values():
        schemas[form.__name__]["additionalProperties"] = False
    paths = {path.replace("{ref:path}", "{ref}"): methods for path, methods in made["paths"].items()}
    for path, methods in paths.items():
        for method, call in methods.items():
            _complete(path, method, call)
    return {
        "openapi": made["openapi"], "info": {"title": "reconciler portal", "version": "1", "description": _TITLE},
        "paths": paths,
        "components": {"schemas": dict(sorted(schemas.items())),
                       "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _complete(path: str, method: str, call: dict[str, Any]) -> None:
    """Bodies, answers and problems of one call; what FastAPI guesses of them is left out."""
    call["operationId"] = f"{method} {path}"
    for parameter in call.get("parameters", ()):
        parameter.update(_HEADERS.get(parameter["name"], {}))
    if (method, path) in BODIES:
        call["requestBody"] = {"required": True, "content": _json(_ref(BODIES[method, path]))}
    if path == "/v1/cart/submit":
        call["requestBody"] = {"required": True, "content": _json(_CONTENTS)}
    call["responses"] = {**_good(path, method), **{str(status): _problem(status) for status in _statuses(path, method)}}
    for status, answer in call["responses"].items():
        answer["headers"] = {**answer.get("headers", {}), **_REQUEST, **(_WAIT if status in ("429", "503") else {})}
    if path != "/health":
        call["security"] = [{"token": []}]


def _good(path: str, method: str) -> dict[str, Any]:
    good: dict[str, Any] = {"description": "Done."}
    if (method, path) in ANSWERS:
        good["content"] = _json(_ref(ANSWERS[method, path]))
    elif path in _OTHERS:
        good["content"] = _OTHERS[path]
    if method == "get" and (method, path) in ANSWERS:
        return {"200": {**good, "headers": _ETAG}, "304": {**_SAME}}
    return {"204" if method == "delete" else "200": good}


def _statuses(path: str, method: str) -> list[int]:
    """Which problems a call may have."""
    meant = {400, 405, 500, 503} if path == "/health" else {400, 401, 403, 405, 429, 500, 503}
    if method in ("put", "post"):
        meant |= {409, 412, 413, 415, 422, 428}
    elif ("get", path) in ANSWERS and method == "get":
        meant |= {412}
    if (method, path) == ("get", "/v1/orders/{ref}"):
        meant |= {404}
    return sorted(meant)


def _problem(status: int) -> dict[str, Any]:
    return {"description": ", ".join(_codes(status)), "content": {TYPE: {"schema": _ref(ProblemJson)}}}


def _codes(status: int) -> list[str]:
    """The words of the protocol with this status; those of refusals are rules."""
    found = [code for code, (known, _) in CODES.items() if known == status]
    return [*found, "the rule that refuses"] if status in (409, 422) else found


def _ref(form: type) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{form.__name__}"}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
