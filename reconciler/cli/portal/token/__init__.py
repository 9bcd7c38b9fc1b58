"""The tokens of the rehearsal portal as a server, one command a file."""

from reconciler.model.text import Text

ABOUT = Text("Wer den Server fragen darf: Token anlegen, aufzählen, entziehen.",
             "Who may ask the server: make tokens, list them, revoke them.")
