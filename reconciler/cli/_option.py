"""Flags and words of the command line: typer's own options and arguments, with their texts in two languages."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from typer._click import Context, Parameter
from typer._click.shell_completion import CompletionItem
from typer._coercion import RuntimeParam
from typer.core import TyperArgument, TyperOption
from typer.models import ArgumentInfo, OptionInfo

from reconciler.cli._formats import known
from reconciler.cli._wrong import wrong
from reconciler.model.message import Message
from reconciler.model.text import NOTHING, Text

Completing = Callable[..., list[str]]
"""What may stand here, by ``(ctx, incomplete)``."""


class Flag(OptionInfo):
    """An option: what it is, what follows it (nothing for a switch), and how that is read.

    The first of its names is the one that people are told. ``off`` is a switch that takes something away.
    """

    def __init__(
        self, *names: str, text: Text, value: Text = NOTHING, read: Callable[[str], Any] = str, many: bool = False,
        off: bool = False, complete: Completing | None = None,
    ) -> None:
        spelt = [f" /{name}" for name in names] if off else names
        super().__init__(default=..., param_decls=spelt, autocompletion=complete)
        self.names, self.text, self.value, self.read = names, text, value, read
        self.type: Any = bool if value == NOTHING else list[str] if many else str | None

    @property
    def name(self) -> str:
        """The name that people are told."""
        return self.names[0]

    def told(self, formats: Iterable[str]) -> Text:
        """What it is, where there are these formats."""
        strangers = [name for name, one in known().items() if one.for_strangers]
        told = Message(self.text, {"formats": ", ".join(formats),
                                   "strangers": Text(" und ".join(strangers), " and ".join(strangers))})
        return Text(told.de, told.en)


class Word(ArgumentInfo):
    """A word that stands by itself, such as a file."""

    def __init__(
        self, value: Text, *, read: Callable[[str], Any] = str, many: bool = False, complete: Completing | None = None,
    ) -> None:
        super().__init__(default=..., autocompletion=complete)
        self.value, self.read = value, read
        self.type: Any = list[str] if many else str | None


class Found(CompletionItem):
    """What may stand here, and what it is in two languages."""

    def __init__(self, value: str, text: Text = NOTHING) -> None:
        super().__init__(value)
        self.text = text


class AsRead(RuntimeParam):
    """A value that its own flag reads. Typer would load pydantic even for a text; help and completion do without."""

    def _coerce_value(self, value: Any, param: Parameter, ctx: Context) -> Any:  # noqa: ARG002 - typer's signature
        if isinstance(value, list | tuple):
            return tuple(map(self._read, value))
        return self._read(value) if isinstance(value, str) else value

    def _read(self, text: str) -> Any:
        known = self.parameter_info
        if not isinstance(known, Flag | Word):
            raise TypeError(known)
        if not text and isinstance(known, Flag):
            raise wrong("{flag}: der Wert ist leer.", "{flag}: the value is empty.", flag=known.name)
        return known.read(text)


def prepared(param: Parameter) -> None:
    """From now on the parameter's value is read by its own flag."""
    if isinstance(param, TyperOption | TyperArgument):
        known = param.type_descriptor
        param._runtime_param = AsRead(known.parameter_info, known.annotation)  # noqa: SLF001 - typer has no other way


def flags_of(params: Iterable[Parameter]) -> Iterator[Flag]:
    """The flags among these parameters."""
    for param in params:
        if isinstance(param, TyperOption) and isinstance(known := param.type_descriptor.parameter_info, Flag):
            yield known


def words_of(params: Iterable[Parameter]) -> Iterator[tuple[Word, bool, bool]]:
    """The words among these parameters; whether each must be there, and whether more may follow."""
    for param in params:
        if isinstance(param, TyperArgument) and isinstance(known := param.type_descriptor.parameter_info, Word):
            yield known, param.required, param.nargs < 0
