"""portal token create: somebody may ask the server from now on."""

from datetime import date
from typing import Annotated

from reconciler.cli._command import Command
from reconciler.cli._flags import DATE, Database, Flags
from reconciler.cli._option import Flag, Word
from reconciler.cli._values import day, rights
from reconciler.model.text import Text

NAME = Text("NAME", "NAME")
Name = Annotated[str, Word(NAME)]
Rights = Annotated[tuple[str, ...], Flag("--rights", value=Text("RECHTE", "RIGHTS"), read=rights, text=Text(
    "was es darf, mit Kommas: read (lesen), queue (in den Warenkorb, direkt ändern), order (kaufen)",
    "what it may, with commas: read, queue (into the cart, change at once), order (buy)"))]
Expires = Annotated[date | None, Flag("--expires", value=DATE, read=day,
                                      text=Text("der letzte Tag, an dem es gilt", "the last day on which it is good"))]


def create(flags: Flags, name: Name, rights: Rights, expires: Expires = None) -> int:
    """Make a token and print it, once."""
    from reconciler.cli._say import put
    from reconciler.commands.token import create_token

    put(create_token(flags.folder, name, rights, expires, flags.database) + "\n")
    return 0


COMMAND = Command(
    create, 240, takes=(Database,), example="portal token create pipeline --rights read,queue",
    short=Text("ein Token anlegen; es wird einmal gezeigt", "Make a token; it is shown once"),
    long=Text("Das Portal behält nur eine Prüfsumme davon. Wer das Token in RECONCILER_TOKEN hat, darf am Server, was "
              "seine Rechte sagen.",
              "The portal keeps only a digest of it. Whoever has the token in RECONCILER_TOKEN may do at the server "
              "what its rights say."),
)
