"""The fixed words of ``apply``, ``cart`` and ``order``, and of what lies in the cart."""

from reconciler.model.text import Text
from reconciler.views.spoken import counting

RESULT = Text("Ergebnis", "Result")
STATES = {
    "in-cart": Text("im Warenkorb", "in the cart"),
    "ordered": Text("bestellt", "ordered"),
    "done": Text("erledigt", "done"),
    "already-present": Text("schon da", "already there"),
    "rejected": Text("abgelehnt", "rejected"),
    "skipped": Text("übersprungen", "skipped"),
    "not-tried": Text("nicht versucht", "not tried"),
    "unknown": Text("ungeklärt", "unknown"),
}
WITHDRAWN = Text("aus dem Warenkorb genommen", "taken out of the cart")
PLANNED = counting("{n} fällig", "{n} fällig", "{n} due", "{n} due")
RUN_AGAIN = Text("Ungeklärt heißt: gesendet, aber keine Antwort. Denselben Befehl wiederholen; das ist sicher.",
                 "Unknown means: sent, but no answer came. Run the same command again; that is safe.")
TO_ORDER = Text("Kostenpflichtig bestellen, was im Warenkorb liegt: `reconciler order`",
                "To order what is in the cart (paid): `reconciler order`")
TO_ORDER_SOME = Text("Bestellen, was im Warenkorb liegt (davon {paid} kostenpflichtig): `reconciler order`",
                     "To order what is in the cart ({paid} of it paid): `reconciler order`")
TO_ORDER_FREE = Text("Bestellen, was im Warenkorb liegt (nicht kostenpflichtig): `reconciler order`",
                     "To order what is in the cart (nothing to pay): `reconciler order`")
HELD = Text("So lässt sich der Warenkorb heute nicht bestellen. Was auf wen wartet, zeigt `reconciler plan`.",
            "As it is, the cart cannot be ordered today. What waits for whom: `reconciler plan`.")
ORDER_UNKNOWN = Text("Ungeklärt, ob bestellt wurde: vor dem nächsten Versuch `reconciler cart` ansehen.",
                     "Unknown whether it was ordered: look at `reconciler cart` before the next try.")
ORDERED = counting("{n} Position kostenpflichtig bestellt.", "{n} Positionen kostenpflichtig bestellt.",
                   "{n} position ordered (paid).", "{n} positions ordered (paid).")
ORDERED_SOME = counting("{n} Position bestellt, davon {paid} kostenpflichtig.",
                        "{n} Positionen bestellt, davon {paid} kostenpflichtig.",
                        "{n} position ordered, {paid} of them paid.", "{n} positions ordered, {paid} of them paid.")
ORDERED_FREE = counting("{n} Position bestellt; sie kostet nichts.", "{n} Positionen bestellt; sie kosten nichts.",
                        "{n} position ordered; it costs nothing.", "{n} positions ordered; they cost nothing.")
NOTHING_ORDERED = Text("Nichts wurde bestellt.", "Nothing was ordered.")
ORDERED_BEFORE = Text("All das war schon bestellt; jetzt wurde nichts bestellt.",
                      "All of this was ordered before; nothing was ordered now.")
CART_EMPTY = Text("Der Warenkorb ist leer.", "The cart is empty.")
NOTHING_OPEN = Text("Der Warenkorb ist leer, und nichts Bestelltes steht aus.",
                    "The cart is empty, and nothing that was ordered is outstanding.")
POSITIONS = counting("{n} Position", "{n} Positionen", "{n} position", "{n} positions")
FINISHED = counting("{n} ausgeführte Position ist nicht gezeigt (--full nennt sie)",
                    "{n} ausgeführte Positionen sind nicht gezeigt (--full nennt sie)",
                    "{n} position that was carried out is not shown (--full lists it)",
                    "{n} positions that were carried out are not shown (--full lists them)")
OURS = Text("eigene", "ours")
FOREIGN = Text("fremde", "foreign")
POSITION_HEAD = (Text("Zustand", "State"), Text("von", "Whose"), Text("Adresse", "Address"),
                 Text("Schritt", "Step"))
IF_ORDERED = Text("Wenn heute bestellt wird", "If it is ordered today")
MEANS = Text("Was die Bestellung bedeutet", "What the order means")

# Not active, although nothing is due
UNORDERED = counting("Im Warenkorb, noch nicht bestellt: {n} Position{since}",
                     "Im Warenkorb, noch nicht bestellt: {n} Positionen{since}",
                     "In the cart, not ordered yet: {n} position{since}",
                     "In the cart, not ordered yet: {n} positions{since}")
SINCE = Text(" seit {day}", " since {day}")
MONTHLY = Text("monatlich {before} → {after} {currency} ({difference})",
               "monthly {before} → {after} {currency} ({difference})")
PACKAGES_BIND = counting("{n} Zusatz-Paket oder Mobile Integration", "{n} Zusatz-Pakete und Mobile Integrationen",
                         "{n} package or mobile integration", "{n} packages and mobile integrations")
WOULD_BIND = Text("bindet {what} {until}", "binds {what} {until}")
WILL_GO = counting("`reconciler apply` nimmt {n} davon heraus", "`reconciler apply` nimmt {n} davon heraus",
                   "`reconciler apply` takes {n} of them out", "`reconciler apply` takes {n} of them out")
BUY = {
    "order": Text("Bestellen: `reconciler order`", "To order: `reconciler order`"),
    "apply": Text("Bestellen: erst `reconciler apply`, dann `reconciler order`",
                  "To order: first `reconciler apply`, then `reconciler order`"),
    "plan": Text("So lässt es sich nicht bestellen, siehe die Meldungen",
                 "It cannot be ordered as it is, see the findings"),
}
ON_ITS_WAY = counting("Bestellt und noch nicht ausgeführt: {n} Position, wirksam am {day}",
                      "Bestellt und noch nicht ausgeführt: {n} Positionen, die letzte wirksam am {day}",
                      "Ordered and not yet carried out: {n} position, takes effect on {day}",
                      "Ordered and not yet carried out: {n} positions, the last takes effect on {day}")
NOTHING_NEW = Text("Keine neuen Aufträge, aber noch nicht alles ist aktiv",
                   "No new orders, but not everything is active yet")

FOREIGN_ONLY = Text("Keine Änderungen, aber fremde Positionen sind noch offen",
                    "No changes, but positions of others are still open")

# Gaps of what is booked
REBOOKS = Text("Kündigt und bucht neu, dazwischen nicht da: {names}",
               "Cancels and books anew, gone in between: {names}")
LAST_USE = Text("nutzbar bis {day}", "usable until {day}")

# Questions
FILL = counting("{n} Auftrag in den Warenkorb legen", "{n} Aufträge in den Warenkorb legen",
                "Put {n} order into the cart", "Put {n} orders into the cart")
EMPTY_OUT = counting("{n} Position aus dem Warenkorb nehmen", "{n} Positionen aus dem Warenkorb nehmen",
                     "take {n} position out of the cart", "take {n} positions out of the cart")
ALTER = counting("{n} Position im Warenkorb ändern", "{n} Positionen im Warenkorb ändern",
                 "change {n} position in the cart", "change {n} positions in the cart")
AT_ONCE = counting("{n} Änderung sofort wirksam machen", "{n} Änderungen sofort wirksam machen",
                   "make {n} change that takes effect at once", "make {n} changes that take effect at once")
BUY_PAID = counting("{n} Position kostenpflichtig bestellen", "{n} Positionen kostenpflichtig bestellen",
                    "Order {n} position with obligation to pay", "Order {n} positions with obligation to pay")
BUY_SOME = counting("{n} Position bestellen, davon {paid} kostenpflichtig",
                    "{n} Positionen bestellen, davon {paid} kostenpflichtig",
                    "Order {n} position, {paid} of them with obligation to pay",
                    "Order {n} positions, {paid} of them with obligation to pay")
BUY_FREE = counting("{n} Position bestellen (nicht kostenpflichtig)",
                    "{n} Positionen bestellen (nicht kostenpflichtig)",
                    "Order {n} position (nothing to pay)", "Order {n} positions (nothing to pay)")
A_MONTH = Text("{difference} {currency} im Monat", "{difference} {currency} a month")
BINDING = Text("bindet bis {day}", "binds until {day}")
