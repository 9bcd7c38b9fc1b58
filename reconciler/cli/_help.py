"""The text of ``--help``, in the language of whoever asks."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from reconciler.cli._table import FLAGS, Flag, flags_of
from reconciler.cli._texts import ABOUT, PORTAL, TOOL, About
from reconciler.model.text import Text

WIDTH = 100
_VALUES = {"--out": Text("DATEI", "FILE"), "--write": Text("ORDNER", "DIR"), "--from": Text("DATEI", "FILE"),
           "--today": Text("DATUM", "DATE"), "--to": Text("DATUM", "DATE"), "--days": Text("N", "N")}
_GERMAN = {"ADDRESS": "ADRESSE", "LABEL=VALUE": "LABEL=WERT", "DATE": "DATUM", "SECONDS": "SEKUNDEN", "DIR": "ORDNER",
           "FORMAT[=FILE]": "FORMAT[=DATEI]", "NAME=N": "NAME=N", "[FILE]...": "[DATEI]...", "[ID|FIELD]": "[ID|FELD]",
           "[KIND]": "[ART]"}

_USAGE = Text("Aufruf", "Usage")
_OPTIONS = Text("Angaben", "Options")
_COMMON = Text("Gemeinsame Angaben, überall auf der Zeile; jeder Befehl nimmt die, die ihm etwas bedeuten",
               "Common options, anywhere on the line; a command takes those that mean something to it")
_COMMANDS = Text("Befehle", "Commands")
_EXAMPLE = Text("Beispiel", "Example")
_HELP = ("-h, --help", Text("diese Hilfe", "this help"))
_VERSION = ("--version", Text("die Fassung, allein auf der Zeile", "the version, alone on the line"))
_MORE = Text("Mehr zu einem Befehl: reconciler BEFEHL --help", "More about a command: reconciler COMMAND --help")


def help_text(command: str, language: str) -> str:
    """What a command does and takes; of ``portal`` and of the tool as a whole, which commands there are."""
    lines = _of_command(command, ABOUT[command], language) if command in ABOUT else _of_all(command, language)
    return "".join(f"{line}\n" for line in lines)


def _of_command(command: str, about: About, language: str) -> Iterator[str]:
    arguments = _value(about.arguments, language)
    options = "[ANGABEN]" if language == "de" else "[OPTIONS]"
    yield f"{_USAGE.of(language)}: " + " ".join(filter(None, ("reconciler", command, options, arguments)))
    yield from ("", *_paragraphs(f"{_title(about.short.of(language))}."))
    yield from ("", *_paragraphs(about.long.of(language)))
    yield from ("", f"  {_EXAMPLE.of(language)}: reconciler {about.example}", "", f"{_OPTIONS.of(language)}:")
    own = [(_option(name, language), text) for name, text in about.options.items()]
    yield from _rows([*own, *(_flag(flag, language) for flag in flags_of(command)), _HELP], language)


def _of_all(command: str, language: str) -> Iterator[str]:
    group = f"{command} " if command else ""
    yield f"{_USAGE.of(language)}: reconciler {group}{'BEFEHL' if language == 'de' else 'COMMAND'}"
    yield from ("", f"  {(PORTAL if command else TOOL).of(language)}", "", f"{_COMMANDS.of(language)}:")
    chosen = {name: about.short for name, about in ABOUT.items() if name.startswith(group)}
    yield from _rows([(name, Text(*map(_title, short))) for name, short in chosen.items()], language)
    if not command:
        yield from ("", f"{_COMMON.of(language)}:")
        yield from _rows([*(_flag(flag, language) for flag in FLAGS), _HELP, _VERSION], language)
    yield from ("", _MORE.of(language))


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]


def _option(name: str, language: str) -> str:
    value = _VALUES.get(name)
    return f"{name} {value.of(language)}" if value else name


def _flag(flag: Flag, language: str) -> tuple[str, Text]:
    names = ", ".join(filter(None, (flag.other, flag.name)))
    return f"{names} {_value(flag.value, language)}".rstrip(), flag.text


def _value(value: str, language: str) -> str:
    return _GERMAN.get(value, value) if language == "de" else value


def _rows(rows: Iterable[tuple[str, Text]], language: str) -> Iterator[str]:
    """Names, and beside them what they are."""
    for name, text in rows:
        first, *rest = wrap(text.of(language), WIDTH - 28) or [""]
        yield f"  {name:<25} {first}" if len(name) <= 25 else f"  {name}\n{' ' * 28}{first}"
        yield from (f"{' ' * 28}{line}" for line in rest)


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        yield from (f"  {line}" for line in wrap(paragraph, WIDTH - 2))
