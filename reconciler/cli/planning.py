"""validate, plan, show: commands that never write to the portal."""

from pathlib import Path
from typing import Annotated

import typer

from reconciler import errors
from reconciler.cli._run import Run, show, write_file
from reconciler.model.report import Report

PlanFile = Annotated[Path, typer.Argument(help="Plan file, made by plan --out.", metavar="PLAN")]


def validate(ctx: typer.Context) -> None:
    """Check the manifests against every rule; the portal is not changed and need not be reachable.

    Example: reconciler validate -C examples/musterwerke
    """
    from reconciler import app

    run: Run = ctx.obj
    run.exit = show(app.validate(run.flags.request), run.flags)


def plan(
    ctx: typer.Context,
    out: Annotated[Path | None, typer.Option("--out", help="Write the plan to this file.")] = None,
    detailed: Annotated[
        bool, typer.Option("--detailed-exitcode", help="Exit 2 if there are changes.")
    ] = False,
) -> None:
    """Compare the manifests with the portal and say what has to be ordered, and when; writes nothing there.

    Example: reconciler plan --out plan.json --output markdown=comment.md
    """
    from reconciler import app
    from reconciler.opening import open_workspace

    run: Run = ctx.obj
    report = app.plan(run.flags.request)
    if out and report.exit != errors.REFUSED:
        write_file(out, app.plan_text(report, open_workspace(run.flags.request.directory).language))
    run.exit = show(report, run.flags)
    if detailed and run.exit == errors.DONE and _changes(report):
        run.exit = errors.CHANGES


def show_plan(ctx: typer.Context, path: PlanFile) -> None:
    """Show what a plan file says.

    Example: reconciler show plan.json --concise
    """
    from reconciler import app

    run: Run = ctx.obj
    report = app.show(path)
    show(report, run.flags)


def _changes(report: Report) -> bool:
    return bool(report.plan and (report.plan.changes or report.plan.blocked or report.plan.waves))
