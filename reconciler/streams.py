"""stdin, stdout and stderr: the one door for text that leaves, which nothing that happens to it can break.

A reader may leave, a disk may be full, a stream may be closed. Nothing here raises: what was done at a portal stays
done, and the exit code says it, whoever listens.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType
from typing import TextIO

from reconciler.model.inert import inert_whole

PAUSE = 0.5
"""Seconds before the first word of what is being done, and between two."""


@dataclass(slots=True)
class _Line:
    """What is being done, and whether a line on the terminal says so."""

    doing: Callable[[], str] | None = None
    shown: bool = False


_LINE = _Line()


def prepare() -> None:
    """All three streams exist, and those that are written are UTF-8 on every machine."""
    for number in range(3):  # in this order: what is opened takes the lowest number that is free
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - kept
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
        with suppress(OSError):
            os.set_blocking(stream.fileno(), True)  # else a slow reader would look like a full disk


def watch(doing: Callable[[], str] | None) -> None:
    """On stderr, say what is being done: first after half a second, on a line that the next text takes away.

    None ends it. The words are ours alone and short; a terminal that goes away ends it, too.
    """
    _LINE.doing = doing
    if doing is None:
        _clear()
    with suppress(ValueError, OSError, AttributeError):  # only the main thread has signals, and not every system
        if doing:
            signal.signal(signal.SIGALRM, _tick)
        signal.setitimer(signal.ITIMER_REAL, *((PAUSE, PAUSE) if doing else (0, 0)))


def _tick(_number: int, _frame: FrameType | None) -> None:
    """Written past the buffers, for this may happen while something else is being written."""
    try:
        if _LINE.doing:
            os.write(2, f"\r{_LINE.doing()}\x1b[K".encode())
            _LINE.shown = True
    except OSError:
        watch(None)


def _clear() -> None:
    if _LINE.shown:
        _LINE.shown = False
        with suppress(OSError):
            os.write(2, b"\r\x1b[K")


def put(text: str, *, painted: bool = False) -> str:
    """Text to stdout; gives the reason where it could not be written. That a reader left is no reason."""
    _clear()
    return _write(sys.stdout, inert_whole(text, painted=painted))


def answer(text: str) -> None:
    """Words of ours alone to stdout, for a shell that asked what may come next: a tab stays one."""
    _write(sys.stdout, text)


def tell(text: str, *, painted: bool = False) -> str:
    """Text to stderr, after all that went to stdout; gives the reason where it could not be written."""
    _clear()
    _write(sys.stdout, "")
    return _write(sys.stderr, inert_whole(text, painted=painted))


def trace(problem: BaseException | None, *, bare: bool) -> str:
    """Where a problem came from; ``bare`` without its words, which may speak of people."""
    if not bare:
        return "".join(traceback.format_exception(problem))
    parts = []
    while problem:
        parts.append("".join(traceback.format_tb(problem.__traceback__)) + f"{type(problem).__name__}\n")
        problem = problem.__cause__ or problem.__context__
    return "\n".join(reversed(parts))


def _write(stream: TextIO, text: str) -> str:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except (OSError, ValueError) as problem:
        _silence(stream)
        return getattr(problem, "strerror", None) or str(problem)
    return ""


def _silence(stream: TextIO) -> None:
    """What is still in the buffer must not fail again when the process ends: it goes nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
