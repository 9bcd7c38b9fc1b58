"""A spec in, a body out: what pydantic refuses becomes a Breach with the path as the user wrote it."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic_core import ValidationError

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import MOST_OF_DOCUMENT, Breach, more
from reconciler.model.forms import LIST, SECTION, TEXT, example, found, measured
from reconciler.model.kind import Kind
from reconciler.model.marks import Elsewhere
from reconciler.model.message import Message, Value, Word
from reconciler.model.nearest import Names, nearest
from reconciler.model.schema import keys_below
from reconciler.model.text import Text

Fault = tuple[Path, str, dict[str, Any], object]
"""Path in the spec, pydantic's type of error, its values, and the input."""

EXPECTED = {
    "tuple_type": LIST,
    "mapping_type": SECTION,
    "dict_type": SECTION,
    "dataclass_type": SECTION,
    "dataclass_exact_type": SECTION,
    "string_type": TEXT,
}
"""pydantic's type of error → what is wanted."""

LIMITS = {
    "string_too_long": ("max_length", Text("höchstens {n} Zeichen", "at most {n} characters")),
    "too_long": ("max_length", Text("höchstens {n} Einträge", "at most {n} entries")),
    "less_than_equal": ("le", Text("höchstens {n}", "at most {n}")),
}
"""pydantic's type of error → which of its values is the limit, and how it is told."""

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

_WORDS = Names(GERMAN, 0.8)

ASIDE = ("rule", "piece", "help")
"""What a validator says beside the values of its sentences."""

DEEPEST = 20
"""So deep may what is wrong lie."""

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
    breaches = [_breach(fault, kind, address, kinds) for fault in faults[:MOST_OF_DOCUMENT]]
    if len(faults) > MOST_OF_DOCUMENT:
        breaches.append(more(len(faults) - MOST_OF_DOCUMENT, address))
    return _cured(kind, spec, faults), breaches


def _cured(kind: Kind, spec: Mapping[str, Any], faults: list[Fault]) -> Any:
    """The body without what is wrong; of what must be there and is not, without what should hold it."""
    left: Any = spec
    for _ in range(DEEPEST):
        left = _without(left, [path[:-1] if error == "missing" else path for path, error, *_ in faults])
        try:
            return kind.read(left)
        except ValidationError as problem:
            faults = [_fault(e, left) for e in problem.errors(include_url=False)]
    return kind.read({})


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
    above: set[Path] = set()
    for fault in sorted(faults, key=lambda f: (len(f[0]), str(f[0])), reverse=True):
        path = fault[0]
        if path in kept or (path in above and fault[1] in ("literal_error", "string_type")):
            continue
        kept[path] = fault
        above.update(path[:n] for n in range(len(path)))
    return sorted(kept.values(), key=lambda f: str(f[0]))


def _breach(fault: Fault, kind: Kind, address: Address, kinds: Mapping[str, Kind]) -> Breach:
    path, error, values, given = fault
    told: dict[str, Value]
    if error == "rule" and values["rule"] != "FORM-2":
        told = {k: v if isinstance(v, Text | Message | Word) else str(v) for k, v in values.items() if k not in ASIDE}
        return Breach(values["rule"], address, path, told, piece=str(values.get("piece", "")), help=values.get("help"))
    if error == "unexpected_keyword_argument":
        unknown = _unknown_key(path, kind, address, kinds)
        comma = given is None and re.fullmatch("[0-9]+", str(path[-1]))
        return replace(unknown, help=_DECIMAL_COMMA) if comma else unknown
    if error == "missing" or given is None:
        return Breach("FORM-3", address, path, {"field": Word(".".join(map(str, path)))}, at_key=True)
    if isinstance(given, list) and ".".join(map(str, path)) in ONE_ONLY:
        return Breach(ONE_ONLY[".".join(map(str, path))], address, path)
    if error in LIMITS:
        name, words = LIMITS[error]
        limit = Message(words, {"n": values[name]})
        return Breach("FORM-12", address, path, {"value": measured(given), "limit": limit})
    expected = EXPECTED.get(error) or values.get("expected") or str(error)
    if isinstance(expected, str):
        expected = Word(expected.replace("'", "").replace(" or ", ", "))
    told = {"value": values.get("instead") or found(given), "expected": expected, "example": _example(path, kind)}
    return Breach("FORM-2", address, path, told)


_DECIMAL_COMMA = Text("In geschweiften Klammern trennt ein Komma zwei Angaben; eine Zahl bekommt einen Punkt: 8.4.",
                      "Inside of braces a comma separates two entries; a number has a point instead of it: 8.4.")


def _example(path: Path, kind: Kind) -> Word:
    """The nearest field above that has an example."""
    keys = [str(step) for step in path if isinstance(step, str)]
    examples = kind.examples()
    found_ = next((n for n in range(len(keys), 0, -1) if ".".join(keys[:n]) in examples), 0)
    return Word(example(keys[found_ - 1], examples[".".join(keys[:found_])]) if found_ else "")


def _unknown_key(path: Path, kind: Kind, address: Address, kinds: Mapping[str, Kind]) -> Breach:
    key = str(path[-1])
    elsewhere = kind.mark(Elsewhere)
    if elsewhere and any(f.at[0] == key for f in kinds[elsewhere.kind].fields):
        return Breach(elsewhere.rule, address, path, {"key": key}, at_key=True)
    known = _keys(kind, path[:-1])
    near = _nearest_key(key, known)
    values = {"key": key, "nearest": Word(near), "known": Word(", ".join(known))}
    return Breach(kind.unknown_key, address, path, values, at_key=True)


def _nearest_key(key: str, known: Collection[str]) -> str:
    """The key that was probably meant: a misspelt one, or the portal's German word for it."""
    german = GERMAN.get(_WORDS.nearest(key), "")
    return german if german in known else nearest(key, known)


@cache
def _keys(kind: Kind, above: Path) -> tuple[str, ...]:
    """The keys that are allowed below a path of this kind."""
    there = keys_below(kind.schema)
    for step in above:
        inner = there.get(step, there.get(None))
        there = keys_below(inner) if inner else {}
    return tuple(sorted(key for key in there if isinstance(key, str)))


def _without(node: Any, paths: Iterable[Path]) -> Any:
    """The same without what stands at these paths, in one go however many there are."""
    below: dict[str | int, list[Path]] = {}
    gone: set[str | int] = set()
    for path in paths:
        if len(path) == 1:
            gone.add(path[0])
        elif path:
            below.setdefault(path[0], []).append(path[1:])

    if isinstance(node, dict):
        return {k: _without(v, below[k]) if k in below else v for k, v in node.items() if k not in gone}
    if isinstance(node, list):
        return [_without(v, below[n]) if n in below else v for n, v in enumerate(node) if n not in gone]
    return node
