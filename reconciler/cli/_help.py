"""The text of ``--help``, in the language of whoever asks."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from reconciler.cli._command import Line
from reconciler.cli._flags import declared
from reconciler.cli._group import Group
from reconciler.cli._option import Flag, flags_of, words_of
from reconciler.model.message import Say
from reconciler.model.text import Text

WIDTH = 100

_USAGE = Text("Aufruf", "Usage")
_OPTIONS = Text("Angaben", "Options")
_GIVEN = Text("[ANGABEN]", "[OPTIONS]")
_COMMON = Text("Gemeinsame Angaben, überall auf der Zeile; jeder Befehl nimmt die, die ihm etwas bedeuten",
               "Common options, anywhere on the line; a command takes those that mean something to it")
_COMMANDS = Text("Befehle", "Commands")
_COMMAND = Text("BEFEHL", "COMMAND")
_EXAMPLE = Text("Beispiel", "Example")
_HELP = ("-h, --help", Text("diese Hilfe", "this help"))
_VERSION = ("--version", Text("die Fassung, allein auf der Zeile", "the version, alone on the line"))
_MORE = Text("Mehr zu einem Befehl: reconciler BEFEHL --help", "More about a command: reconciler COMMAND --help")


def help_text(about: Line | Group, commands: Group, say: Say) -> str:
    """What a command does and takes; of a group and of the tool as a whole, which commands there are."""
    lines = _of_command(about, say) if isinstance(about, Line) else _of_all(about, commands, say)
    return "".join(f"{line}\n" for line in lines)


def _of_command(line: Line, say: Say) -> Iterator[str]:
    command = line.command
    words = " ".join(_word(say(word.value), required=required, many=many)
                     for word, required, many in words_of(line.params))
    yield f"{say(_USAGE)}: " + " ".join(filter(None, ("reconciler", line.path, say(_GIVEN), words)))
    yield from ("", *_paragraphs(f"{_title(say(command.short))}."))
    yield from ("", *_paragraphs(say(command.long)))
    yield from ("", f"  {say(_EXAMPLE)}: reconciler {command.example}", "", f"{say(_OPTIONS)}:")
    yield from _rows([*(_flag(flag, say, command.formats) for flag in flags_of(line.params)), _HELP], say)


def _of_all(group: Group, commands: Group, say: Say) -> Iterator[str]:
    whole = group is commands
    path = f"{group.path} ".lstrip()
    yield f"{say(_USAGE)}: reconciler {path}{say(_COMMAND)}"
    yield from ("", f"  {say(group.about)}", "", f"{say(_COMMANDS)}:")
    offered = group.offered()
    yield from _rows([(path, Text(*map(_title, command.short))) for path, command in offered], say)
    if whole:
        formats = tuple(dict.fromkeys(name for _, command in offered for name in command.formats))
        yield from ("", f"{say(_COMMON)}:")
        flags = declared().values()
        yield from _rows([*(_flag(flag, say, formats) for flag in flags), _HELP, _VERSION], say)
    yield from ("", say(_MORE))


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]


def _word(value: str, *, required: bool, many: bool) -> str:
    return (value if required else f"[{value}]") + ("..." if many else "")


def _flag(flag: Flag, say: Say, formats: tuple[str, ...]) -> tuple[str, Text]:
    names = ", ".join(sorted(flag.names, key=len))
    return f"{names} {say(flag.value)}".rstrip(), flag.told(formats)


def _rows(rows: Iterable[tuple[str, Text]], say: Say) -> Iterator[str]:
    """Names, and beside them what they are."""
    for name, text in rows:
        first, *rest = wrap(say(text), WIDTH - 28) or [""]
        yield f"  {name:<25} {first}" if len(name) <= 25 else f"  {name}\n{' ' * 28}{first}"
        yield from (f"{' ' * 28}{line}" for line in rest)


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        yield from (f"  {line}" for line in wrap(paragraph, WIDTH - 2))
