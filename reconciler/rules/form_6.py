"""FORM-6: texts hold no control characters.

Reported while reading. Source: this tool. Values: value.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-6",
    Severity.ERROR,
    Text("Unsichtbare Zeichen", "Invisible characters"),
    Text(
        "Im Text „{value}“ stehen Steuer- oder Richtungszeichen.",
        "The text “{value}” holds control or direction characters.",
    ),
    Text(
        "Solche Zeichen zeigen etwas anderes an, als dasteht.",
        "Such characters make a text look different from what it is.",
    ),
    Text(
        "Den Text neu eintippen statt einfügen.",
        "Type the text anew instead of pasting it.",
    ),
    OURS,
)
