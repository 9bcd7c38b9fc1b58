"""USERNAME-2: only a-z, digits, underscore, hyphen and dot.

Source: help page "Arbeitsplatz einrichten", user name. Values: value, piece.
"""

import re
from unicodedata import combining, normalize

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Message, Name, Value, sentence
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup

_WRONG = re.compile(r"[^a-z0-9._-]")
_WHOLE = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    name = resource.address.name
    wrong = _WRONG.search(normalize("NFC", name))
    if not wrong:
        return ()
    values: dict[str, Value] = {"value": Name(resource.address), "piece": wrong.group()}
    advice = _advice(_corrected(name), facts)
    path = ("metadata", "name")
    return (Breach("USERNAME-2", resource.address, path, values, piece=wrong.group(), help=advice),)


def _corrected(name: str) -> str:
    """The name in allowed characters; "" where that is not possible in one way only."""
    spelled = normalize("NFC", name).lower().translate(_SPELLED)
    plain = "".join(c for c in normalize("NFKD", spelled) if not combining(c))
    return plain if _WHOLE.fullmatch(plain) else ""


def _advice(name: str, facts: Facts) -> Message | None:
    if not name or name in facts.after.of("workplace") or "workplace" in facts.lost:
        return None
    return sentence("„{name}“ schreiben.", "Write “{name}”.", name=name)


RULE = Rule(
    "USERNAME-2",
    Severity.ERROR,
    Text("Unerlaubtes Zeichen im Benutzernamen", "Character not allowed in a user name"),
    Text(
        "Im Benutzernamen „{value}“ ist „{piece}“ nicht erlaubt.",
        "In the user name “{value}”, “{piece}” is not allowed.",
    ),
    Text(
        "Das Portal lässt nur Kleinbuchstaben ohne Umlaute, Ziffern, Unterstrich, Bindestrich und Punkt zu.",
        "The portal allows lower-case letters without umlauts, digits, underscore, hyphen and dot only.",
    ),
    Text("Einen Namen aus a–z, 0–9, _, - und . wählen.", "Choose a name of a–z, 0–9, _, - and ."),
    setup("Benutzername", "user name"),
    each=_check,
    portal=True,
    bad=Example(workplace("jürgen.keller")),
    good=Example(workplace("juergen.keller")),
)
