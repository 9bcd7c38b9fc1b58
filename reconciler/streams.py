"""stdin, stdout and stderr: the one door for text that leaves, which nothing that happens to it can break.

A reader may leave, a disk may be full, a stream may be closed. Nothing here raises: what was done at a portal stays
done, and the exit code says it, whoever listens.
"""

import os
import sys
import traceback
from contextlib import suppress
from typing import TextIO

from reconciler.views._inert import inert_whole


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


def put(text: str, *, painted: bool = False) -> str:
    """Text to stdout; gives the reason where it could not be written. That a reader left is no reason."""
    return _write(sys.stdout, inert_whole(text, painted=painted))


def tell(text: str, *, painted: bool = False) -> str:
    """Text to stderr, after all that went to stdout; gives the reason where it could not be written."""
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
