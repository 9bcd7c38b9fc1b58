"""Every sample in every view, and where its golden lies."""

from pathlib import Path
from typing import NamedTuple

from reconciler.registry import offers
from reconciler.views.view import Options, View
from tests.views.samples import SAMPLES

ALL: dict[str, View] = offers("reconciler.views", "VIEW")
VIEWS = {name: view for name, view in ALL.items() if name != "ics"}
"""The views of every report; a calendar shows terms only."""

GOLDEN = Path(__file__).with_name("golden")
ENDINGS = {"human": "txt", "json": "json", "markdown": "md", "ics": "ics"}
LANGUAGES = ("de", "en")
DETAILS = ("concise", "normal", "full")


class Golden(NamedTuple):
    """One file to compare with."""

    view: str
    sample: str
    language: str
    detail: str = "normal"
    redact: str = ""

    @property
    def path(self) -> Path:
        """Its file; what is not the usual is in the name."""
        marks = [m for m in (self.detail if self.detail != "normal" else "", self.redact) if m]
        return GOLDEN / ".".join(["-".join([self.sample, *marks]), self.language, ENDINGS[self.view]])

    def text(self) -> str:
        """What the view says today."""
        view = ALL[self.view]
        options = Options(self.language, detail=self.detail, redact=self.redact or view.redact)
        return view.render(SAMPLES[self.sample], options)


GOLDENS = (
    *(Golden("human", sample, language) for sample in SAMPLES for language in LANGUAGES),
    *(Golden("human", sample, language, "concise") for sample in ("plan", "priced") for language in LANGUAGES),
    *(Golden("human", sample, "en", "full") for sample in ("plan", "drift", "terms")),
    *(Golden("human", sample, "de", "concise") for sample in ("drift", "terms")),
    Golden("human", "validate", "en", "concise"),
    Golden("human", "plan", "de", redact="pseudonym"),
    *(Golden("json", sample, "en") for sample in SAMPLES if sample != "many"),
    Golden("json", "validate", "de"),
    Golden("json", "plan", "de", redact="pseudonym"),
    *(Golden("markdown", sample, language)
      for sample in ("refused", "apply", "priced", "lying") for language in LANGUAGES),
    *(Golden("markdown", sample, "en")
      for sample in ("validate", "empty", "cart", "order", "drift", "settled", "terms", "waiting")),
    *(Golden("ics", "terms", language) for language in LANGUAGES),
    Golden("markdown", "plan", "de", redact="none"),
)
