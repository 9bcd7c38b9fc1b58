"""A world in which every effect of a command has a number, and fails or is interrupted where it is told to.

Effects are calls of the portal, the journal, what is printed, the lease and waiting. A fault hits one effect once, or
every effect from it on.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from reconciler import signals
from reconciler.cli import main
from reconciler.effects import Effects, Journal
from reconciler.errors import BUG, AnswerLost, Unreachable
from reconciler.model.text import Text
from reconciler.workspace.portal import connect
from tests.cli.command import ENVIRONMENT, Said, signals_kept


@dataclass(frozen=True)
class Fault:
    """What happens at one effect.

    ``refuse`` raises what that effect raises when nothing happened, ``lose`` the same after it happened; ``bug`` an
    exception that nobody foresaw (a closed stream for what is printed). ``before`` and ``after`` send a signal to this
    process.
    """

    what: str
    at: int
    for_good: bool = False

    def __str__(self) -> str:
        return f"{self.what}{'-for-good' if self.for_good else ''}-{self.at}"


@dataclass
class World:
    """Counts effects; ``names`` are those that happened, in order."""

    fault: Fault | None = None
    names: list[str] = field(default_factory=list)

    def effect(self, name: str, call: Callable[[], Any], refuse: BaseException, lost: BaseException) -> Any:
        """One effect: its result, or what the fault makes of it."""
        self.names.append(name)
        fault, here = self.fault, len(self.names) - 1
        hit = fault and (here >= fault.at if fault.for_good else here == fault.at)
        if not fault or not hit:
            return call()
        if fault.what == "refuse":
            raise refuse
        if fault.what == "bug":
            raise ValueError(name) if name.endswith("write") else RuntimeError(name)
        if fault.what == "before":
            os.kill(os.getpid(), signal.SIGTERM)
        result = call()
        if fault.what == "lose":
            raise lost
        if fault.what == "after":
            os.kill(os.getpid(), signal.SIGTERM)
        return result


class NumberedPortal:
    """A portal whose calls are effects."""

    def __init__(self, portal: Any, world: World) -> None:
        self._portal, self._world = portal, world

    def close(self) -> None:
        """No effect: nothing can be lost any more."""
        self._portal.close()

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._portal, name)

        def call(*args: Any) -> Any:
            refuse, lost = Unreachable(Text("weg", "away")), AnswerLost(Text("verloren", "lost"))
            return self._world.effect(f"portal.{name}", lambda: real(*args), refuse, lost)

        return call


class NumberedJournal:
    """A journal whose lines are effects."""

    def __init__(self, journal: Journal, world: World) -> None:
        self._journal, self._world = journal, world

    def append(self, line: str) -> None:
        """Add a line, or fail."""
        full = OSError(28, "No space left on device")
        self._world.effect("journal.append", lambda: self._journal.append(line), full, full)


def numbered_effects(world: World) -> type[Effects]:
    """The real effects, numbered."""

    class Numbered(Effects):
        def open_journal(self, path: Path) -> Journal:
            denied = OSError(13, "Permission denied")
            journal: Journal = world.effect("open_journal", lambda: super(Numbered, self).open_journal(path), denied,
                                            denied)
            return NumberedJournal(journal, world)

    return Numbered


class NumberedStream(StringIO):
    """A stream whose writes are effects: a disk that is full, or a reader that left."""

    def __init__(self, name: str, world: World) -> None:
        super().__init__()
        self._name, self._world = name, world

    def write(self, text: str) -> int:
        """Write, or fail as pipes and disks do."""
        if not text:
            return 0
        written: int = self._world.effect(f"{self._name}.write", lambda: super(NumberedStream, self).write(text),
                                          OSError(28, "No space left on device"), BrokenPipeError())
        return written


def played(folder: Path, world: World, *argv: str) -> Said:
    """One command in this world, in this process."""
    streams = NumberedStream("stdout", world), NumberedStream("stderr", world)
    with _hooked(world), signals_kept(), chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        for name in [*os.environ]:
            patch.delenv(name)
        for name, value in {**ENVIRONMENT, "RECONCILER_HOLDER": "the same pipeline"}.items():
            patch.setenv(name, value)
        signals.listen()
        try:
            code = main(argv)
        except RuntimeError:  # the entry of the program tells it as a bug
            code = BUG
    return Said(code, streams[0].getvalue(), streams[1].getvalue())


@contextmanager
def _hooked(world: World) -> Iterator[None]:
    real = connect
    with pytest.MonkeyPatch.context() as patch:
        for module in ("apply", "order"):
            patch.setattr(f"reconciler.commands.{module}.connect", lambda *a, **k: NumberedPortal(real(*a, **k), world))
        patch.setattr("reconciler.effects.Effects", numbered_effects(world))
        yield
