"""What the server speaks, as OpenAPI: made from its routes and from the forms of the wire."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI

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
_FIGURES = {"text/plain": {"schema": {"type": "string"}}}
_STATUS = {"type": "object", "properties": {"status": {"const": "ok"}}, "required": ["status"]}
_MEANT = {
    "get": (401, 403, 412, 429), "put": (400, 401, 403, 409, 413, 415, 422, 428, 429),
    "post": (400, 401, 403, 409, 413, 415, 422, 428, 429), "delete": (401, 403, 429),
}


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
    place = method, path
    for parameter in call.get("parameters", ()):
        if parameter["name"] == "Lease-Token":  # a problem of its own where it is missing
            parameter |= {"required": True, "schema": {"type": "string", "pattern": "^[0-9]{1,15}$"}}
    if place in BODIES:
        call["requestBody"] = {"required": True, "content": _json(_ref(BODIES[place]))}
    if path == "/v1/cart/submit":
        call["requestBody"] = {"required": True, "content": _json(_CONTENTS)}
    good: dict[str, Any] = {"description": "Done."}
    if place in ANSWERS or path == "/health":
        good["content"] = _json(_ref(ANSWERS[place]) if place in ANSWERS else _STATUS)
    if path == "/metrics":
        good["content"] = _FIGURES
    problems = () if path == "/health" else _MEANT[method]
    if place == ("get", "/v1/orders/{ref}"):
        problems += (404,)
    call["responses"] = {"204" if method == "delete" else "200": good, **{
        str(status): {"description": ", ".join(_codes(status)), "content": {TYPE: {"schema": _ref(ProblemJson)}}}
        for status in sorted({*problems, 400, 405, 500, 503})}}
    if path != "/health":
        call["security"] = [{"token": []}]


def _codes(status: int) -> list[str]:
    """The words of the protocol with this status; those of refusals are rules."""
    found = [code for code, (known, _) in CODES.items() if known == status]
    return [*found, "the rule that refuses"] if status in (409, 422) else found


def _ref(form: type) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{form.__name__}"}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
