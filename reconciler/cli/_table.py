"""One table: every common flag, what it is, and which command takes it. What means nothing to a command it refuses."""

from collections.abc import Mapping
from typing import NamedTuple

from reconciler.model.text import Text

VIEWED = ("validate", "plan", "show", "apply", "cart", "order", "drift", "terms", "portal init")
"""The commands that end with a report."""

COUNTED = ("portal status", "portal advance")
"""The commands that end with a few figures."""

COMMANDS = (*VIEWED[:-1], "dump", "explain", "schema", *VIEWED[-1:], *COUNTED)

FORMATS = ("human", "json", "markdown")
FORMATS_OF = {"terms": (*FORMATS, "ics"), **dict.fromkeys(COUNTED, ("human", "json"))}
"""The formats of commands that do not have the usual ones."""

PSEUDONYMS = ("markdown", "ics")
"""The formats that are for strangers: names of people are pseudonyms there unless told otherwise, and on stderr too."""


class Flag(NamedTuple):
    """A common flag: ``value`` stands for what follows it (empty for a switch); ``why`` tells why a command has none.

    ``commands`` are those that take it.
    """

    name: str
    value: str
    text: Text
    commands: tuple[str, ...]
    other: str = ""
    why: Mapping[str, Text] = {}


_CHOSEN = ("plan", "apply", "drift")
_WHOLE = {"order": Text("order kauft den Warenkorb als Ganzes; ausgewählt wird bei plan und apply",
                        "order buys the cart as a whole; choose with plan and apply")}
_NO_LABELS = Text("Labels stehen in Manifesten, terms liest nur das Portal; --target wählt aus",
                  "labels stand in manifests, and terms reads the portal only; use --target")
_MANIFESTS = {"dump": Text("dump schreibt immer Manifeste, auf die Standardausgabe oder mit --out in einen Ordner",
                           "dump always writes manifests, to stdout or with --out into a folder")}

FLAGS = (
    Flag("-C", "DIR", Text("Ordner des Arbeitsbereichs (sonst hier oder der nächste darüber)",
                           "folder of the workspace (else here, or the nearest above)"), COMMANDS),
    Flag("--output", "FORMAT[=FILE]",
         Text("human, json, markdown, bei terms auch ics; auch mehrmals; - ist die Standardausgabe",
              "human, json, markdown, for terms also ics; may be repeated; - is stdout"), (*VIEWED, *COUNTED),
         why=_MANIFESTS),
    Flag("--force", "", Text("auch ersetzen, was nicht von reconciler geschrieben wurde",
                             "also replace what was not written by reconciler"),
         (*VIEWED, *COUNTED, "dump", "schema")),
    Flag("--lang", "de|en", Text("Sprache der Texte (auch RECONCILER_LANG, LANG)",
                                 "language of the texts (also RECONCILER_LANG, LANG)"), COMMANDS),
    Flag("--as-of", "DATE", Text("als wäre es dieser Tag (plan, terms; sonst nur der Tag des Portals)",
                                 "as if it were that day (plan, terms; else the portal's own day only)"),
         ("plan", "terms", "apply", "cart", "order", "drift")),
    Flag("--target", "ADDRESS", Text("nur diese (auch Muster wie 'workplace/a*'); auch mehrmals",
                                     "only these (also patterns such as 'workplace/a*'); may be repeated"),
         (*_CHOSEN, "terms"), why=_WHOLE),
    Flag("--exclude", "ADDRESS", Text("alle außer diesen; auch mehrmals", "all but these; may be repeated"),
         (*_CHOSEN, "terms"), why=_WHOLE),
    Flag("--select", "LABEL=VALUE", Text("nur was dieses Label trägt; auch mehrmals",
                                         "only what carries this label; may be repeated"),
         _CHOSEN, why={**_WHOLE, "terms": _NO_LABELS}),
    Flag("--allow", "NAME=N", Text("ein gezähltes Ja für eine Schutzgrenze: creates, updates, deletes, replaces, "
                                   "numbers, empty oder die Regel, die fragt",
                                   "a counted yes for one guard: creates, updates, deletes, replaces, numbers, empty, "
                                   "or the rule that asks"), ("plan", "apply")),
    Flag("--no-simulate", "", Text("den Plan nicht an den Regeln des Portals durchspielen; nur zum Messen",
                                   "do not play the plan on the portal's rules; for measuring only"), ("plan",)),
    Flag("--wait", "SECONDS", Text("so lange warten, wenn gerade jemand anders schreibt",
                                   "wait so long while somebody else is writing"), ("apply", "order")),
    Flag("--yes", "", Text("vorab Ja sagen", "say yes beforehand"), ("apply", "order")),
    Flag("--no-input", "", Text("nie fragen", "never ask"), ("apply", "order")),
    Flag("--concise", "", Text("eine Zeile je Änderung", "one line per change"), VIEWED),
    Flag("--full", "", Text("jedes Feld mit seiner Stelle", "every field with its place"), VIEWED),
    Flag("--redact", "none|pseudonym",
         Text("Namen und Nummern von Personen als Pseudonyme; Vorgabe bei markdown und ics",
              "names and numbers of people as pseudonyms; the default for markdown and ics"), VIEWED),
    Flag("--quiet", "", Text("nur Fehler, und was --output verlangt", "errors only, and what --output asks for"),
         (*VIEWED, *COUNTED, "dump"), "-q"),
    Flag("--verbose", "", Text("jeden Auftrag melden, sobald er gesendet ist", "tell of each order once it is sent"),
         ("apply",), "-v"),
    Flag("--no-color", "", Text("ohne Farben (auch NO_COLOR)", "without colours (also NO_COLOR)"), VIEWED),
    Flag("--debug", "", Text("bei Fehlern mit Traceback", "with traceback where something fails"), COMMANDS),
)

BY_NAME = {name: flag for flag in FLAGS for name in (flag.name, flag.other) if name}


def flags_of(command: str) -> tuple[Flag, ...]:
    """The common flags that a command takes."""
    return tuple(flag for flag in FLAGS if command in flag.commands)


def formats_of(command: str) -> tuple[str, ...]:
    """The formats that a command has."""
    return FORMATS_OF.get(command, FORMATS)
