"""What libyaml says, in words for people who write manifests."""

from typing import NamedTuple

from reconciler.model.message import Said, sentence
from reconciler.model.text import Text


class Problem(NamedTuple):
    """Which rule is broken and why."""

    rule: str
    text: Said


_NO_QUOTE = ("Das schließende Anführungszeichen fehlt", "the closing quote is missing")
_KNOWN = (
    ("undefined tag handle", "YAML-3", "Typangaben mit ! sind nicht erlaubt", "types with ! are not allowed"),
    ("a tab character", "YAML-7", "Tabulator in der Einrückung, erlaubt sind nur Leerzeichen",
     "tab in the indentation, only blanks are allowed"),
    ("cannot start any token", "YAML-1",
     "Mit diesem Zeichen kann kein Wert beginnen, als Text gehört er in Anführungszeichen",
     "no value can begin with this character, as a text it belongs in quotes"),
    ("mapping values are not allowed", "YAML-1",
     "Hier kann kein Schlüssel mit Doppelpunkt stehen; falsch eingerückt, oder Anführungszeichen fehlen",
     "no key with a colon can stand here; wrong indentation, or quotes are missing"),
    ("block sequence entries", "YAML-1",
     "Hier kann kein Listeneintrag mit „-“ stehen; er braucht eine eigene Zeile",
     "no list entry with “-” can stand here; it needs a line of its own"),
    ("expected node content", "YAML-1", "Hier fehlt ein Wert oder eine schließende Klammer",
     "a value or a closing bracket is missing here"),
    ("could not find expected ':'", "YAML-1",
     "Der Doppelpunkt nach dem Schlüssel fehlt, oder die Zeile ist falsch eingerückt",
     "the colon behind the key is missing, or the line is indented wrongly"),
    ("unexpected end of stream", "YAML-1", *_NO_QUOTE),
    ("unexpected document indicator", "YAML-1", *_NO_QUOTE),
    ("expected ',' or ']'", "YAML-1", "In der Liste fehlt „,“ oder „]“", "“,” or “]” is missing in the list"),
    ("expected ',' or '}'", "YAML-1", "In der Klammer fehlt „,“ oder „}“", "“,” or “}” is missing in the braces"),
    ("did not find expected key", "YAML-1",
     "Hier wird ein Schlüssel erwartet; falsch eingerückt, oder ein Anführungszeichen steht falsch",
     "a key is expected here; wrong indentation, or a misplaced quote"),
    ("expected '-' indicator", "YAML-1", "Hier wird ein Listeneintrag mit „-“ erwartet",
     "a list entry with “-” is expected here"),
    ("unknown escape character", "YAML-1",
     "Diese Schreibweise mit „\\“ gibt es nicht; in einfachen Anführungszeichen ist „\\“ ein gewöhnliches Zeichen",
     "this escape with “\\” does not exist; in single quotes “\\” is an ordinary character"),
    ("character escape code", "YAML-1", "Diese Zeichennummer nach „\\u“ gibt es nicht",
     "this character number behind “\\u” does not exist"),
    ("hexdecimal number", "YAML-1", "Nach „\\x“ oder „\\u“ fehlen Hexadezimalziffern",
     "hexadecimal digits are missing behind “\\x” or “\\u”"),
    ("comment or line break", "YAML-1", "Nach „|“ oder „>“ muss die Zeile enden",
     "the line must end behind “|” or “>”"),
)
_BY_CONTEXT = (
    ("alias", "YAML-4", "Ein Wert, der mit * beginnt, gehört in Anführungszeichen; Verweise sind nicht erlaubt",
     "a value that begins with * belongs in quotes; aliases are not allowed"),
    ("anchor", "YAML-4", "Ein Wert, der mit & beginnt, gehört in Anführungszeichen; Anker sind nicht erlaubt",
     "a value that begins with & belongs in quotes; anchors are not allowed"),
    ("tag", "YAML-3", "Ein Wert, der mit ! beginnt, gehört in Anführungszeichen; Typangaben sind nicht erlaubt",
     "a value that begins with ! belongs in quotes; types are not allowed"),
    ("directive", "YAML-11", "Anweisungen mit % sind nicht erlaubt", "directives with % are not allowed"),
)


def problem_of(problem: str, context: str) -> Problem:
    """The rule and the reason for libyaml's ``problem``, found in ``context``."""
    for word, rule, de, en in _BY_CONTEXT:
        if context.startswith("while") and context.endswith(" " + word):
            return Problem(rule, Text(de, en))
    for words, rule, de, en in _KNOWN:
        if words in problem:
            return Problem(rule, Text(de, en))
    return Problem("YAML-1", sentence("so schreibt man kein YAML ({problem})", "this is no YAML ({problem})",
                                    problem=problem))
