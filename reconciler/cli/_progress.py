"""What a long run is doing, on a line of a terminal that the next text takes away again."""

import os
import sys
import time
from collections.abc import Callable

from reconciler import streams
from reconciler.cli._flags import Flags
from reconciler.cli._say import say, voice
from reconciler.effects import Effects
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.text import Text
from reconciler.views.spoken import Spoken

READING = Text("Lesen und planen … {seconds} s", "reading and planning … {seconds} s")
SENDING = Text("{done} von {count} Aufträgen gesendet", "{done} of {count} orders sent")


def wanted(*, quiet: bool) -> bool:
    """Whether somebody watches: a terminal, and no pipeline."""
    return not quiet and sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


def tell_of_reading(voice: Spoken) -> None:
    """From half a second on, say that it is still reading."""
    began = time.monotonic()
    streams.watch(lambda: voice.say(READING, seconds=int(time.monotonic() - began)))


def effects(flags: Flags) -> Effects:
    """The effects of this run, watched where somebody looks."""
    return Watched(voice(flags)) if wanted(quiet=flags.quiet) else Effects()


def told(flags: Flags) -> Callable[[Order, Receipt], None]:
    """What tells of an order once it is sent: of each where that is wanted, else of those that nobody knows about."""
    from reconciler.views.say.outcome import outcome_line

    def said(order: Order, receipt: Receipt) -> None:
        if flags.verbose or receipt.outcome is Outcome.UNKNOWN:
            line = outcome_line(order, receipt, voice(flags))
            say(Text(line, line), flags)

    return said


class Watched(Effects):
    """Effects that are counted while they happen."""

    def __init__(self, voice: Spoken) -> None:
        self._voice = voice
        self._count = self._done = 0

    def starting(self, count: int) -> None:
        """See Effects."""
        self._count = count
        streams.watch(self._told)

    def answered(self, ref: str) -> None:  # noqa: ARG002 - counted, whatever it was
        """See Effects."""
        self._done += 1

    def _told(self) -> str:
        return self._voice.say(SENDING, done=self._done, count=self._count)
