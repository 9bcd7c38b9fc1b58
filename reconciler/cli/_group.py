"""The commands of a package: one a file, found by name, and loaded when it is asked for."""

from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

from typer._click import Command as Click
from typer._click import Context
from typer._click.shell_completion import CompletionItem
from typer.core import TyperGroup

from reconciler.cli._command import Command, HelpWanted, Line, asks_for_help, line
from reconciler.cli._flags import declared, types
from reconciler.cli._formats import fit_for
from reconciler.cli._misread import TOOL
from reconciler.cli._option import Found, flags_of
from reconciler.cli._wrong import near, wrong
from reconciler.model.text import Text

ASKED = "_RECONCILER_COMPLETE"
"""The variable with which a shell asks what may come next; its script sets it."""


class Group(TyperGroup):
    """All commands of a package, whose modules offer a ``COMMAND``; a package in it is a group of its own."""

    def __init__(self, package: str, path: str = "") -> None:
        super().__init__(name=path or TOOL, add_help_option=False, rich_markup_mode=None)
        self.home, self.path = import_module(package), path
        self._modules = {module.name.rstrip("_").replace("_", "-"): module
                         for module in iter_modules(self.home.__path__) if not module.name.startswith("_")}

    @property
    def about(self) -> Text:
        """What these commands are about."""
        text: Text = self.home.ABOUT
        return text

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - typer's signature
        """See typer."""
        return list(self._modules)

    def get_command(self, ctx: Context | None, cmd_name: str) -> Click | None:  # noqa: ARG002 - typer's signature
        """See typer; loads that one alone."""
        if cmd_name in self._modules and cmd_name not in self.commands:
            found = self._found(cmd_name)
            self.add_command(found if isinstance(found, Group) else line(found, self._path(cmd_name)), cmd_name)
        return self.commands.get(cmd_name)

    def _path(self, name: str) -> str:
        return f"{self.path} {name}".lstrip()

    def _found(self, name: str) -> "Command | Group":
        module = self._modules[name]
        home = f"{self.home.__name__}.{module.name}"
        if module.ispkg:
            return Group(home, self._path(name))
        command: Command = import_module(home).COMMAND
        return command

    def offered(self) -> list[tuple[str, Command]]:
        """Every command and how it is called, those of groups too, in the order of the help."""
        found = [(name, self._found(name)) for name in self._modules]
        nested = [one.offered() if isinstance(one, Group) else [(self._path(name), one)] for name, one in found]
        return sorted(chain.from_iterable(nested), key=lambda one: one[1].rank)

    def lines(self) -> list[Line]:
        """The same as typer runs them."""
        return [line(command, path) for path, command in self.offered()]

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """See typer; flags may stand before the command, and are read as if they stood behind it.

        Raises:
            HelpWanted: if no command is given.
            UsageProblem: if what stands there instead is wrong.
        """
        place = self._place(args)
        if place is None and not ctx.resilient_parsing:
            if not asks_for_help(args):
                alone = Command(lambda _flags: 0, 0, self.about, self.about, "", takes=tuple(types()))
                line(alone, self.path or TOOL).make_context(None, args, parent=ctx)
            raise HelpWanted(self)
        if place:
            args = [args[place], *args[:place], *args[place + 1:]]
        return super().parse_args(ctx, args if place is not None else [])

    def _place(self, args: list[str]) -> int | None:
        """Where the command stands on the line."""
        skip = False
        for place, word in enumerate(args):
            if skip:
                skip = False
            elif not word.startswith("-"):
                return place
            else:
                skip = self._takes_value(word)
        return None

    def _takes_value(self, word: str) -> bool:
        """Whether what follows this flag belongs to it."""
        for flag in declared().values():
            if word in flag.names:
                return bool(flag.value.en)
        return any(word in flag.names and flag.value.en for line in self.lines() for flag in flags_of(line.params))

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Click | None, list[str]]:
        """See typer.

        Raises:
            UsageProblem: for a command that does not exist, with the nearest.
        """
        name, *rest = args
        found = self.get_command(ctx, name)
        if found or ctx.resilient_parsing:
            return name if found else None, found, rest
        whole = self._path(name)
        hint = near(whole, [*map(self._path, self._modules), *(path for path, _ in self.offered())])
        raise wrong("Den Befehl {name} gibt es nicht.{hint} Hilfe: reconciler --help",
                    "There is no command {name}.{hint} Help: reconciler --help", name=whole, hint=hint)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - typer's
        """The commands that begin so, or the flags."""
        if incomplete.startswith("-"):
            return [Found(name, flag.told(fit_for("report"))) for flag in declared().values()
                    for name in flag.names if name.startswith(incomplete)]
        found = {name: self._found(name) for name in self._modules if name.startswith(incomplete)}
        return [Found(name, one.about if isinstance(one, Group) else one.short) for name, one in found.items()]
