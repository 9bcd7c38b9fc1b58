"""Documents in words: what stands where something else is wanted."""

from reconciler.model.text import Text

TEXT = Text("ein Text", "a text")
LIST = Text("eine Liste", "a list")
SECTION = Text("Schlüssel mit Werten", "keys with values")
NONE = Text("nichts", "nothing")

LONGEST = 40
"""Characters of a wrong text that are shown."""


def found(value: object) -> Text:
    """What was written, as people call it: a text in quotes, a list, keys with values, or nothing."""
    if value is None:
        return NONE
    if isinstance(value, list | tuple):
        return LIST
    if isinstance(value, dict):
        return SECTION
    text = str(value)
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return Text(f"„{short}“", f"“{short}”")


def example(key: str | int, value: str) -> str:
    """A field as it stands in YAML, for somebody who wrote it otherwise; "" without a value."""
    return f"{key}: {value}" if value else ""


def measured(value: object) -> Text:
    """How long what was written is."""
    if isinstance(value, list | tuple):
        return Text(f"eine Liste von {len(value)} Einträgen", f"a list of {len(value)} entries")
    if isinstance(value, dict):
        return Text(f"ein Abschnitt von {len(value)} Schlüsseln", f"a section of {len(value)} keys")
    if isinstance(value, str) and len(value) > LONGEST:
        return Text(f"ein Text von {len(value)} Zeichen", f"a text of {len(value)} characters")
    return found(value)
