"""YAML-7: UTF-8 without control characters.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-7",
    Severity.ERROR,
    Text("Zeichen nicht lesbar", "Character not readable"),
    Text(
        "Zeichen nicht lesbar: {problem}.",
        "Character not readable: {problem}.",
    ),
    Text(
        "Erlaubt ist UTF-8 ohne NUL und Steuerzeichen, eingerückt mit Leerzeichen statt Tabulatoren.",
        "Allowed is UTF-8 without NUL and control characters, indented by blanks instead of tabs.",
    ),
    Text(
        "Die Datei als UTF-8 speichern, Tabulatoren durch Leerzeichen ersetzen.",
        "Save the file as UTF-8, replace tabs by blanks.",
    ),
    OURS,
)
