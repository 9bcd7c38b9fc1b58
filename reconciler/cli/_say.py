"""Words to stdout and stderr, in the language of whoever asks."""

import os

from reconciler import streams
from reconciler.cli._flags import Flags
from reconciler.cli._formats import known
from reconciler.errors import ConfigProblem, ReconcilerError
from reconciler.model.inert import inert
from reconciler.model.message import Said, Word, sentence
from reconciler.request import Folder
from reconciler.views.spoken import Spoken


def language(flags: Flags) -> str:
    """``--lang``, RECONCILER_LANG, the workspace, LANG, in this order."""
    return flags.language or _of_workspace(flags.folder) or spoken()


def spoken() -> str:
    """The language of the environment, where nobody says another."""
    given = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "de" if next(filter(None, given), "").startswith("de") else "en"


def voice(flags: Flags) -> Spoken:
    """The voice of that language."""
    return Spoken(language(flags))


def _of_workspace(folder: Folder) -> str:
    from reconciler.workspace.settings import workspace_of

    try:
        return workspace_of(folder).settings.language or ""
    except (ReconcilerError, OSError):
        return ""


def put(text: str, *, painted: bool = False) -> None:
    """Text to stdout. Whoever reads may leave before the end: the rest is dropped.

    Raises:
        ConfigProblem: if it cannot be written.
    """
    if reason := streams.put(text, painted=painted):
        raise ConfigProblem(sentence("Ausgabe: {reason}", "output: {reason}", reason=Word(reason)))


def say(text: Said, flags: Flags) -> None:
    """One sentence to stderr, on one line; never fails."""
    words = inert(text.of(language(flags)))
    if words and hushed(flags):
        from reconciler.views.pseudonyms import masked

        words = masked(words, flags.key)
    if words:
        streams.tell(words + "\n")


def hushed(flags: Flags) -> bool:
    """Whether stderr speaks of people by pseudonym: where it is asked for, or an output for strangers is."""
    return flags.redact == "pseudonym" or (
        flags.redact != "none" and any(known()[one.format].for_strangers for one in flags.outputs))
