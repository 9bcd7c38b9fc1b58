"""terms: every minimum term, what may end when."""

from reconciler.cli._command import Command
from reconciler.cli._flags import REPORT, AsOf, Exclude, Flags, Select, Target
from reconciler.model.text import Text

NO_LABELS = Text("Labels stehen in Manifesten, terms liest nur das Portal; --target wählt aus",
                 "labels stand in manifests, and terms reads the portal only; use --target")


def terms(flags: Flags) -> int:
    """List every minimum term: what may end when."""
    from reconciler.cli._show import show
    from reconciler.commands import terms as command

    return show(command.terms(flags.request), flags)


COMMAND = Command(
    terms, 80, takes=(*REPORT, AsOf, Target, Exclude), ends="terms", lacks={Select: NO_LABELS},
    example="terms --output ics=terms.ics",
    short=Text("alle Mindestlaufzeiten: was wann enden darf", "List every minimum term: what may end when"),
    long=Text("Liest nur das Portal. Geordnet nach dem ersten Tag, an dem das Portal das Ende annimmt; --full zeigt "
              "auch, was schon enden darf, --concise zählt je Tag. Mit --output ics wird daraus ein Kalender; noch "
              "einmal eingelesen, ändert er dieselben Termine (mit --redact none, oder mit demselben "
              "RECONCILER_REDACT_KEY).",
              "Reads the portal only. Sorted by the first day on which the portal accepts the end; --full also lists "
              "what may end already, --concise counts by day. With --output ics it is a calendar; importing it again "
              "updates the same events (with --redact none, or with the same RECONCILER_REDACT_KEY)."),
)
