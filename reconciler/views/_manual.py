"""What is left to a person: the list of work by hand, with its words."""

from reconciler.model.report import Report
from reconciler.model.text import Text
from reconciler.views import _words as words
from reconciler.views._layout import table, wrap
from reconciler.views._sheet import heading
from reconciler.views._view import Options

TITLE = Text("Von Hand am Portal", "By hand at the portal")
COUNT = words.Count(
    Text("{n} Handgriff am Portal", "{n} thing to do by hand at the portal"),
    Text("{n} Handgriffe am Portal", "{n} things to do by hand at the portal"),
)
_ROWS = 20
"""So many are shown unless all are asked for."""


def manual_section(report: Report, options: Options) -> list[str]:
    """A line for each chore, with the rule that says why; in short they are only counted, before the yes."""
    if options.detail == "concise" or not report.manual:
        return []
    language = options.language
    shown = report.manual if options.detail == "full" else report.manual[:_ROWS]
    rows = [(str(c.address), ": ".join(filter(None, (c.rule, c.message.of(language))))) for c in shown]
    left = len(report.manual) - len(shown)
    rest = wrap(words.MORE.of(left, language), options.width, "  ") if left else []
    return [*heading(TITLE.of(language), options), *table(rows, options.width), *rest]
