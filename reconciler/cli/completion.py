"""completion: the script with which a shell completes commands, flags, names and formats."""

from typing import Annotated

from reconciler.cli import _completing
from reconciler.cli._command import Command
from reconciler.cli._flags import Flags
from reconciler.cli._option import Word
from reconciler.cli._wrong import one_of
from reconciler.model.text import Text

SHELLS = ("bash", "zsh", "fish", "powershell")
Shell = Annotated[str, Word(Text("SHELL", "SHELL"), read=lambda text: one_of("completion", text, *SHELLS),
                            complete=_completing.among(SHELLS))]


def completion(_flags: Flags, shell: Shell) -> int:
    """Print the script."""
    from reconciler.cli._complete import script
    from reconciler.cli._say import put

    put(script(shell))
    return 0


COMMAND = Command(
    completion, 120, offline=True, example="completion bash",
    short=Text("das Skript ausgeben, mit dem eine Shell Befehle und Namen ergänzt",
               "Print the script with which a shell completes commands and names"),
    long=Text("Für bash, zsh, fish und PowerShell. In bash gilt es ab sofort mit: source <(reconciler completion "
              "bash). Ergänzt wird aus den Manifesten; das Portal wird nicht gefragt.",
              "For bash, zsh, fish and PowerShell. In bash it works at once with: source <(reconciler completion "
              "bash). Names come from the manifests; the portal is not asked."),
)
