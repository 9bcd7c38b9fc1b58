"""apply: what is due goes into the cart, direct changes are made; nothing is bought."""

from reconciler.cli._command import Command
from reconciler.cli._flags import ASKING, REPORT, Allow, AsOf, Exclude, Flags, Select, Target, Verbose
from reconciler.cli._holder import PlanFile, named
from reconciler.model.text import Text


def apply(flags: Flags, plan: PlanFile = None) -> int:
    """Carry out what is due: fill the cart, make direct changes. Buys nothing."""
    from reconciler.cli._progress import effects, told
    from reconciler.cli._show import confirmed, show
    from reconciler.commands import apply as command

    named()
    return show(command.apply(flags.request, plan, effects(flags), confirmed(flags), told(flags)), flags)


COMMAND = Command(
    apply, 40, takes=(*REPORT, AsOf, Target, Exclude, Select, Allow, *ASKING, Verbose), ends="report",
    example="apply plan.json",
    short=Text("den Warenkorb füllen und direkte Änderungen ausführen; kauft nichts",
               "Fill the cart and make direct changes; buys nothing"),
    long=Text("Führt aus, was fällig ist. Ohne Plandatei wird geplant, gezeigt und gefragt; mit einer wird nur "
              "gesendet, was darin steht und auch ein neuer Plan enthält. Gekauft wird nichts.",
              "Carries out what is due. Without a plan file it plans, shows and asks; with one it sends only what "
              "stands there and in a fresh plan too. Nothing is bought."),
)
