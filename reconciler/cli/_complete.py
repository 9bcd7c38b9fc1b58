"""Answering a shell that asks what may come next; typer has the protocols, this makes it quick and quiet."""

import os
import re

from typer import _completion_classes as typers
from typer._click.shell_completion import CompletionItem, ShellComplete
from typer._completion_shared import get_completion_script

from reconciler import streams
from reconciler.cli._group import ASKED, Group
from reconciler.cli._option import Found

PLAIN = re.compile(r"[\w.@+|/=-]+", re.ASCII)
"""What no shell reads as anything but a word; names come from files, and some shells run what they are given."""


class _Quick(ShellComplete):
    """Words that are plain, with their meaning in the user's language; typer would load rich to clean the latter."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """What may stand here."""
        found = super().get_completions([word for word in args if word != "="], incomplete)
        return [item for item in found if PLAIN.fullmatch(item.value)]


class Bash(_Quick, typers.BashComplete):
    """bash."""


class Zsh(_Quick, typers.ZshComplete):
    """zsh."""

    def format_completion(self, item: CompletionItem) -> str:
        """A word, and what it is, as zsh reads it: nothing in it but letters, blanks and what ends a clause."""
        meaning = re.sub(r"[^\w .,:;()=%/’„“–-]", "", _meaning(item).replace("'", "’"))
        return f'"{item.value.replace(":", chr(92) * 2 + ":")}"' + (f':"{meaning}"' if meaning else "")


class Fish(_Quick, typers.FishComplete):
    """fish."""

    def format_completion(self, item: CompletionItem) -> str:
        """A word, and what it is."""
        return f"{item.value}\t{_meaning(item)}".rstrip("\t")


class PowerShell(_Quick, typers.PowerShellComplete):
    """PowerShell."""

    def format_completion(self, item: CompletionItem) -> str:
        """A word, and what it is."""
        return f"{item.value}:::{_meaning(item) or ' '}"


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish, "powershell": PowerShell}


def script(shell: str) -> str:
    """What a shell must read, so that it asks."""
    return get_completion_script(prog_name="reconciler", complete_var=ASKED, shell=shell) + "\n"


def complete(commands: Group) -> int:
    """Answer; whatever goes wrong, nothing is printed but words that may come next."""
    shell = os.environ.pop(ASKED, "").removeprefix("complete_")
    try:
        made = SHELLS[shell](commands, {}, "reconciler", ASKED)
        streams.answer(made.complete() + "\n")
        return 0
    except SystemExit as told:  # fish asks whether there is anything
        return told.code if isinstance(told.code, int) else 0
    except Exception:  # noqa: BLE001 - a shell shows every word of ours in the middle of what somebody types
        return 1


def _meaning(item: CompletionItem) -> str:
    if not isinstance(item, Found):
        return ""
    from reconciler.cli._say import spoken

    return item.text.of(os.environ.get("RECONCILER_LANG") or spoken())

