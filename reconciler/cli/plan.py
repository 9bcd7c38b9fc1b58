"""plan: what has to be ordered, and when; optionally kept in a file for ``apply``."""

from typing import Annotated

from reconciler import errors
from reconciler.cli._command import Command
from reconciler.cli._flags import FILE, REPORT, Allow, AsOf, Exclude, Flags, Select, Simulate, Target
from reconciler.cli._option import Flag
from reconciler.cli._outputs import PLAN, Output, check, place
from reconciler.model.text import Text

Out = Annotated[str | None, Flag("--out", value=FILE, text=Text("den Plan in diese Datei schreiben",
                                                                "write the plan to this file"))]
Detailed = Annotated[bool, Flag("--detailed-exitcode", text=Text("Exit 2, wenn es Änderungen gibt",
                                                                 "exit 2 if there are changes"))]


def plan(flags: Flags, out: Out = None, *, detailed: Detailed = False) -> int:
    """Say what has to be ordered, and when."""
    from reconciler.cli._show import show
    from reconciler.commands import plan as command

    files = [Output(PLAN, place(out, "--out"))] if out is not None else []
    check((*flags.outputs, *files), force=flags.force)
    report, text = command.plan(flags.request)
    code = show(report, flags, *((file, text) for file in files if text))
    return errors.CHANGES if detailed and code == errors.DONE and report.plan and not report.plan.empty else code


COMMAND = Command(
    plan, 20, takes=(*REPORT, AsOf, Target, Exclude, Select, Allow, Simulate), ends="report",
    example="plan --out plan.json --output markdown=comment.md",
    short=Text("sagen, was zu bestellen ist, und wann", "Say what has to be ordered, and when"),
    long=Text("Vergleicht die Manifeste mit dem Portal. Am Portal wird nichts geändert.",
              "Compares the manifests with the portal. Nothing is changed at the portal."),
)
