"""validate: the manifests against every rule, without a portal."""

from reconciler.cli._command import Command
from reconciler.cli._flags import REPORT, Flags
from reconciler.model.text import Text


def validate(flags: Flags) -> int:
    """Check the manifests against every rule."""
    from reconciler.cli._show import show
    from reconciler.commands import validate as command

    return show(command.validate(flags.request), flags)


COMMAND = Command(
    validate, 10, takes=REPORT, ends="report", example="validate -C examples/musterwerke",
    short=Text("Manifeste gegen alle Regeln prüfen", "Check the manifests against every rule"),
    long=Text("Prüft die Manifeste, alle Befunde auf einmal. Ein Portal wird nicht gebraucht.",
              "Checks the manifests and tells all findings at once. No portal is needed."),
)
