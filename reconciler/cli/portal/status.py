"""portal status: the portal in a few figures."""

from reconciler.cli._command import Command
from reconciler.cli._flags import FIGURES, Database, Flags
from reconciler.model.text import Text


def status(flags: Flags) -> int:
    """Show the portal in a few figures."""
    from reconciler.cli._show import show
    from reconciler.commands.portal import portal_status

    return show(portal_status(flags.folder, flags.database), flags)


COMMAND = Command(
    status, 210, takes=(Database, *FIGURES), ends="figures", example="portal status",
    short=Text("das Portal in wenigen Zahlen", "Show the portal in a few figures"),
    long=Text("Am Portal wird nichts geändert.", "Nothing is changed at the portal."),
)
