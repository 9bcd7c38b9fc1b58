"""The text of ``--help``, in the language of whoever asks."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from reconciler.cli._command import Line
from reconciler.cli._flags import declared
from reconciler.cli._group import Group
from reconciler.cli._option import Flag, flags_of, words_of
from reconciler.model.text import Text

WIDTH = 100

_USAGE = Text("Aufruf", "Usage")
_OPTIONS = Text("Angaben", "Options")
_COMMON = Text("Gemeinsame Angaben, überall auf der Zeile; jeder Befehl nimmt die, die ihm etwas bedeuten",
               "Common options, anywhere on the line; a command takes those that mean something to it")
_COMMANDS = Text("Befehle", "Commands")
_EXAMPLE = Text("Beispiel", "Example")
_HELP = ("-h, --help", Text("diese Hilfe", "this help"))
_VERSION = ("--version", Text("die Fassung, allein auf der Zeile", "the version, alone on the line"))
_MORE = Text("Mehr zu einem Befehl: reconciler BEFEHL --help", "More about a command: reconciler COMMAND --help")


def help_text(about: Line | Group, commands: Group, language: str) -> str:
    """What a command does and takes; of a group and of the tool as a whole, which commands there are."""
    lines = _of_command(about, language) if isinstance(about, Line) else _of_all(about, commands, language)
    return "".join(f"{line}\n" for line in lines)


def _of_command(line: Line, language: str) -> Iterator[str]:
    command = line.command
    words = " ".join(_word(word.value.of(language), required=required, many=many)
                     for word, required, many in words_of(line.params))
    options = "[ANGABEN]" if language == "de" else "[OPTIONS]"
    yield f"{_USAGE.of(language)}: " + " ".join(filter(None, ("reconciler", line.path, options, words)))
    yield from ("", *_paragraphs(f"{_title(command.short.of(language))}."))
    yield from ("", *_paragraphs(command.long.of(language)))
    yield from ("", f"  {_EXAMPLE.of(language)}: reconciler {command.example}", "", f"{_OPTIONS.of(language)}:")
    yield from _rows([*(_flag(flag, language, command.formats) for flag in flags_of(line.params)), _HELP], language)


def _of_all(group: Group, commands: Group, language: str) -> Iterator[str]:
    whole = group is commands
    path = f"{group.path} ".lstrip()
    yield f"{_USAGE.of(language)}: reconciler {path}{'BEFEHL' if language == 'de' else 'COMMAND'}"
    yield from ("", f"  {group.about.of(language)}", "", f"{_COMMANDS.of(language)}:")
    offered = group.offered()
    yield from _rows([(path, Text(*map(_title, command.short))) for path, command in offered], language)
    if whole:
        formats = tuple(dict.fromkeys(name for _, command in offered for name in command.formats))
        yield from ("", f"{_COMMON.of(language)}:")
        flags = declared().values()
        yield from _rows([*(_flag(flag, language, formats) for flag in flags), _HELP, _VERSION], language)
    yield from ("", _MORE.of(language))


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]


def _word(value: str, *, required: bool, many: bool) -> str:
    return (value if required else f"[{value}]") + ("..." if many else "")


def _flag(flag: Flag, language: str, formats: tuple[str, ...]) -> tuple[str, Text]:
    names = ", ".join(sorted(flag.names, key=len))
    return f"{names} {flag.value.of(language)}".rstrip(), flag.told(formats)


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
