"""portal token list: who may ask the server."""

from reconciler.cli._command import Command
from reconciler.cli._flags import Database, Flags
from reconciler.model.text import Text


def listed(flags: Flags) -> int:
    """Name, rights and last day of each token, one a line."""
    from reconciler.cli._say import put
    from reconciler.commands.token import all_tokens

    put("".join(f"{token.name}\t{','.join(token.rights)}\t{token.expires or '-'}\n".expandtabs(24)
                for token in all_tokens(flags.folder, flags.database)))
    return 0


COMMAND = Command(
    listed, 250, takes=(Database,), example="portal token list",
    short=Text("alle Token: Name, Rechte, letzter Tag", "All tokens: name, rights, last day"),
    long=Text("Die Token selbst stehen nirgends.", "The tokens themselves are kept nowhere."),
)
