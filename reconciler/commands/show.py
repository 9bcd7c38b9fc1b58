"""show: a plan file, read again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from reconciler.commands.opened import secrets, titled
from reconciler.files.plan import read_plan
from reconciler.model.plan import Plan
from reconciler.model.planned import Planned
from reconciler.model.report import Report
from reconciler.model.text import Text
from reconciler.workspace.kit import load_kit

TITLE = Text("Gespeicherter Plan", "Saved plan")
BLANK = Planned(Plan(date.min)).sections


def show(path: Path) -> Report:
    """What a plan file says.

    Raises:
        PlanFileProblem: if it cannot be read, was altered, or is none.
    """
    report = titled(read_plan(path), "show", TITLE)
    return replace(report, secrets=secrets(load_kit(), report.findings, plan=report.plan))
