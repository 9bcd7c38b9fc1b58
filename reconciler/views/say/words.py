"""Every fixed word of the views, in German and English."""

from reconciler.model.text import Text
from reconciler.views.spoken import counting

# Findings
SEVERITIES = {
    "error": Text("Fehler", "error"),
    "warning": Text("Warnung", "warning"),
    "info": Text("Hinweis", "info"),
}
WHY = Text("warum", "why")
HELP = Text("Abhilfe", "help")
SOURCE = Text("Quelle", "from")
ALSO = Text("ebenso", "also")
NOTE = Text("Hinweis", "note")
NOTES = Text("Hinweise", "Notes")
MORE_FINDINGS = counting(
    "… und {n} weiterer Befund (alle mit --output json)", "… und {n} weitere Befunde (alle mit --output json)",
    "… and {n} more (all of them with --output json)", "… and {n} more (all of them with --output json)",
)
ERRORS = counting("{n} Fehler", "{n} Fehler", "{n} error", "{n} errors")
WARNINGS = counting("{n} Warnung", "{n} Warnungen", "{n} warning", "{n} warnings")
IN_DOCUMENTS = counting("in {n} Dokument", "in {n} Dokumenten", "in {n} document", "in {n} documents")
HINTS = counting("{n} Hinweis (ohne --concise zu lesen)", "{n} Hinweise (ohne --concise zu lesen)",
               "{n} hint (to be read without --concise)", "{n} hints (to be read without --concise)")
FINDINGS = Text("Befunde", "Findings")
WITHHELD = Text("Wortlaut nicht gezeigt, er kann Personendaten enthalten",
                "wording not shown, it may hold personal data")

# Above a report
AS_OF = Text("Stand {day}", "as of {day}")
DIGEST = Text("Prüfsumme", "digest")

# Sections of a plan
BEFORE_YES = Text("Vor dem Ja", "Before the yes")
EMERGENCY = Text("Berührt den Notruf", "Touches emergency calls")
EMERGENCY_FIELDS = {
    "number.external": Text("Rufnummer", "number"),
    "number.nomadicUse": Text("nomadische Nutzung", "nomadic use"),
    "line": Text("Anschluss, vielleicht mit anderer Adresse", "line, perhaps with another address"),
    "blockingProfile": Text("Sperrprofil", "blocking profile"),
    "defaultBlockingProfile": Text("Sperrprofil für alle ohne eigenes", "blocking profile of all who have none"),
    "devices": Text("letztes Endgerät", "last device"),
    "outgoing": Text("ausgehende Sperren", "outgoing ranges"),
    "incoming": Text("eingehende Sperren", "incoming ranges"),
    "forwarded": Text("weitergeleitete Sperren", "forwarded ranges"),
}
"""What an emergency call depends on, by the paths of fields."""
CHANGED = counting("{n} Änderung", "{n} Änderungen", "{n} change", "{n} changes")
WAVE_NOW = Text("Welle {n} – jetzt möglich", "Wave {n} – can be queued now")
NOW = Text("jetzt", "now")
WAVE_LATER = Text("Welle {n} – nicht vor dem {day}", "Wave {n} – not before {day}")
CARTED = counting("{n} in den Warenkorb", "{n} in den Warenkorb", "{n} into the cart", "{n} into the cart")
ALTERED = counting("{n} im Warenkorb geändert", "{n} im Warenkorb geändert",
                   "{n} changed in the cart", "{n} changed in the cart")
TAKEN_OUT = counting("{n} aus dem Warenkorb heraus", "{n} aus dem Warenkorb heraus",
                     "{n} out of the cart", "{n} out of the cart")
OUT_TOO = counting("{n} heraus", "{n} heraus", "{n} out of it", "{n} out of it")
DIRECT = counting("{n} sofort wirksam", "{n} sofort wirksam", "{n} takes effect at once",
                  "{n} take effect at once")
DIRECT_LATER = counting("{n} an dem Tag wirksam, an dem apply läuft", "{n} an dem Tag wirksam, an dem apply läuft",
                        "{n} takes effect on the day on which apply runs",
                        "{n} take effect on the day on which apply runs")
FORECAST = Text("Spätere Wellen sind eine Vorschau; der nächste Plan rechnet sie neu.",
                "Later waves are a forecast; the next plan computes them anew.")
BLOCKED = Text("Blockiert – Warten allein löst es nicht", "Blocked – waiting alone does not help")
DIFFERENCES = Text("Unterschiede", "Differences")
UNMANAGED = counting(
    "{n} Ressource des Portals steht in keinem Manifest und bleibt, wie sie ist",
    "{n} Ressourcen des Portals stehen in keinem Manifest und bleiben, wie sie sind",
    "{n} resource of the portal is in no manifest and stays as it is",
    "{n} resources of the portal are in no manifest and stay as they are",
)
KEPT = counting(
    "{n} Ressource des Portals steht in keinem Manifest und bleibt wegen „policy.keep“",
    "{n} Ressourcen des Portals stehen in keinem Manifest und bleiben wegen „policy.keep“",
    "{n} resource of the portal is in no manifest and stays because of “policy.keep”",
    "{n} resources of the portal are in no manifest and stay because of “policy.keep”",
)
BY_KEEP = Text("bleibt wegen policy.keep", "stays because of policy.keep")
NO_CHANGES = Text("Keine Änderungen: Das Portal ist, wie die Manifeste es wollen",
                  "No changes: the portal is as the manifests want it")
NO_CHANGES_CHOSEN = Text("Keine Änderungen an dem, was gewählt ist", "No changes to what was chosen")
CHOSEN = Text("Nur ein Teil ({choice}); was es sonst zu tun gibt, steht hier nicht.",
              "Only a part ({choice}); what else there is to do is not told here.")
UNCHANGED = counting("{n} unverändert", "{n} unverändert", "{n} unchanged", "{n} unchanged")
REFUSED = Text("Angehalten, nichts davon wird ausgeführt: {guards}.",
               "Stopped, none of it will be carried out: {guards}.")
ALLOWED = Text("Erlaubt: {guards}", "Allowed: {guards}")
LEGEND = Text("Zeichen", "Legend")
SIGNS = {
    "+": Text("anlegen oder buchen", "create or book"),
    "~": Text("ändern", "change"),
    "-": Text("löschen oder kündigen", "delete or cancel"),
    "-/+": Text("ersetzen", "replace"),
    "<": Text("aus dem Warenkorb", "out of the cart"),
    "!": Text("blockiert", "blocked"),
}
ACTIONS = {
    "create": Text("anlegen", "create"),
    "update": Text("ändern", "update"),
    "replace": Text("ersetzen", "replace"),
    "delete": Text("löschen", "delete"),
    "withdraw": Text("zurückziehen", "withdraw"),
}
BLOCKED_COUNT = Text("blockiert", "blocked")

# What a plan binds
BINDS = counting("Bindet {n} Arbeitsplatz (kostenpflichtig)", "Bindet {n} Arbeitsplätze (kostenpflichtig)",
               "Binds {n} workplace (paid)", "Binds {n} workplaces (paid)")
BINDS_PACKAGES = counting(
    "Bindet {n} Zusatz-Paket oder Mobile Integration", "Bindet {n} Zusatz-Pakete und Mobile Integrationen",
    "Binds {n} package or mobile integration", "Binds {n} packages and mobile integrations",
)
BINDS_MORE = counting("Bindet zusätzlich {n} Arbeitsplatz (kostenpflichtig)",
                      "Bindet zusätzlich {n} Arbeitsplätze (kostenpflichtig)",
                      "Binds {n} more workplace (paid)", "Binds {n} more workplaces (paid)")
BINDS_MORE_PACKAGES = counting(
    "Bindet zusätzlich {n} Zusatz-Paket oder Mobile Integration",
    "Bindet zusätzlich {n} Zusatz-Pakete und Mobile Integrationen",
    "Binds {n} more package or mobile integration", "Binds {n} more packages and mobile integrations",
)
BINDS_UNTIL = Text("längstens bis {day}", "until {day} at the latest")
OF_THEM_UNTIL = Text("{n} bis {day}", "{n} until {day}")
ALL_UNTIL = Text("bis {day}", "until {day}")
BOOKS = Text("Bucht kostenpflichtig: {names}", "Books (paid): {names}")
WITH = Text("{what} mit {names}", "{what} with {names}")
BOOKED = Text("bucht {names} (kostenpflichtig)", "books {names} (paid)")
FROM_DAY = Text("ab {day}", "from {day}")
ENDS = Text("Löscht oder kündigt: {names}", "Deletes or cancels: {names}")
FIXED = Text("Benutzernamen, danach nie mehr änderbar: {names}",
             "User names, never to be changed afterwards: {names}")
MAILS = counting("{n} E-Mail", "{n} E-Mails", "{n} mail", "{n} mails")
SMS = counting("{n} SMS", "{n} SMS", "{n} SMS", "{n} SMS")
SENDS = Text("Zugangsdaten gehen hinaus, nicht zurückzuholen: {counts}",
             "Sends login data, which cannot be called back: {counts}")
PASSWORDS = Text("Das nächste Passwort geht an eine andere Adresse oder Mobilnummer: {names}",
                 "The next password goes to another address or mobile number: {names}")
LOSES = counting(
    "Mit {n} Arbeitsplatz gehen verloren: Voicemail, Adressbuch, Weiterleitungen",
    "Mit {n} Arbeitsplätzen gehen verloren: Voicemail, Adressbuch, Weiterleitungen",
    "Lost with {n} workplace: voicemail, personal address book, own forwards",
    "Lost with {n} workplaces: voicemail, personal address book, own forwards",
)
"""Source: the help page on deactivating a workplace, for what is stored at the workplace itself."""
REPLACES = Text("Neu eingerichtet, dazwischen nicht erreichbar: {names}",
                "Set up anew, out of reach in between: {names}")
LAST_DAY = Text("erreichbar bis {day}", "reachable until {day}")
AGAIN = Text("wieder ab {day}", "again from {day}")
AGAIN_UNKNOWN = Text("ohne Tag für den neuen", "with no day for the new one")
INDIRECT = counting(
    "{n} Arbeitsplatz ändert sich mit, auch ohne Änderung an seiner Datei",
    "{n} Arbeitsplätze ändern sich mit, auch ohne Änderung an ihren Dateien",
    "{n} workplace changes with it, even without an edit of its own file",
    "{n} workplaces change with it, even without an edit of their own files",
)
INDIRECT_BRIEF = counting("{n} Arbeitsplatz ändert sich mit", "{n} Arbeitsplätze ändern sich mit",
                        "{n} workplace changes with it", "{n} workplaces change with it")
ASTRAY = counting(
    "{n} Arbeitsplatz weicht am Portal davon ab, vielleicht durch eine Änderung in Git, vielleicht durch eine dort von "
    "Hand",
    "{n} Arbeitsplätze weichen am Portal davon ab, vielleicht durch eine Änderung in Git, vielleicht durch eine dort "
    "von Hand",
    "{n} workplace differs from it at the portal, perhaps by an edit in Git, perhaps by a change there by hand",
    "{n} workplaces differ from it at the portal, perhaps by an edit in Git, perhaps by a change there by hand",
)
"""Nobody knows which: no portal keeps what a document said before, nor where a workplace had its own value from."""
ASTRAY_BRIEF = counting("{n} Arbeitsplatz weicht am Portal ab", "{n} Arbeitsplätze weichen am Portal ab",
                        "{n} workplace differs at the portal", "{n} workplaces differ at the portal")
FOLLOWERS = counting("{{cause}}: {n} Verweis folgt dem neuen Namen", "{{cause}}: {n} Verweise folgen dem neuen Namen",
                   "{{cause}}: {n} reference follows the new name", "{{cause}}: {n} references follow the new name")
EFFECTS = {
    "tightened": Text("wird strenger", "tightened"),
    "widened": Text("wird lockerer", "loosened"),
    "changed": Text("wird anders", "changed"),
}
"""What became of a blocking."""
BLOCKING = Text("Sperre {effect}", "Blocking {effect}")
BLOCKS = Text("sperrt", "blocks")
OPENS = Text("öffnet", "opens")
EXCEPT = Text("außer", "except")
WORKPLACES = counting("{n} Arbeitsplatz", "{n} Arbeitsplätze", "{n} workplace", "{n} workplaces")

# Numbers that change hands
NUMBERS = Text("Rufnummern", "Numbers")
PASSES = Text("von {giver} an {taker}", "of {giver} goes to {taker}")
FREED = Text("von {giver} wird frei", "of {giver} is free again")
INSTEAD = Text("; {name} bekommt {number}", "; {name} gets {number}")
PASSED = counting("{n} geht an einen anderen Arbeitsplatz", "{n} gehen an andere Arbeitsplätze",
                "{n} goes to another workplace", "{n} go to other workplaces")
NOBODY = Text("wird frei", "free again")
FREE = counting("{n} wird frei", "{n} werden frei", "{n} is free again", "{n} are free again")

# What is others'
FOREIGN_LEFT = counting(
    "{n} fremde Position im Warenkorb oder bestellt, bleibt unberührt",
    "{n} fremde Positionen im Warenkorb oder bestellt, bleiben unberührt",
    "{n} position of others in the cart or ordered, left alone",
    "{n} positions of others in the cart or ordered, left alone",
)
FOREIGN_TITLE = Text("Fremde Positionen, bleiben unberührt", "Positions of others, left alone")

# By hand
MANUAL = Text("Von Hand am Portal", "By hand at the portal")
CHORES = counting("{n} Handgriff am Portal", "{n} Handgriffe am Portal",
                  "{n} thing to do by hand at the portal", "{n} things to do by hand at the portal")

# Orders
VERBS = {
    "activate": Text("aktivieren", "activate"),
    "delete": Text("löschen", "delete"),
    "book": Text("buchen", "book"),
    "cancel": Text("kündigen", "cancel"),
    "change": Text("Position ändern", "change position"),
    "withdraw": Text("aus dem Warenkorb nehmen", "take out of the cart"),
    "create": Text("anlegen", "create"),
    "update": Text("ändern", "update"),
    "remove": Text("entfernen", "remove"),
}
STEP = Text("{what} {verb}", "{verb} {what}")
PAID = Text("kostenpflichtig", "paid")
REPLACED = Text("Teil eines Ersatzes", "part of a replace")
WAS = Text("bisher {name}", "was {name}")
CALLED = Text("heißt dann {name}", "is then called {name}")
BINDS_TO = Text("bindet bis {day}", "binds until {day}")
ACTIVE_FROM = Text("aktiv ab {day}", "active from {day}")
"""Both at once: from this day on it counts, and works."""
COUNTS_FROM = Text("zählt ab {day}, erreichbar ab {works}", "counts from {day}, reachable from {works}")
"""Terms and prices count from one day on; it is carried out on a later one."""
WAITS = Text("wartet", "waits")
NOTHING_DUE = Text("Heute ist nichts fällig.", "Nothing is due today.")
NOTHING_DONE = Text("Nichts wurde ausgeführt.", "Nothing was carried out.")
REASONS = {
    "not-in-manifests": Text("in keinem Manifest", "in no manifest"),
    "no-longer-wanted": Text("kein Manifest verlangt es mehr", "no manifest asks for it any more"),
    "wanted-again": Text("doch wieder gewünscht", "wanted again"),
    "leaving": Text("seine Löschung ist schon unterwegs", "its deletion is under way already"),
}
"""Why, where the fields of a change do not say it."""
UNTIL = Text("{rule}, bis {day}", "{rule}, until {day}")
ELEMENTS = {
    "departments": Text("Bereich", "department"),
    "lines": Text("Anschluss", "line"),
    "devices": Text("Endgerät", "device"),
}
"""One element of a list."""
ADDS = Text("neu", "adds")
DROPS = Text("ohne", "drops")
EMPTY = Text("leer", "empty")

# Markdown
SHOWN = Text("{shown} von {all} gezeigt, alle mit `--output json`",
             "{shown} of {all} shown, all of them with `--output json`")
DETAILS = Text("Geänderte Felder", "Changed fields")
STEPS = Text("Schritte", "Steps")
POSITIONS = Text("Warenkorb", "Cart")
UNMANAGED_TITLE = Text("In keinem Manifest", "In no manifest")
COLUMNS = {
    "severity": Text("Grad", "Severity"),
    "rule": Text("Regel", "Rule"),
    "where": Text("Ort", "Where"),
    "what": Text("Befund", "Finding"),
    "help": Text("Abhilfe", "Help"),
    "from": Text("frühestens", "Not before"),
    "address": Text("Adresse", "Address"),
    "step": Text("Schritt", "Step"),
    "state": Text("Zustand", "State"),
    "field": Text("Feld", "Field"),
    "before": Text("vorher", "Before"),
    "after": Text("nachher", "After"),
    "whose": Text("von", "Whose"),
    "number": Text("Rufnummer", "Number"),
    "giver": Text("bisher bei", "Held by"),
    "taker": Text("künftig bei", "Goes to"),
}
MASK = "•••"
PSEUDONYMS = Text("Namen und persönliche Angaben sind Pseudonyme.",
                  "Names and personal values are pseudonyms.")
