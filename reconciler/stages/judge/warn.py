"""Positions in, out comes what of the protected is deleted by one that nothing here buys or can stop."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from reconciler.model.address import Address
from reconciler.model.booking import due
from reconciler.model.change import Diff
from reconciler.model.finding import Breach
from reconciler.model.message import Message
from reconciler.model.position import Position
from reconciler.model.text import Text
from reconciler.stages.judge._protected import centrals, protection

LIES = Text("andere haben die Löschung in den Warenkorb gelegt; ist sie bestellt, hält sie nichts mehr auf",
            "others put its deletion into the cart; once that is ordered, nothing can stop it")
BOUGHT = Text("die Löschung ist bestellt und wird am {day} ausgeführt",
              "its deletion is ordered and will be carried out on {day}")
ASK = Text("Bei der Telekom klären, ob sich der Auftrag noch anhalten lässt.",
           "Ask Telekom whether the order can still be stopped.")


def warn(
    diff: Diff, patterns: Sequence[str], positions: Sequence[Position], leaving: Collection[Address], today: date
) -> Iterator[Breach]:
    """For each deletion of something protected that lies in the cart or is ordered: who stays protected in vain.

    ``leaving`` are those whose deletion is to be bought here: a guard stops these.
    """
    central = centrals(diff)
    wished = {c.before.address: c.after for c in diff.changes if c.before}
    for position in sorted(positions, key=lambda p: (p.address, p.ref)):
        there = diff.before.get(position.address)
        if position.verb != "delete" or not position.open or not there or position.address in leaving:
            continue
        wish = wished.get(there.address) or diff.after.get(there.address)
        found = protection(there, wish, patterns, central)
        if found:
            lies = position.state == "in-cart"
            what = LIES if lies else Message(BOUGHT, {"day": due(position, today)})
            values = {"address": position.address, "cause": found.cause, "what": what}
            yield Breach("CART-5", position.address, values=values, help=None if lies else ASK)
