"""A command as its file declares it, and as typer runs it."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial
from typing import Annotated, Any, get_args, get_type_hints

import typer
from typer._click import Context
from typer._click import exceptions as typers
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand

from reconciler.cli._flags import EVERY, Flags, declared, gathered
from reconciler.cli._formats import End, fit_for
from reconciler.cli._misread import misread
from reconciler.cli._option import Flag, Found, flags_of, prepared
from reconciler.cli._outputs import output
from reconciler.cli._wrong import wrong
from reconciler.model.message import Word, sentence
from reconciler.model.noun import noun
from reconciler.model.text import Text


@noun
class Command:
    """What a file of this package offers: ``work`` gets the flags and the command's own options, and gives the exit.

    ``takes`` are flags of ``_flags`` beside those that every command has; ``lacks`` tells why one is missing. What it
    ``ends`` with decides which formats fit. A command that is ``offline`` needs no folder. ``rank`` is its place in the
    help: the order in which one works.
    """

    work: Callable[..., int]
    rank: int
    short: Text
    long: Text
    example: str
    takes: tuple[object, ...] = ()
    ends: End = ""
    lacks: Mapping[object, Text] = field(default_factory=dict)
    offline: bool = False

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that can show what it ends with."""
        return fit_for(self.ends)


class HelpWanted(Exception):
    """The line asks for help; ``about`` is the command or the group whose help is meant."""

    def __init__(self, about: Any) -> None:
        super().__init__()
        self.about = about


def asks_for_help(args: list[str]) -> bool:
    """Whether help is wanted, and nothing else done."""
    line = args[: args.index("--")] if "--" in args else args
    return "-h" in line or "--help" in line


class Line(TyperCommand):
    """One command in typer's hands: its help, what is wrong with its line, what a shell may complete."""

    command: Command
    path: str

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """See typer; what is wrong is told in both languages.

        Raises:
            HelpWanted: if help is asked for.
            UsageProblem: if the line is wrong.
        """
        if asks_for_help(args) and not ctx.resilient_parsing:
            raise HelpWanted(self)
        try:
            return super().parse_args(ctx, args)
        except typers.NoSuchOption as problem:
            self._of_another(problem.option_name, ctx)
            raise misread(problem, self.path, self.params) from None
        except typers.UsageError as problem:
            raise misread(problem, self.path, self.params) from None

    def _of_another(self, name: str, ctx: Context) -> None:
        """Nothing, if no other command has this flag either.

        Raises:
            UsageProblem: else, with the reason, or with those that have it.
        """
        lines: list[Line] = ctx.find_root().command.lines()  # type: ignore[attr-defined]
        takers = {line.path: flag for line in lines for flag in flags_of(line.params) if name in flag.names}
        for flag in takers.values():
            taken = sentence("{command} nimmt das nicht; es gehört zu {others}",
                             "{command} does not take it; it is for {others}",
                             command=Word(self.path), others=Word(", ".join(takers)))
            why = next((text for one, text in self.command.lacks.items() if flag.names == _flag(one).names), taken)
            raise wrong("{flag}: {why}.", "{flag}: {why}.", flag=Word(flag.name), why=why)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - typer's
        """The flags that begin so."""
        return [Found(name, flag.told(self.command.formats))
                for flag in flags_of(self.params) for name in flag.names if name.startswith(incomplete or "-")]


def line(command: Command, path: str) -> Line:
    """The command as typer runs it, with its own options and the flags that it takes on."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(path.rpartition(" ")[2], cls=Line, add_help_option=False)(_flat(command, path))
    made = typer.main.get_command(app)
    if not isinstance(made, Line):
        raise TypeError(made)
    made.command, made.path = command, path
    for param in made.params:
        prepared(param)
    return made


def _flat(command: Command, path: str) -> Callable[..., int]:
    """A function with all options as its parameters, as typer wants it."""
    taken = [_flag(one) for one in (*EVERY, *command.takes)]
    common = {name: flag for name, flag in declared().items() if flag in taken}
    defaults = Flags()

    def called(**given: Any) -> int:
        from reconciler.cli._guard import run

        there = {name: tuple(value) if isinstance(value, list) else value
                 for name, value in given.items() if value is not None}
        flags = {name: there.pop(name) for name in common if name in there}
        texts = flags.pop("outputs", ())
        outputs = tuple(output(text, path, command.formats) for text in texts)
        return run(partial(command.work, **there), gathered({**flags, "outputs": outputs}), path,
                   offline=command.offline)

    called.__signature__ = inspect.Signature([  # type: ignore[attr-defined]
        *_own(command.work),
        *(_parameter(name, flag, getattr(defaults, name)) for name, flag in common.items()),
    ])
    return called


def _own(work: Callable[..., int]) -> list[inspect.Parameter]:
    """The options that only this command has: all but its first parameter, the flags."""
    hints = get_type_hints(work, include_extras=True)
    _, *own = inspect.signature(work).parameters.values()
    return [_parameter(one.name, hints[one.name].__metadata__[0], one.default) for one in own]


def _parameter(name: str, known: Any, default: Any) -> inspect.Parameter:
    """As typer sees it: a switch, a text, or several; what it means is read later."""
    plain = default if known.type is bool or default is inspect.Parameter.empty else None
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=plain,
                             annotation=Annotated[known.type, known])


def _flag(taken: object) -> Flag:
    """The flag in an annotated type."""
    *_, flag = get_args(taken)
    if not isinstance(flag, Flag):
        raise TypeError(taken)
    return flag

