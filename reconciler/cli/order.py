"""order: buys what lies in the cart."""

from dataclasses import replace
from typing import Annotated

from reconciler.cli._command import Command
from reconciler.cli._flags import ASKING, REPORT, Allow, AsOf, Exclude, Flags, Select, Target
from reconciler.cli._holder import PlanFile, named
from reconciler.cli._option import Flag
from reconciler.model.text import Text

WHOLE = Text("order kauft den Warenkorb als Ganzes; ausgewählt wird bei plan und apply",
             "order buys the cart as a whole; choose with plan and apply")
Foreign = Annotated[bool, Flag("--with-foreign", text=Text("auch Positionen kaufen, die andere hineingelegt haben",
                                                           "buy positions of others too"))]


def order(flags: Flags, plan: PlanFile = None, *, foreign: Foreign = False) -> int:
    """Buy what lies in the cart, if it is exactly what the manifests explain. Chargeable."""
    from reconciler.cli._show import confirmed, show
    from reconciler.commands import order as command
    from reconciler.effects import Effects

    named()
    request = replace(flags.request, buying=True, foreign=foreign)
    return show(command.order(request, plan, Effects(), confirmed(flags)), flags)


COMMAND = Command(
    order, 60, takes=(*REPORT, AsOf, Allow, *ASKING), ends="report", example="order plan.json",
    lacks=dict.fromkeys((Target, Exclude, Select), WHOLE),
    short=Text("kaufen, was im Warenkorb liegt; kostenpflichtig", "Buy what lies in the cart; chargeable"),
    long=Text("Kauft den Warenkorb als Ganzes, wenn er genau das enthält, was die Manifeste (oder die Plandatei) "
              "sagen.",
              "Buys the cart as a whole, if it holds exactly what the manifests (or the plan file) say."),
)
