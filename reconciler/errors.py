"""What the world can do to us, and the exit codes.

What the user can cause by a manifest is a finding and never raises. Everything that is not in this tree is a
bug (exit 70).

    ReconcilerError
    ├── ConfigProblem      1   reconciler.yaml, disk, journal, URL
    ├── UsageProblem      64   a combination of arguments that makes no sense
    ├── PlanFileProblem    5   stale, altered, expired, for another portal
    └── PortalProblem      6
        ├── Unreachable    6   nothing was changed
        │   ├── Damaged    1   what the portal is kept in is damaged
        │   ├── Denied     1   it lets this user not in, or not do that
        │   └── LoginRefused   6   the portal does not let this client in, or not do that
        ├── LeaseHeld      6   somebody else is writing
        └── AnswerLost     8   sent, and no answer came
"""

from collections.abc import Iterator
from contextlib import contextmanager

from reconciler.model.message import Quote, Said, Value, Word, sentence
from reconciler.model.text import Text

DONE = 0
FAILED = 1
CHANGES = 2
REFUSED = 3
GUARDED = 4
STALE = 5
UNREACHABLE = 6
PARTIAL = 7
UNKNOWN = 8
USAGE = 64
BUG = 70
INTERRUPTED = 130


class ReconcilerError(Exception):
    """What stops a command: ``message`` for people, with its values apart until a view speaks it; ``exit_code``."""

    exit_code = FAILED

    def __init__(self, message: Said) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.en


class ConfigProblem(ReconcilerError):
    """The workspace file, the disk, the journal or an address cannot be used."""


class UsageProblem(ReconcilerError):
    """The command line asks for something that makes no sense."""

    exit_code = USAGE


class PlanFileProblem(ReconcilerError):
    """The plan file is stale, altered, expired or for another portal."""

    exit_code = STALE


class PortalProblem(ReconcilerError):
    """The portal cannot be used; nothing was changed by this call."""

    exit_code = UNREACHABLE


class Unreachable(PortalProblem):
    """No portal answers."""


class Damaged(Unreachable):
    """What the portal is kept in is damaged; trying again does not help."""

    exit_code = FAILED


class Denied(Unreachable):
    """What the portal is kept in answers and refuses; somebody must put an address or a right in order."""

    exit_code = FAILED


class LoginRefused(Unreachable):
    """The portal does not let this client in, or not do what it asks for; trying again does not help."""


class LeaseHeld(PortalProblem):
    """Somebody else holds the right to write, or took it over."""


class AnswerLost(PortalProblem):
    """An order was sent and no answer came; only reading back can tell."""

    exit_code = UNKNOWN


def reason(problem: Exception) -> Value:
    """Why something failed: the system's own word, which is about nobody, or else what somebody else says."""
    if word := getattr(problem, "strerror", None):
        return Word(word)
    said = str(problem) or type(problem).__name__
    return Quote(Text(said, said))


@contextmanager
def extra(name: str) -> Iterator[None]:
    """What is imported inside comes with this extra, which not everybody has.

    Raises:
        ConfigProblem: if it is not there, with the line that gets it.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("reconciler"):
            raise
        raise ConfigProblem(sentence(
            "Dafür fehlt {package}. Es kommt mit: pip install 'reconciler-cloudpbx[{extra}]'",
            "{package} is missing for this. It comes with: pip install 'reconciler-cloudpbx[{extra}]'",
            package=Word(missing.name or "?"), extra=Word(name))) from missing
