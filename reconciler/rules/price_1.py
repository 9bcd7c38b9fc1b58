"""PRICE-1: a price is a decimal number.

Reported while reading. Source: this tool. Values: value, suggestion.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "PRICE-1",
    Severity.ERROR,
    Text("Kein Preis", "Not a price"),
    Text("„{value}“ lässt sich nicht als Preis lesen.", "“{value}” cannot be read as a price."),
    Text(
        "Ein Preis wird mit Punkt geschrieben, ohne Währung und Vorzeichen, mit höchstens neun Stellen davor und vier "
        "danach; eine falsch gelesene Zahl wäre eine falsche Summe.",
        "A price is written with a point, without currency and sign, with at most nine digits before it and four "
        "behind; a number read wrongly would be a wrong sum.",
    ),
    Text("Gemeint ist wohl „{suggestion}“: so schreiben.", "Probably “{suggestion}” is meant: write that."),
    OURS,
    fix_otherwise=Text("Als Zahl mit Punkt schreiben, etwa „9.95“.", "Write a number with a point, such as “9.95”."),
)
