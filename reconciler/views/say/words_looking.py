"""The fixed words of ``drift`` and ``terms``."""

from reconciler.model.text import Text
from reconciler.views.say.words_cart import STATES
from reconciler.views.spoken import Count

# Drift
DRIFTED = Text("Weicht ab (Portal → Manifest) – ein Auftrag ist jetzt fällig oder blockiert",
               "Differs (portal → manifest) – an order is due now, or blocked")
NO_DRIFT_CHOSEN = Text("Keine Drift bei dem, was gewählt ist", "No drift in what was chosen")
NO_DRIFT = Text("Keine Drift: Das Portal ist, wie die Manifeste es wollen",
                "No drift: the portal is as the manifests want it")
ON_ITS_WAY = Text("Keine Drift, aber noch nicht alles aktiv: Was fehlt, ist auf dem Weg oder wartet auf seinen Tag",
                  "No drift, but not all is active yet: what is missing is on its way or waits for its day")
PENDING = Text("Unterwegs oder nur eine Frage der Zeit – keine Drift", "On its way or only a matter of time – no drift")
PENDING_COUNT = Text("unterwegs", "pending")
AT_BEST = Text("wirksam frühestens am {day}", "takes effect on {day} at the earliest")
TAKES_EFFECT = Text("wirksam am {day}", "takes effect on {day}")
POSSIBLE = Text("möglich ab {day}", "possible from {day}")
PENDING_STATES = {
    "in-cart": (STATES["in-cart"], AT_BEST),
    "ordered": (STATES["ordered"], TAKES_EFFECT),
    "waiting": (Text("wartet", "waiting"), POSSIBLE),
}
IN_PORTAL = Text("im Portal", "In the portal")
IN_MANIFEST = Text("im Manifest", "In the manifest")
WHY = Text("Näheres", "More")

# Terms
RUNNING = Text("Läuft noch", "Still running")
LEAVING = Text("Endet schon", "Already ending")
UNBOUND = Text("Nur im Warenkorb, bindet noch nicht (falls heute bestellt)",
               "Only in the cart, not binding yet (if bought today)")
MAY_END = Text("Kann jetzt enden", "May end now")
RUNNING_COUNT = Text("laufen noch", "still running")
LEAVING_COUNT = Text("enden schon", "already ending")
UNBOUND_COUNT = Text("nur im Warenkorb", "only in the cart")
MAY_END_COUNT = Text("um", "over")
CHOSEN_TERMS = Text("Nur ein Teil ({choice}); andere Mindestlaufzeiten stehen hier nicht.",
                    "Only a part ({choice}); other minimum terms are not told here.")
NO_TERMS = Text("Keine Mindestlaufzeit", "No minimum term")
NOTHING_RUNS = Text("Keine Mindestlaufzeit läuft mehr.", "No minimum term is running any more.")
OVER = Count(Text("{n} Mindestlaufzeit ist um (--full nennt sie)", "{n} minimum term is over (--full lists it)"),
             Text("{n} Mindestlaufzeiten sind um (--full nennt sie)", "{n} minimum terms are over (--full lists them)"))
SINCE = Text("seit {day}", "since {day}")
TERM_STATES = {
    "inactive": Text("inaktiv", "inactive"),
    "ordered": Text("bestellt, noch nicht ausgeführt", "ordered, not yet carried out"),
}
"""What is worth saying: active is the usual, and what is in the cart has a section of its own."""
ENDING = {
    ("", "in-cart"): Text("Löschung im Warenkorb", "deletion in the cart"),
    ("", "ordered"): Text("Löschung bestellt", "deletion ordered"),
    ("item", "in-cart"): Text("Ende im Warenkorb", "end in the cart"),
    ("item", "ordered"): Text("Ende bestellt", "end ordered"),
}
ENDS = Text("Ende ab", "May end from")
DAYS = Text("Tage", "Days")
COUNT = Text("Anzahl", "Count")
EVENT = Text("Mindestlaufzeit endet: {what}", "Minimum term ends: {what}")
EVENT_TEXT = Text("Ab diesem Tag nimmt das Portal das Ende an ({rule}). Begonnen am {began}.",
                  "From this day on the portal accepts the end ({rule}). Began on {began}.")

# Figures
FIGURES = Text("Das Portal in Zahlen", "The portal in figures")
COMPANY = Text("Unternehmen", "company")
TODAY = Text("Datum", "date")
LYING = Text("im Warenkorb", "in the cart")
BOUGHT = Text("bestellt", "ordered")
NEXT = Text("als Nächstes fällig", "due next")
HEAD = Text("Prüfsumme des Protokolls", "hash of the audit")

# Audit
AUDIT = Text("Das Protokoll des Portals", "The audit of the portal")
AUDIT_COLUMNS = (Text("Nr.", "No."), Text("Zeit (UTC)", "Time (UTC)"), Text("Prüfsumme", "Hash"),
                 Text("Datum, Änderung, wer mit welchem Schreibrecht", "Date, change, who by which right to write"))
OF_PLAN = Text("Plan {digest}", "plan {digest}")
