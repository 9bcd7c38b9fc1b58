"""drift: where the portal differs from the manifests now."""

from reconciler.cli._command import Command
from reconciler.cli._flags import REPORT, AsOf, Exclude, Flags, Select, Target
from reconciler.model.text import Text


def drift(flags: Flags) -> int:
    """Tell where the portal differs from the manifests now. Exit 2 if it does."""
    from reconciler.cli._show import show
    from reconciler.commands import drift as command

    return show(command.drift(flags.request), flags)


COMMAND = Command(
    drift, 70, takes=(*REPORT, AsOf, Target, Exclude, Select), ends="report",
    example="drift --output markdown=drift.md",
    short=Text("sagen, wo das Portal jetzt von den Manifesten abweicht",
               "Tell where the portal differs from the manifests now"),
    long=Text("Abweichung ist, was jetzt zu ändern wäre oder blockiert ist; dann Exit 2, sonst 0. Was im Warenkorb "
              "liegt, bestellt ist oder nur auf einen Tag wartet, ist unterwegs und keine Abweichung.\n\n"
              "Nirgends steht, was zuletzt angewendet wurde: Eine Änderung in Git, die niemand angewendet hat, sieht "
              "aus wie eine von Hand am Portal. Deshalb gehört drift auf den Branch, der angewendet wird.",
              "Drift is what would have to be changed now, or is blocked; then exit 2, else 0. What lies in the cart, "
              "is ordered, or only waits for a day is pending, and no drift.\n\n"
              "Nothing remembers what was applied: an edit in Git that nobody applied looks like one made by hand at "
              "the portal. So drift belongs on the branch that is applied."),
)
