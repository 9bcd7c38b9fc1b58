"""The command line: arguments in, one call of its command, one view, one exit code."""

import os
from collections.abc import Sequence

from reconciler import errors
from reconciler.cli._command import HelpWanted
from reconciler.cli._flags import Flags, glance
from reconciler.cli._group import ASKED, Group
from reconciler.errors import ReconcilerError
from reconciler.model.text import Text

ABOUT = Text("Eine Cloud PBX in Git halten: prüfen, planen, den Warenkorb füllen, bestellen.",
             "Keep a Cloud PBX in Git: check, plan, fill the cart, order.")


def main(argv: Sequence[str]) -> int:
    """Run one command line; gives the exit code."""
    commands = Group(__name__)
    if ASKED in os.environ:
        from reconciler.cli._complete import complete

        return complete(commands)
    try:
        with commands.make_context("reconciler", list(argv)) as ctx:
            return int(commands.invoke(ctx))
    except HelpWanted as wanted:
        return _helped(wanted, commands, glance(argv))
    except ReconcilerError as problem:
        from reconciler.cli._say import say

        say(problem.message, glance(argv))
        return problem.exit_code


def _helped(wanted: HelpWanted, commands: Group, flags: Flags) -> int:
    from reconciler.cli._guard import guarded
    from reconciler.cli._help import help_text
    from reconciler.cli._say import put, spoken
    from reconciler.views.spoken import Spoken

    def told() -> int:
        voice = Spoken(flags.language or spoken())  # no workspace is read: help is fast
        put(help_text(wanted.about, commands, voice.say))
        return errors.DONE

    return guarded(told, flags, "")
