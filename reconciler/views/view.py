"""What a view is, and what can be asked of it."""

from collections.abc import Callable
from typing import NamedTuple

from reconciler.model.noun import noun
from reconciler.model.report import Report
from reconciler.views.spoken import Spoken


@noun
class Options:
    """How a report is shown.

    ``language`` is ``de`` or ``en``; ``width`` the columns of the terminal, where a line that must be one is
    ``cut``; ``redact`` is ``none`` or ``pseudonym``; ``detail`` is ``concise``, ``normal`` or ``full``. ``key``
    makes pseudonyms stable for those who share it, and names cannot be tried by others; without it the report's
    digest is the key, which a reader of the report may know.
    """

    language: str = "en"
    width: int = 80
    colour: bool = False
    redact: str = "none"
    detail: str = "normal"
    cut: bool = True
    key: bytes = b""

    @property
    def voice(self) -> Spoken:
        """The voice of the language."""
        return Spoken(self.language)

    @property
    def concise(self) -> bool:
        """Whether the short form is wanted."""
        return self.detail == "concise"

    @property
    def full(self) -> bool:
        """Whether everything is wanted."""
        return self.detail == "full"


class View(NamedTuple):
    """One output format: a function of a report; ``redact`` is what it does unless told otherwise.

    ``fit`` names the ends of commands that it can show: ``report``, ``terms``, ``figures``. ``mark`` is a pattern of
    what a file of it begins or ends with, by which it is known again and may be replaced. All three are literals,
    because help reads them without loading a view.
    """

    name: str
    render: Callable[[Report, Options], str]
    redact: str = "none"
    fit: tuple[str, ...] = ("report", "terms")
    mark: str = ""
