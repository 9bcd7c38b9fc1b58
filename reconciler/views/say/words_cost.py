"""The fixed words of sums and prices."""

from reconciler.model.text import Text

ADDED_SUM = Text("Dieser Plan danach: monatlich {before} → {after} {currency} ({difference})",
                 "This plan after it: monthly {before} → {after} {currency} ({difference})")
ADDED_NOTHING = Text("Mit diesem Plan bleibt es danach bei monatlich {after} {currency}",
                     "With this plan it then stays at {after} {currency} a month")
TOGETHER = Text("Beides zusammen: monatlich {before} → {after} {currency} ({difference})",
                "Both together: monthly {before} → {after} {currency} ({difference})")
SUM = Text("Monatlich {before} → {after} {currency} ({difference})",
           "Monthly {before} → {after} {currency} ({difference})")
SAME_SUM = Text("Monatlich {after} {currency}, wie bisher", "Monthly {after} {currency}, as before")
INCOMPLETE = Text(", unvollständig", ", incomplete")
CART_SUM = Text("Zunächst, mit dem, was nach diesem apply im Warenkorb liegt: {after} {currency} im Monat",
                "At first, with what lies in the cart after this apply: {after} {currency} a month")
LEAST = Text("; bindet mindestens {bound} {currency}", "; binds at least {bound} {currency}")
TIERS = Text("Neue Staffel für alle: {names}", "New tier for all of them: {names}")
TIER = Text("{item} {old} → {new} (je {after} statt {before} {currency})",
            "{item} {old} → {new} ({after} instead of {before} {currency} each)")
UNPRICED = Text("Ohne Preis und in keiner Summe enthalten: {names}", "Without a price and in none of the sums: {names}")
FOREIGN_SUM = Text("Was fremde Positionen kosten, ist nicht dabei.", "What foreign positions cost is not part of it.")
COST = Text("Kosten im Monat, in {currency}", "Costs a month, in {currency}")
COST_ALL = Text("Kosten im Monat, in {currency}, mit dem, was schon im Warenkorb liegt",
                "Costs a month, in {currency}, with what lies in the cart already")
COST_HEAD = (Text("Posten", "Item"), Text("Anzahl", "Count"), Text("Preis", "Price"), Text("Summe", "Sum"))
COST_WORKPLACES = Text("Arbeitsplätze", "workplaces")
NO_PRICE = Text("ohne Preis", "no price")
