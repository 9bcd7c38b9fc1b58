"""explain: a rule or a field in words, offline."""

from typing import Annotated

from reconciler.cli import _completing
from reconciler.cli._command import Command
from reconciler.cli._flags import Flags
from reconciler.cli._option import Flag, Word
from reconciler.model.text import Text

Subject = Annotated[str | None, Word(Text("ID|FELD", "ID|FIELD"), complete=_completing.subjects)]
Everything = Annotated[bool, Flag("--list", text=Text("alle Regeln und Felder", "all rules and fields"))]


def explain(flags: Flags, subject: Subject = None, *, everything: Everything = False) -> int:
    """Explain a rule or a field of a manifest."""
    from reconciler.cli._say import put, voice
    from reconciler.commands.explain import explain_one, list_all

    say = voice(flags).say
    put(list_all(say) if everything or not subject else explain_one(subject, say))
    return 0


COMMAND = Command(
    explain, 100, offline=True, example="explain workplace.number.internal",
    short=Text("eine Regel oder ein Feld erklären", "Explain a rule or a field"),
    long=Text("Ohne Portal und ohne Arbeitsbereich.", "Without a portal and without a workspace."),
)
