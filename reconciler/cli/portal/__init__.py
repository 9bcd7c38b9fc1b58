"""The rehearsal portal's own commands, one a file."""

from reconciler.model.text import Text

ABOUT = Text("Das Portal zum Üben: anlegen, ansehen, seine Uhr vorstellen.",
             "The portal for rehearsals: make it, look at it, let its clock run.")
