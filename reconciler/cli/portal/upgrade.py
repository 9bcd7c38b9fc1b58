"""portal upgrade: the tables of an older version, brought up to today's."""

from reconciler.cli._command import Command
from reconciler.cli._flags import FIGURES, Database, Flags
from reconciler.errors import extra
from reconciler.model.text import Text


def upgrade(flags: Flags) -> int:
    """Bring a portal of an older version up to this one.

    Raises:
        ConfigProblem: if the package that does it is not installed.
    """
    from reconciler.cli._show import show

    with extra("server"):
        from reconciler.commands._upgrading import upgrade_portal
    return show(upgrade_portal(flags.folder, flags.database), flags)


COMMAND = Command(
    upgrade, 230, takes=(Database, *FIGURES), ends="figures", example="portal upgrade",
    short=Text("das Portal einer älteren Version auf den Stand von dieser bringen",
               "Bring a portal of an older version up to this one"),
    long=Text("Alles bleibt, wie es war, auch was im Warenkorb liegt oder bestellt ist.",
              "Everything stays as it was, what lies in the cart or is ordered too."),
)
