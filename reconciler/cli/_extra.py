"""Packages that only a part of the tool needs, and that not everybody has."""

from collections.abc import Iterator
from contextlib import contextmanager

from reconciler.errors import ConfigProblem
from reconciler.model.message import Word, sentence


@contextmanager
def extra(name: str) -> Iterator[None]:
    """What is imported inside comes with this extra.

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
