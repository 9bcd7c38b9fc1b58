"""Who says so: pages of the portal's help, or this tool itself."""

from reconciler.model.text import Text

OURS = Text("Regel dieses Werkzeugs", "rule of this tool")
"""No page of the help says this; the tool asks for it on its own."""


def page(title: str) -> Text:
    """A page of the portal's help, by its German title."""
    return Text(f"Cloud-PBX-Hilfe „{title}“", f"Cloud PBX help, page “{title}”")


def setup(de: str, en: str) -> Text:
    """A section of the page on setting up a workplace."""
    whole = page("Arbeitsplatz einrichten")
    return Text(f"{whole.de}, Abschnitt {de}", f"{whole.en}, section {en}")
