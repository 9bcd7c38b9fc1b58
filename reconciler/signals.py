"""Being asked to stop: by a person, a pipeline, or a terminal that was closed.

Until something may be changed a signal interrupts at once; from ``hold`` on it is only noted. It is noted in either
case, for code of others may swallow the interruption.
"""

import signal
from types import FrameType
from typing import Any

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Asked:
    """Whether this process was asked to stop; there is one process, and so one of these."""

    yes = False


def listen() -> None:
    """From now on a signal raises KeyboardInterrupt."""
    _on(_interrupt)


def hold() -> None:
    """From now on a signal is only noted. Never undone: neither the report of what was changed is to be cut off."""
    _on(_note)


def ignore() -> None:
    """From now on a signal does nothing: the process is about to end, with an exit code that is true."""
    _on(signal.SIG_IGN)


def _on(handler: Any) -> None:
    for number in STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # what was ignored from the start (nohup) stays so
            signal.signal(number, handler)


def _note(_number: int, _frame: FrameType | None) -> None:
    Asked.yes = True


def _interrupt(number: int, frame: FrameType | None) -> None:
    _note(number, frame)
    raise KeyboardInterrupt
