"""Documents in words: what stands where something else is wanted."""

from reconciler.model.message import Said, sentence
from reconciler.model.text import Text

TEXT = Text("ein Text", "a text")
LIST = Text("eine Liste", "a list")
SECTION = Text("Schlüssel mit Werten", "keys with values")
NONE = Text("nichts", "nothing")

LONGEST = 40
"""Characters of a wrong text that are shown."""


def found(value: object) -> Said:
    """What was written, as people call it: a text in quotes, a list, keys with values, or nothing."""
    if value is None:
        return NONE
    if isinstance(value, list | tuple):
        return LIST
    if isinstance(value, dict):
        return SECTION
    text = str(value)
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return sentence("„{text}“", "“{text}”", text=short)


def example(key: str | int, value: str) -> str:
    """A field as it stands in YAML, for somebody who wrote it otherwise; "" without a value."""
    return f"{key}: {value}" if value else ""


def measured(value: object) -> Said:
    """How long what was written is."""
    if isinstance(value, list | tuple):
        if len(value) == 1:
            return Text("eine Liste von 1 Eintrag", "a list of 1 entry")
        return sentence("eine Liste von {n} Einträgen", "a list of {n} entries", n=len(value))
    if isinstance(value, dict):
        if len(value) == 1:
            return Text("ein Abschnitt von 1 Schlüssel", "a section of 1 key")
        return sentence("ein Abschnitt von {n} Schlüsseln", "a section of {n} keys", n=len(value))
    if isinstance(value, str) and len(value) > LONGEST:
        return sentence("ein Text von {n} Zeichen", "a text of {n} characters", n=len(value))
    return found(value)
