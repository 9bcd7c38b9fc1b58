"""A spec in, a body out: what pydantic refuses becomes a Breach with the path as the user wrote it."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.kind import Kind

Fault = tuple[Path, str, dict[str, Any], object]
"""Path in the spec, pydantic's type of error, its values, and the input."""

EXPECTED = {
    "tuple_type": "[…]",
    "mapping_type": "key: value",
    "dict_type": "key: value",
    "dataclass_type": "key: value",
    "dataclass_exact_type": "key: value",
    "string_type": "text",
}
GERMAN = {
    "gruppe": "group", "standort": "group", "bereich": "department", "bereiche": "departments",
    "sprache": "language", "zeitzone": "timeZone", "benutzer": "user", "benutzerdaten": "user",
    "vorname": "firstName", "nachname": "lastName", "anschrift": "address", "adresse": "address",
    "straße": "street", "hausnummer": "houseNumber", "plz": "postalCode", "postleitzahl": "postalCode",
    "ort": "city", "land": "country", "anmeldung": "login", "mobilfunknummer": "mobile",
    "rufnummer": "number", "interne rufnummer": "internal", "durchwahl": "internal", "sperrprofil": "blockingProfile",
    "standardsperrprofil": "defaultBlockingProfile", "standardgruppe": "defaultGroup", "endgeräte": "devices",
    "geräte": "devices", "pakete": "packages", "zusatzpakete": "packages", "vorlage": "template",
    "mustervorlage": "template", "aktivierungsdatum": "activationDate", "kürzel": "shortCode",
    "währung": "currency", "preis": "price", "ab": "from", "arbeitsplatz": "workplace",
    "kontingent": "quota", "ausgehend": "outgoing", "eingehend": "incoming", "weitergeleitet": "forwarded",
}
"""The portal's words → ours."""

SPECIAL = {"blockingprofile": "BLOCK-4"}
"""Kinds in which an unknown key has a rule of its own."""

ONE_ONLY = {"mobileIntegration": "MOB-4", "mobileIntegration.type": "MOB-4"}
"""Fields of which there is one, with the rule that says so where several are written."""


def read_body(
    kind: Kind, address: Address, spec: Mapping[str, Any], kinds: Mapping[str, Kind]
) -> tuple[Any, list[Breach]]:
    """The body of a spec, and what is wrong with it; what is wrong is left out of the body."""
    try:
        return kind.read(spec), []
    except ValidationError as problem:
        faults = _merged([_fault(e, spec) for e in problem.errors(include_url=False)])
    breaches = [_breach(fault, kind, address, kinds) for fault in faults]
    cured: Any = spec
    for path, *_ in faults:
        cured = _without(cured, path)
    try:
        return kind.read(cured), breaches
    except ValidationError:
        kept = {k: v for k, v in spec.items() if k not in {path[0] for path, *_ in faults if path}}
        return kind.read(kept), breaches


def _fault(error: Any, spec: Mapping[str, Any]) -> Fault:
    """Path elements that pydantic adds for the branches of a union are no keys of the user: dropped."""
    path: list[str | int] = []
    node: Any = spec
    for n, step in enumerate(error["loc"]):
        inside = isinstance(node, list) and isinstance(step, int) and step < len(node)
        if inside or (isinstance(node, dict) and step in node):
            path.append(step)
            node = node[step]
        elif n == len(error["loc"]) - 1 and error["type"] == "missing":
            path.append(step)
    return tuple(path), error["type"], error.get("ctx") or {}, error["input"]


def _merged(faults: list[Fault]) -> list[Fault]:
    """One fault for one cause: of the branches of a union, the one that fits the form of the value."""
    kept: dict[Path, Fault] = {}
    for fault in sorted(faults, key=lambda f: (len(f[0]), str(f[0])), reverse=True):
        path = fault[0]
        deeper = any(other[: len(path)] == path and other != path for other in kept)
        if path in kept or (deeper and fault[1] in ("literal_error", "string_type")):
            continue
        kept[path] = fault
    return sorted(kept.values(), key=lambda f: str(f[0]))


def _breach(fault: Fault, kind: Kind, address: Address, kinds: Mapping[str, Kind]) -> Breach:
    path, error, values, given = fault
    if error == "rule":
        told = {k: str(v) for k, v in values.items() if k not in ("rule", "piece")}
        return Breach(values["rule"], address, path, told, piece=str(values.get("piece", "")))
    if error == "unexpected_keyword_argument":
        return _unknown_key(path, kind, address, kinds)
    if error == "missing" or given is None:
        return Breach("FORM-3", address, path, {"field": ".".join(map(str, path))}, at_key=True)
    if isinstance(given, list) and ".".join(map(str, path)) in ONE_ONLY:
        return Breach(ONE_ONLY[".".join(map(str, path))], address, path)
    expected = str(values.get("expected") or EXPECTED.get(error) or error).replace("'", "").replace(" or ", ", ")
    return Breach("FORM-2", address, path, {"value": _short(given), "expected": expected})


def _unknown_key(path: Path, kind: Kind, address: Address, kinds: Mapping[str, Kind]) -> Breach:
    key = str(path[-1])
    if kind.key == "template" and any(f.path.split(".")[0] == key for f in kinds["workplace"].fields):
        return Breach("TPL-1", address, path, {"key": key}, at_key=True)
    known = sorted(_keys(kind, path[:-1]))
    near = _nearest_key(key, known)
    values = {"key": key, "nearest": near, "known": ", ".join(known)}
    return Breach(SPECIAL.get(kind.key, "FORM-1"), address, path, values, at_key=True)


def _nearest_key(key: str, known: list[str]) -> str:
    """The key that was probably meant: a misspelt one, or the portal's German word for it."""
    german = next((GERMAN[word] for word in get_close_matches(key.lower(), GERMAN, 1, 0.8)), "")
    if german in known:
        return german
    return next(iter(get_close_matches(key, known, 1)), "")


def _keys(kind: Kind, above: Path) -> Iterator[str]:
    """The keys that are allowed below a path of this kind."""
    schema = kind.adapter.json_schema(by_alias=True)
    node = schema
    for step in above:
        node = _resolved(node, schema)
        if isinstance(step, int):
            node = next((option["items"] for option in (node, *node.get("anyOf", ())) if "items" in option), {})
        else:
            node = node.get("properties", {}).get(step) or node.get("additionalProperties") or {}
    yield from _resolved(node, schema).get("properties", {})


def _resolved(node: Any, schema: Any) -> Any:
    for option in (node, *node.get("anyOf", ())):
        if "$ref" in option:
            return schema["$defs"][option["$ref"].rsplit("/", 1)[1]]
    return node


def _without(node: Any, path: Path) -> Any:
    if not path:
        return node
    step, *rest = path
    if isinstance(node, dict):
        if not rest:
            return {k: v for k, v in node.items() if k != step}
        return {k: _without(v, tuple(rest)) if k == step else v for k, v in node.items()}
    if isinstance(node, list) and rest:
        return [_without(v, tuple(rest)) if n == step else v for n, v in enumerate(node)]
    return [v for n, v in enumerate(node) if n != step] if isinstance(node, list) else node


def _short(given: object) -> str:
    text = str(given)
    return text if len(text) <= 40 else text[:39] + "…"
