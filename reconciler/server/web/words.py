"""The fixed words of the pages."""

from collections.abc import Mapping

from reconciler.model.message import Message, sentence
from reconciler.model.text import Text
from reconciler.portal.books.protocol import CALENDAR, LOCAL
from reconciler.views.say.words import VERBS
from reconciler.views.spoken import counting

PORTAL = Text("Portal", "Portal")
SKIP = Text("Zum Inhalt", "Skip to content")
MENU = Text("Seiten", "Pages")
LANGUAGE = Text("Sprache", "Language")
REHEARSAL = Text("Portal zum Üben: Nichts hiervon erreicht die Telekom oder kostet Geld.",
                 "A portal for rehearsal: nothing of this reaches Telekom or costs money.")
DAY = Text("Datum am Portal: {day}", "The portal's day: {day}")
NOTHING = Text("–", "–")

OVERVIEW = Text("Überblick", "Overview")
WORKPLACES = Text("Arbeitsplätze", "Workplaces")
NUMBERS = Text("Rufnummern", "Numbers")
CART = Text("Warenkorb", "Cart")
ORDERS = Text("Aufträge", "Orders")
AUDIT = Text("Protokoll", "Audit")

# Login
LOGIN = Text("Anmelden", "Log in")
LOGOUT = Text("Abmelden", "Log out")
TOKEN = Text("Token", "Token")
TOKEN_HELP = Text("Es beginnt mit rct_. Ein neues macht `reconciler portal token create NAME --rights read`; wer auch "
                  "bestellen will, braucht --rights read,order.",
                  "It begins with rct_. `reconciler portal token create NAME --rights read` makes a new one; whoever "
                  "wants to order too needs --rights read,order.")
LOGGED_IN = Text("Angemeldet als {name}", "Logged in as {name}")
WHY: Mapping[str, Text] = {
    "wrong": Text("Dieses Token ist unbekannt oder gilt nicht mehr.", "This token is unknown or no longer good."),
    "ended": Text("Die Anmeldung ist zu Ende: Sie war zu lange her, oder das Token gilt nicht mehr. Geändert wurde "
                  "nichts.",
                  "The login is over: it was too long ago, or the token is no longer good. Nothing was changed."),
    "out": Text("Abgemeldet.", "Logged out."),
}
"""Why somebody is asked to log in, by the word for it in the address."""

# Problems
PROBLEM = Text("Das ging nicht", "That did not work")
CODE = Text("Kennung: {code}; Anfrage {request}", "Code: {code}; request {request}")
WAIT = counting("In {n} Sekunde kann man es wieder versuchen.", "In {n} Sekunden kann man es wieder versuchen.",
                "One may try again in {n} second.", "One may try again in {n} seconds.")
BACK = Text("Zum Überblick", "To the overview")
NO_WORKPLACE = Text("Diesen Arbeitsplatz gibt es nicht.", "There is no such workplace.")
NO_BLOCK = Text("Diesen Rufnummernblock gibt es nicht.", "There is no such number block.")

# Overview
COMPANY = Text("Unternehmen", "Company")
TODAY = Text("Datum am Portal", "The portal's day")
NEXT = Text("Als Nächstes wird etwas ausgeführt", "Something is carried out next")
FIGURES = Text("In Zahlen", "In figures")
WHAT = Text("Was", "What")
COUNT = Text("Anzahl", "Count")
LYING = Text("Im Warenkorb, nicht bestellt", "In the cart, not ordered")
WAITING = Text("Bestellt, noch nicht ausgeführt", "Ordered, not yet carried out")

# Workplaces
SEARCH = Text("Suchen", "Search")
SEARCH_FOR = Text("Name, Rufnummer, Gruppe, Bereich, Paket oder Endgerät",
                  "Name, number, group, department, package or device")
CLEAR = Text("Alle zeigen", "Show all")
FOUND = counting("{n} Arbeitsplatz", "{n} Arbeitsplätze", "{n} workplace", "{n} workplaces")
NONE_FOUND = Text("Kein Arbeitsplatz passt.", "No workplace fits.")
USER_NAME = Text("Benutzername", "User name")
PERSON = Text("Person", "Person")
NUMBER = Text("Rufnummer", "Number")
INTERNAL = Text("intern", "Internal")
GROUP = Text("Gruppe", "Group")
STATE = Text("Zustand", "State")
STATES: Mapping[str, Text] = {
    "active": Text("aktiv", "active"),
    "inactive": Text("deaktiviert", "deactivated"),
    "in-cart": Text("im Warenkorb", "in the cart"),
    "ordered": Text("bestellt", "ordered"),
    "leaving": Text("wird gelöscht", "to be deleted"),
    "done": Text("ausgeführt", "carried out"),
    "rejected": Text("abgelehnt", "rejected"),
}
"""Of workplaces and positions."""

SINCE = Text("seit {day}", "since {day}")
FROM = Text("ab {day}", "from {day}")
SETTINGS = Text("Einstellungen", "Settings")
SETTING = Text("Einstellung", "Setting")
VALUE = Text("Wert", "Value")
PACKAGES = Text("Zusatz-Pakete und Mobile Integration", "Packages and mobile integration")
NO_PACKAGES = Text("Nichts ist gebucht.", "Nothing is booked.")
PACKAGE = Text("Gebucht", "Booked")
BOOKED_SINCE = Text("Seit", "Since")
TERMS = Text("Mindestlaufzeiten", "Minimum terms")
NO_TERMS = Text("Nichts bindet.", "Nothing binds.")
MAY_END = Text("Ende möglich ab", "May end from")
LEFT = Text("Noch", "Left")
DAYS = counting("{n} Tag", "{n} Tage", "{n} day", "{n} days")
OVER = Text("um", "over")
ITSELF = Text("Arbeitsplatz", "Workplace")
OPEN = Text("Was dafür offen ist", "What is open for it")
NOTHING_OPEN = Text("Nichts liegt im Warenkorb, ist bestellt oder wurde abgelehnt.",
                    "Nothing lies in the cart, is ordered or was rejected.")

# Pages of a list
PAGING = Text("Seiten der Liste", "Pages of the list")
PAGE = Text("Seite {number} von {last}", "Page {number} of {last}")
BEFORE = Text("Vorige", "Previous")
AFTER = Text("Nächste", "Next")

# Cart and orders
STEP = Text("Was", "What")
FOR = Text("Für", "For")
WHOSE = Text("Von", "Put in by")
OURS = Text("reconciler", "reconciler")
THEIRS = Text("anderen", "others")
QUEUED = Text("Liegt dort seit", "There since")
BEGINS = Text("Beginnt", "Begins")
BINDS = Text("Bindet bis", "Binds until")
CART_EMPTY = Text("Der Warenkorb ist leer.", "The cart is empty.")
ALL = Text("Alle", "All")
ONLY_OURS = Text("Nur die von reconciler", "Only those of reconciler")
CHOICE = Text("Welche Positionen", "Which positions")
IF_ORDERED = Text("Wenn heute bestellt wird", "If it is ordered today")
BINDING_WORKPLACES = counting("bindet {n} Arbeitsplatz", "bindet {n} Arbeitsplätze", "binds {n} workplace",
                              "binds {n} workplaces")
BINDING_PACKAGES = counting("bindet {n} Zusatz-Paket oder Mobile Integration",
                            "bindet {n} Zusatz-Pakete und Mobile Integrationen",
                            "binds {n} package or mobile integration", "binds {n} packages and mobile integrations")
UNTIL = Text("das Letzte davon bis {day}", "the last of them until {day}")
ENDING = counting("beendet {n} Vertrag oder Paket", "beendet {n} Verträge und Pakete", "ends {n} contract or package",
                  "ends {n} contracts and packages")
MAILS = counting("schickt {n} Mail mit Zugangsdaten", "schickt {n} Mails mit Zugangsdaten", "sends {n} mail with login "
                 "data", "sends {n} mails with login data")
SMS = counting("schickt {n} SMS", "schickt {n} SMS", "sends {n} SMS", "sends {n} SMS")
FREE_OF_CHARGE = Text("kostet nichts", "costs nothing")
OF_OTHERS = counting("enthält {n} Position, die andere hineingelegt haben",
                     "enthält {n} Positionen, die andere hineingelegt haben",
                     "holds {n} position that others put in", "holds {n} positions that others put in")
ORDER = Text("Kostenpflichtig bestellen", "Order (chargeable)")
ORDER_HELP = Text("Bestellt wird genau, was hier steht. Hat sich der Warenkorb inzwischen geändert, wird nichts "
                  "bestellt.",
                  "Exactly what stands here is ordered. If the cart has changed meanwhile, nothing is.")
MAY_NOT = Text("Dieses Token darf nicht bestellen; dazu braucht es das Recht order.",
               "This token may not order; that needs the right order.")
TOO_MANY = Text("Das sind mehr als {most} Positionen; so viele bestellt nur `reconciler order`.",
                "These are more than {most} positions; so many only `reconciler order` buys.")
CHANGED = Text("Der Warenkorb ist nicht mehr, was gezeigt wurde: Er hat sich geändert, ist schon bestellt, oder am "
               "Portal ist ein anderer Tag. Bestellt wurde nichts.",
               "The cart is no longer what was shown: it has changed, is ordered already, or the portal has another "
               "day. Nothing was bought.")
NO_ORDERS = Text("Noch ist nichts bestellt.", "Nothing has been ordered yet.")
ORDERED_ON = Text("Bestellt am", "Ordered on")
REASON = Text("Grund", "Reason")

# Audit
AUDIT_HEAD = Text("Prüfsumme der letzten Zeile", "Hash of the last row")
AUDIT_HELP = Text("Jede angenommene Änderung ist eine Zeile, ohne Namen und Nummern von Personen. Wer die Prüfsumme "
                  "der letzten Zeile anderswo aufhebt, findet sie später in derselben Zeile wieder.",
                  "Each change that was accepted is a row, without names and numbers of people. Whoever keeps the hash "
                  "of the last row elsewhere finds it in the same row later.")
AUDIT_NUMBER = Text("Nr.", "No.")
AUDIT_AT = Text("Zeit (UTC)", "Time (UTC)")
AUDIT_ACTION = Text("Änderung", "Change")
AUDIT_ACTOR = Text("Wer", "Who")
AUDIT_RIGHT = Text("Schreibrecht {token}", "Right to write {token}")
AUDIT_PLAN = Text("Plan", "Plan")
AUDIT_HASH = Text("Prüfsumme", "Hash")
AUDIT_MISFIT = Text("passt nicht", "does not fit")
ACTIONS: Mapping[str, Text] = {
    **VERBS,
    "init": Text("Portal anlegen", "make the portal"),
    "buy": Text("bestellen", "order"),
    "carry-out": Text("ausführen", "carry out"),
    "reject": Text("ablehnen", "reject"),
    "advance": Text("Datum weiterstellen", "move the day forward"),
    "clock": Text("Uhr wählen", "choose the clock"),
}
ACTORS: Mapping[str, Text] = {
    LOCAL: Text("am Rechner des Portals", "on the portal's machine"),
    CALENDAR: Text("der Kalender", "the calendar"),
}
"""Who is no token."""

# Number plan
BLOCK = Text("Rufnummernblock", "Number block")
BLOCKS = counting("{n} Rufnummernblock", "{n} Rufnummernblöcke", "{n} number block", "{n} number blocks")
NO_BLOCKS = Text("Es gibt keinen Rufnummernblock.", "There is no number block.")
RANGE = Text("{first} bis {last}", "{first} to {last}")
OF_GROUP = Text("Gruppe {group}", "Group {group}")
EXTENDED = Text("um {n} verlängert", "extended by {n}")
AVAILABLE = Text("verfügbar ab {day}", "available from {day}")
USED = Text("{free} von {all} frei", "{free} of {all} free")
DECADE = Text("Dekade", "Decade")
PICTURE = Text("Die Nummern von {block}", "The numbers of {block}")
TO_NUMBERS = Text("Die {n} Nummern einzeln", "The {n} numbers one by one")
FREE = Text("Frei", "Free")
LAST_DIGIT = Text("Letzte Ziffer", "Last digit")
OTHERS = Text("Zentrale und Nummern anderer Länge", "Central number and numbers of other lengths")
LEGEND = Text("Legende", "Legend")
NUMBER_STATES: Mapping[str, Text] = {
    "free": Text("frei", "free"),
    "taken": Text("vergeben", "taken"),
    "leaving": Text("vergeben, wird frei", "taken, to be free"),
    "in-cart": Text("reserviert: im Warenkorb", "reserved: in the cart"),
    "ordered": Text("reserviert: bestellt", "reserved: ordered"),
    "in-cart-theirs": Text("reserviert: im Warenkorb, von anderen", "reserved: in the cart, by others"),
    "ordered-theirs": Text("reserviert: bestellt, von anderen", "reserved: ordered, by others"),
    "future": Text("frei, Block noch nicht verfügbar", "free, block not available yet"),
}
SIGNS: Mapping[str, str] = {
    "free": "·", "taken": "●", "leaving": "◐", "in-cart": "□", "ordered": "■", "in-cart-theirs": "◇",
    "ordered-theirs": "◆", "future": "◔",
}
"""What tells them apart without colours."""

LABELS: Mapping[str, Text] = {
    "group": GROUP,
    "department": Text("Bereich", "Department"),
    "language": Text("Sprache der Geräte", "Language of devices"),
    "timeZone": Text("Zeitzone", "Time zone"),
    "user.firstName": Text("Vorname", "First name"),
    "user.lastName": Text("Nachname", "Last name"),
    "user.email": Text("E-Mail", "E-mail"),
    "user.address": Text("Anschrift", "Postal address"),
    "login": Text("Zugangsdaten gehen an", "Login data go to"),
    "number.external": NUMBER,
    "number.internal": Text("Interne Rufnummer", "Internal number"),
    "number.nomadicUse": Text("Nomadische Nutzung", "Nomadic use"),
    "blockingProfile": Text("Sperrprofil", "Blocking profile"),
    "devices": Text("Endgeräte", "Devices"),
    "directoryMobile": Text("Mobilnummer im Telefonbuch", "Mobile number in the directory"),
}
"""What the settings of a workplace are called."""

ALLOWED = Text("überall erlaubt", "allowed anywhere")
RESTRICTED = Text("nur am Anschluss {line}", "only at the line {line}")
WITHOUT_MOBILE = Text("ohne Mobilnummer", "without a mobile number")


def bought(count: int, paid: int) -> Message:
    """That so many positions were ordered, and of how many somebody pays."""
    one = count == 1
    return sentence(
        "{n} Position bestellt, davon {paid} kostenpflichtig. Sie wird an ihrem Tag noch einmal geprüft und dann "
        "ausgeführt." if one else
        "{n} Positionen bestellt, davon {paid} kostenpflichtig. Jede wird an ihrem Tag noch einmal geprüft und dann "
        "ausgeführt.",
        "{n} position ordered, {paid} of them chargeable. It is checked once more on its day and then carried out."
        if one else
        "{n} positions ordered, {paid} of them chargeable. Each is checked once more on its day and then carried out.",
        n=count, paid=paid)
