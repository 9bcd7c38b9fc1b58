"""cart: what lies in the cart, was ordered, or was rejected."""

from reconciler.cli._command import Command
from reconciler.cli._flags import REPORT, AsOf, Flags
from reconciler.model.text import Text


def cart(flags: Flags) -> int:
    """Show what lies in the cart, what was ordered, and what was rejected."""
    from reconciler.cli._show import show
    from reconciler.commands import cart as command

    return show(command.cart(flags.request), flags)


COMMAND = Command(
    cart, 50, takes=(*REPORT, AsOf), ends="report", example="cart --output json",
    short=Text("zeigen, was im Warenkorb liegt, bestellt ist oder abgelehnt wurde",
               "Show what lies in the cart, was ordered, or was rejected"),
    long=Text("Zeigt eigene und fremde Positionen. Am Portal wird nichts geändert.",
              "Shows positions of ours and of others. Nothing is changed at the portal."),
)
