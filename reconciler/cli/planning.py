"""validate, plan, show: commands that never write to the portal."""

from pathlib import Path
from typing import Annotated

import typer

from reconciler import errors
from reconciler.cli import _outputs
from reconciler.cli._outputs import PLAN, Output, place
from reconciler.cli._run import Run, show
from reconciler.model.report import Report


def validate(ctx: typer.Context) -> None:
    """Check the manifests against every rule."""
    from reconciler.commands import validate as command

    run: Run = ctx.obj
    run.exit = show(command.validate(run.flags.request), run.flags)


def plan(
    ctx: typer.Context,
    out: Annotated[str | None, typer.Option("--out")] = None,
    detailed: Annotated[bool, typer.Option("--detailed-exitcode")] = False,
) -> None:
    """Say what has to be ordered, and when."""
    from reconciler.commands import plan as command
    from reconciler.opening import open_workspace

    run: Run = ctx.obj
    files = [Output(PLAN, place(out, "--out"))] if out is not None else []
    _outputs.check((*run.flags.outputs, *files), force=run.flags.force)
    report = command.plan(run.flags.request)
    if report.exit == errors.REFUSED:
        files = []
    language = open_workspace(run.flags.request.directory).language if files else ""
    run.exit = show(report, run.flags, *((file, command.plan_text(report, language)) for file in files))
    if detailed and run.exit == errors.DONE and _changes(report):
        run.exit = errors.CHANGES


def show_plan(ctx: typer.Context, path: Annotated[Path, typer.Argument(metavar="PLAN")]) -> None:
    """Show what a plan file says."""
    from reconciler.commands import show as command

    run: Run = ctx.obj
    show(command.show(path), run.flags)


def _changes(report: Report) -> bool:
    return bool(report.plan and (report.plan.changes or report.plan.blocked or report.plan.waves))
