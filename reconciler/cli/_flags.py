"""The flags that several commands take on: each declared once, and what a line gave of them."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from reconciler.cli import _completing
from reconciler.cli._option import Flag
from reconciler.cli._outputs import Output
from reconciler.cli._values import allowance, day, label, seconds
from reconciler.cli._wrong import one_of, wrong
from reconciler.model.noun import noun
from reconciler.model.text import Text
from reconciler.request import Folder, Request

LANGUAGES = ("de", "en")
REDACTIONS = ("none", "pseudonym")
ADDRESS = Text("ADRESSE", "ADDRESS")
DATE = Text("DATUM", "DATE")
DIR = Text("ORDNER", "DIR")
FILE = Text("DATEI", "FILE")

Directory = Annotated[Folder, Flag(
    "-C", value=DIR, read=lambda text: Folder(Path(text)),
    text=Text("Ordner des Arbeitsbereichs (sonst hier oder der nächste darüber)",
              "folder of the workspace (else here, or the nearest above)"))]
Outputs = Annotated[tuple[Output, ...], Flag(
    "--output", value=Text("FORMAT[=DATEI]", "FORMAT[=FILE]"), many=True, complete=_completing.formats,
    text=Text("{formats}; auch mehrmals; - ist die Standardausgabe", "{formats}; may be repeated; - is stdout"))]
Force = Annotated[bool, Flag(
    "--force", text=Text("auch ersetzen, was nicht von reconciler geschrieben wurde",
                         "also replace what was not written by reconciler"))]
Lang = Annotated[str, Flag(
    "--lang", value=Text("de|en", "de|en"), read=lambda text: one_of("--lang", text, *LANGUAGES),
    complete=_completing.among(LANGUAGES),
    text=Text("Sprache der Texte (auch RECONCILER_LANG, LANG)", "language of the texts (also RECONCILER_LANG, LANG)"))]
AsOf = Annotated[date | None, Flag(
    "--as-of", value=DATE, read=day,
    text=Text("als wäre es dieser Tag (plan, terms; sonst nur der Tag des Portals)",
              "as if it were that day (plan, terms; else the portal's own day only)"))]
Target = Annotated[tuple[str, ...], Flag(
    "--target", value=ADDRESS, many=True, complete=_completing.addresses,
    text=Text("nur diese (auch Muster wie 'workplace/a*'); auch mehrmals",
              "only these (also patterns such as 'workplace/a*'); may be repeated"))]
Exclude = Annotated[tuple[str, ...], Flag(
    "--exclude", value=ADDRESS, many=True, complete=_completing.addresses,
    text=Text("alle außer diesen; auch mehrmals", "all but these; may be repeated"))]
Select = Annotated[tuple[str, ...], Flag(
    "--select", value=Text("LABEL=WERT", "LABEL=VALUE"), read=label, many=True,
    text=Text("nur was dieses Label trägt; auch mehrmals", "only what carries this label; may be repeated"))]
Allow = Annotated[tuple[tuple[str, int], ...], Flag(
    "--allow", value=Text("NAME=N", "NAME=N"), read=allowance, many=True,
    text=Text("ein gezähltes Ja für eine Schutzgrenze: creates, updates, deletes, replaces, numbers, empty oder die "
              "Regel, die fragt",
              "a counted yes for one guard: creates, updates, deletes, replaces, numbers, empty, or the rule that "
              "asks"))]
Simulate = Annotated[bool, Flag(
    "--no-simulate", off=True, text=Text("den Plan nicht an den Regeln des Portals durchspielen; nur zum Messen",
                                         "do not play the plan on the portal's rules; for measuring only"))]
Wait = Annotated[float, Flag(
    "--wait", value=Text("SEKUNDEN", "SECONDS"), read=seconds,
    text=Text("so lange warten, wenn gerade jemand anders schreibt", "wait so long while somebody else is writing"))]
Yes = Annotated[bool, Flag("--yes", text=Text("vorab Ja sagen", "say yes beforehand"))]
NoInput = Annotated[bool, Flag("--no-input", text=Text("nie fragen", "never ask"))]
Concise = Annotated[bool, Flag("--concise", text=Text("eine Zeile je Änderung", "one line per change"))]
Full = Annotated[bool, Flag("--full", text=Text("jedes Feld mit seiner Stelle", "every field with its place"))]
Redact = Annotated[str, Flag(
    "--redact", value=Text("none|pseudonym", "none|pseudonym"), complete=_completing.among(REDACTIONS),
    read=lambda text: one_of("--redact", text, *REDACTIONS),
    text=Text("Namen und Nummern von Personen als Pseudonyme; Vorgabe bei {strangers}",
              "names and numbers of people as pseudonyms; the default for {strangers}"))]
Quiet = Annotated[bool, Flag(
    "--quiet", "-q", text=Text("nur Fehler, und was --output verlangt", "errors only, and what --output asks for"))]
Verbose = Annotated[bool, Flag(
    "--verbose", "-v", text=Text("jeden Auftrag melden, sobald er gesendet ist", "tell of each order once it is sent"))]
Colour = Annotated[bool, Flag(
    "--no-color", off=True, text=Text("ohne Farben (auch NO_COLOR)", "without colours (also NO_COLOR)"))]
Debug = Annotated[bool, Flag(
    "--debug", text=Text("bei Fehlern mit Traceback", "with traceback where something fails"))]

EVERY = (Directory, Lang, Debug)
"""What every command takes on."""

FIGURES = (Outputs, Force, Quiet)
"""What a command takes on that ends with figures."""

REPORT = (*FIGURES, Concise, Full, Redact, Colour)
"""What a command takes on that ends with a report."""

ASKING = (Wait, Yes, NoInput)
"""What a command takes on that asks before it writes to the portal."""


def _key() -> bytes:
    """What makes pseudonyms: RECONCILER_REDACT_KEY, the same for all who may compare; else new for each run."""
    given = os.environ.get("RECONCILER_REDACT_KEY", "")
    return os.fsencode(given) if given else os.urandom(16)


@noun
class Flags:
    """What one line gave; what a command does not take on has its default. ``key`` makes the pseudonyms of this run."""

    folder: Directory = field(default_factory=Folder)
    outputs: Outputs = ()
    force: Force = False
    language: Lang = ""
    as_of: AsOf = None
    target: Target = ()
    exclude: Exclude = ()
    select: Select = ()
    allow: Allow = ()
    simulate: Simulate = True
    wait: Wait = 0
    yes: Yes = False
    no_input: NoInput = False
    concise: Concise = False
    full: Full = False
    redact: Redact = ""
    quiet: Quiet = False
    verbose: Verbose = False
    colour: Colour = True
    debug: Debug = False
    key: bytes = field(default_factory=_key, repr=False)

    @property
    def detail(self) -> str:
        """How much a view tells."""
        return "concise" if self.concise else "full" if self.full else "normal"

    @property
    def request(self) -> Request:
        """What is asked of a command."""
        return Request(self.folder, self.as_of, dict(self.allow), self.target, self.exclude, self.select,
                       simulate=self.simulate, wait=self.wait)


def gathered(given: Mapping[str, Any]) -> Flags:
    """The flags of a line, by the names of their fields.

    Raises:
        UsageProblem: where two exclude each other, or a variable of the environment cannot be understood.
    """
    found = Flags(**given)
    if found.concise and found.full:
        raise wrong("--concise und --full schließen einander aus.", "--concise and --full exclude each other.")
    if found.language:
        return found
    spoken = one_of("RECONCILER_LANG", os.environ.get("RECONCILER_LANG", ""), *LANGUAGES)
    return Flags(**{**given, "language": spoken})


@cache
def declared() -> Mapping[str, Flag]:
    """All of these flags, by the names of their fields."""
    return {name: flag for name, hint in _hints().items() for flag in getattr(hint, "__metadata__", ())}


def types() -> Sequence[object]:
    """The same as commands take them on."""
    return [hint for hint in _hints().values() if hasattr(hint, "__metadata__")]


def _hints() -> Mapping[str, Any]:
    hints = get_type_hints(Flags, include_extras=True)
    return {one.name: hints[one.name] for one in fields(Flags)}


def glance(argv: Sequence[str]) -> Flags:
    """What is needed to say what is wrong with a line: language and folder, as far as they can be read."""
    language, folder = os.environ.get("RECONCILER_LANG", ""), "."
    for word, following in zip(argv, [*argv[1:], ""], strict=False):
        name, equals, value = word.partition("=")
        if name == "--lang":
            language = value if equals else following
        elif word.startswith("-C"):
            folder = word[2:] or following
    return Flags(folder=Folder(Path(folder)), language=language if language in LANGUAGES else "")
