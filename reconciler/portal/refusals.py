"""What the portal says when it refuses: a rule and one sentence, in German and in English."""

from dataclasses import field
from datetime import date

from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.model.message import Message, Quote, Said, Value
from reconciler.model.noun import noun
from reconciler.model.text import Text

LONGEST_SHOWN = 300
"""Characters of one value in a sentence: more than a name may have."""


@noun
class Refusal:
    """Why an order does not take effect; ``breach`` tells more of what the company as a whole would break."""

    rule: str
    message: Said
    breach: Breach | None = field(default=None, compare=False)


def refusal(rule: str, sentence: Text, **values: object) -> Refusal:
    """A refusal with its values; what a client wrote is harmless and short in it."""
    return Refusal(rule, Message(sentence, {name: _harmless(value) for name, value in values.items()}))


def _harmless(value: object) -> Value:
    if isinstance(value, Address):
        return Address(shown(value.kind), shown(value.name))
    if isinstance(value, Text | Message | Quote | date | int):
        return value
    return shown(str(value))


def shown(text: str) -> str:
    """A client's text for a sentence: nothing in it acts on whoever reads it."""
    whole = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in whole)


NO_ORDER = Text("Der Auftrag ist nicht lesbar: „{what}“ fehlt, ist zu lang oder kein Text.",
                "The order cannot be read: “{what}” is missing, too long or no text.")
NO_NAME_AT_ALL = Text("„{name}“ geht nicht als Name.", "“{name}” cannot be a name.")
NO_DAY = Text("Das Aktivierungsdatum von {address} ist kein Datum, das es für das Portal gibt.",
              "The activation date of {address} is no date that the portal has.")
UNSAFE_TEXT = Text("In den Angaben zu {address} stehen Steuer- oder Richtungszeichen.",
                   "The settings of {address} hold control or direction characters.")
TWICE = Text("„{value}“ steht bei {address} zweimal in derselben Liste.",
             "“{value}” stands twice in one list of {address}.")
NOTHING_TO_DO = Text("Der Auftrag für {address} ändert nichts.", "The order for {address} changes nothing.")
OTHER_DAY = Text("{address} soll am {day} beginnen, aber in den Angaben steht der {written}.",
                 "{address} is to begin on {day}, but its settings say {written}.")
SETTLED = Text("{path} von {address} steht seit der Aktivierung fest.",
               "{path} of {address} is settled since the activation.")
MISPLACED = Text("„{what}“ hat bei {verb} {address} nichts zu suchen.", "“{what}” has no place in {verb} {address}.")
UNKNOWN_KIND = Text("Die Art {kind} kennt das Portal nicht.", "The portal does not know the kind {kind}.")
UNKNOWN_VERB = Text(
    "„{verb}“ geht für {address} nicht auf dem Weg „{channel}“.",
    "“{verb}” does not go by way of “{channel}” for {address}.",
)
MALFORMED = Text(
    "Die Angaben zu {address} haben nicht die Form, die das Portal erwartet.",
    "The settings of {address} do not have the form that the portal expects.",
)
MISFIT = Text("{path} von {address} hat nicht die Form, die das Portal erwartet.",
              "{path} of {address} does not have the form that the portal expects.")
MISSING = Text("{address} braucht einen Wert für {path}.", "{address} needs a value for {path}.")
UNNAMEABLE = Text("{address} lässt sich nicht umbenennen.", "{address} cannot be renamed.")
NO_NAME = Text("{address} kann nichts „{name}“ nennen: Das fehlt dort, ist leer oder schon vergeben.",
               "{address} cannot call anything “{name}”: it is missing there, empty or taken.")
UNKNOWN_PATH = Text("{address} hat kein Feld {path}.", "{address} has no field {path}.")
ABSENT = Text("{address} gibt es im Portal nicht.", "{address} does not exist in the portal.")
TAKEN_NAME = Text("{address} gibt es schon: {standing}.", "{address} exists already: {standing}.")
TAKEN_VALUE = Text("{value} gehört zu {holder}: {standing}.", "{value} belongs to {holder}: {standing}.")
DANGLING = Text("{path} von {address} verweist auf {wanted}; das gibt es im Portal nicht.",
                "{path} of {address} refers to {wanted}, which does not exist in the portal.")
NOT_OFFERED = Text("{path} von {address} braucht {wanted}; das ist dort nicht aktiv.",
                   "{path} of {address} needs {wanted}, which is not active there.")
OUTSIDE = Text("{wanted} liegt in keinem Block des Portals (Feld {path} von {address}).",
               "{wanted} lies in no block of the portal (field {path} of {address}).")
TOO_EARLY = Text("{wanted} ist erst ab {until} verfügbar; {address} soll am {day} beginnen.",
                 "{wanted} is available from {until} only; {address} is to begin on {day}.")
PAST = Text("Das Aktivierungsdatum {day} von {address} liegt vor heute, {today}.",
            "The activation date {day} of {address} is before today, {today}.")
TERM = Text("{what} kann erst ab {until} beendet werden.", "{what} cannot be ended before {until}.")
IN_USE = Text("{user} braucht {wanted} noch ({path}).", "{user} still needs {wanted} ({path}).")
STILL_LEAVING = Text("Die Löschung von {address} ist schon beauftragt: {standing}.",
                     "The deletion of {address} is already under way: {standing}.")
NOT_ACTIVE = Text("{address} ist noch nicht aktiv: {standing}.", "{address} is not active yet: {standing}.")
SLEEPING = Text("{address} ist deaktiviert.", "{address} is deactivated.")
BOOKED = Text("{item} ist bei {address} schon gebucht.", "{item} is already booked for {address}.")
NOT_BOOKED = Text("{item} ist bei {address} nicht gebucht.", "{item} is not booked for {address}.")
PENDING = Text("Für {item} bei {address} gibt es schon eine Position: {standing}.",
               "There is already a position for {item} of {address}: {standing}.")
BY_HAND = Text("{item} wird nicht über den Warenkorb gebucht, sondern von Hand.",
               "{item} is not booked through the cart but by hand.")
NOT_OURS_TO_TOUCH = Text("Im Warenkorb liegt für {address} keine eigene Position {ref}.",
                         "The cart holds no own position {ref} for {address}.")
NOT_CHANGEABLE = Text("An der Position {ref} lässt sich nichts ändern.", "Nothing about position {ref} can be changed.")
FIXED = Text("{path} von {address} lässt sich nicht ändern, nur durch Löschen und Neuanlegen.",
             "{path} of {address} cannot be changed, only by deleting and creating anew.")
FACT = Text("{what} legt der Vertrag fest, nicht ein Auftrag.", "{what} is fixed by the contract, not by an order.")
COSTS = Text("{what} geht über den Warenkorb, nicht direkt.", "{what} goes through the cart, not directly.")
NOT_IN_CART = Text("Bestellt wurde nichts: {ref} liegt nicht im Warenkorb.",
                   "Nothing was ordered: {ref} does not lie in the cart.")
NO_LONGER_THERE = Text("Bestellt wurde nichts: Die Position von {address} liegt nicht mehr im Warenkorb ({state}).",
                       "Nothing was ordered: the position of {address} no longer lies in the cart ({state}).")
NOT_APPROVED = Text("Bestellt wurde nichts: Die Position von {address} hat im Warenkorb einen anderen Inhalt "
                    "als freigegeben (jetzt Fassung {revision}). Noch einmal ansehen und freigeben.",
                    "Nothing was ordered: the position of {address} holds something else in the cart than was approved "
                    "(now revision {revision}). Look at it again and approve it.")
OTHER_CONTENT = Text("Unter der Referenz {ref} wurde schon etwas anderes beauftragt als dieser Inhalt für {address}.",
                     "Something else than this content for {address} was sent under the reference {ref} before.")
STATES = {
    "ordered": Text("schon bestellt", "already ordered"), "done": Text("schon ausgeführt", "already carried out"),
    "rejected": Text("abgelehnt", "rejected"), "withdrawn": Text("herausgenommen", "withdrawn"),
}
WHOLE = Text("{address}: {message} {fix}", "{address}: {message} {fix}")
NOTHING_BOUGHT = Text("Bestellt wurde nichts, das Portal lehnt den ganzen Warenkorb ab. {reason}",
                      "Nothing was ordered, the portal refuses the whole cart. {reason}")

ACTIVE = Text("aktiv", "active")
INACTIVE = Text("deaktiviert", "deactivated")
IN_CART = Text("liegt im Warenkorb und ist noch nicht bestellt", "lies in the cart and is not ordered yet")
ORDERED = Text("ist bestellt und wird am {until} ausgeführt", "is ordered and will be carried out on {until}")
LEAVING_CART = Text("Löschung liegt im Warenkorb und ist noch nicht bestellt",
                    "its deletion lies in the cart and is not ordered yet")
LEAVING = Text("wird am {until} gelöscht", "will be deleted on {until}")
