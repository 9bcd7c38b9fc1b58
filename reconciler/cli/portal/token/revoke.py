"""portal token revoke: somebody may ask the server no more."""

from reconciler.cli._command import Command
from reconciler.cli._flags import Database, Flags
from reconciler.cli.portal.token.create import Name
from reconciler.model.text import Text


def revoke(flags: Flags, name: Name) -> int:
    """Forget a token."""
    from reconciler.commands.token import revoke_token

    revoke_token(flags.folder, name, flags.database)
    return 0


COMMAND = Command(
    revoke, 260, takes=(Database,), example="portal token revoke pipeline",
    short=Text("ein Token entziehen; es gilt sofort nicht mehr", "Revoke a token; it is no longer good at once"),
    long=Text("Wer gerade damit schreibt, kommt nicht zu Ende; was schon wirkte, bleibt.",
              "Whoever is writing with it does not get to the end; what took effect stays."),
)
