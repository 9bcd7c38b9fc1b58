"""portal init, status, advance, and dump: the local portal for a first try and for rehearsals."""

from pathlib import Path
from typing import Annotated

import typer

from reconciler import disk
from reconciler.cli._flags import day, number
from reconciler.cli._outputs import place
from reconciler.cli._run import Run, put, say, show
from reconciler.model.inert import inert
from reconciler.model.text import NOTHING, Text

portal = typer.Typer(rich_markup_mode=None)
MOST_DAYS = 4_000_000
"""More days than the calendar has."""


@portal.command("init")
def init(
    ctx: typer.Context,
    facts: Annotated[list[Path], typer.Option("--from")],
    today: Annotated[str, typer.Option("--today")],
    more: Annotated[list[Path] | None, typer.Argument()] = None,
) -> None:
    """Make a local portal from documents."""
    from reconciler.commands.portal import init_portal

    run: Run = ctx.obj
    flags = run.flags
    try:
        report = init_portal(flags.request.directory, (*facts, *(more or ())), day(today), force=flags.force)
    except OSError as problem:  # such as a file where the folder of the portal belongs
        raise disk.failed(Path(problem.filename or "."), problem) from problem
    run.exit = show(report, flags)


@portal.command("status")
def status(ctx: typer.Context) -> None:
    """Show the portal in a few figures."""
    from reconciler.commands.portal import portal_status

    run: Run = ctx.obj
    run.exit = show(portal_status(run.flags.request.directory), run.flags)


@portal.command("advance")
def advance(
    ctx: typer.Context,
    to: Annotated[str | None, typer.Option("--to")] = None,
    days: Annotated[str | None, typer.Option("--days")] = None,
) -> None:
    """Let the portal's clock run and carry out what is due."""
    from reconciler.commands.portal import advance_portal

    run: Run = ctx.obj
    until, by = day(to) if to else None, number(days, "--days", MOST_DAYS) if days is not None else None
    run.exit = show(advance_portal(run.flags.request.directory, until, by), run.flags)


def dump(
    ctx: typer.Context,
    out: Annotated[str | None, typer.Option("--out")] = None,
    life: Annotated[bool, typer.Option("--status")] = False,
) -> None:
    """Write the portal as manifests: to stdout, or one file a kind, all or none."""
    from reconciler.commands import dump as rehearsing

    run: Run = ctx.obj
    folder = place(out, "--out") if out is not None else None
    texts = dict(rehearsing.dump(run.flags.request.directory, status=life))
    if folder is None:
        put("---\n".join(texts.values()))
    else:
        files = {folder / name: rehearsing.stamped(text) for name, text in texts.items()}
        for file in files:
            disk.check(file, rehearsing.untouched, force=run.flags.force)
        disk.write(files)
        put("" if run.flags.quiet else "".join(f"{inert(str(file))}\n" for file in files))
    if not run.flags.quiet:
        say(_left(folder, texts) if folder else NOTHING, run.flags)
        say(Text(f"{len(texts)} Arten ausgegeben.", f"{len(texts)} kinds written."), run.flags)


def _left(folder: Path, texts: dict[str, str]) -> Text:
    """Files of an earlier dump that this one has not written: what stands there is no longer in the portal."""
    from reconciler.commands.dump import untouched

    others = (file for file in folder.glob("*.yaml") if file.name not in texts)
    left = sorted(file.name for file in others if disk.is_ours(file, untouched))
    names = ", ".join(left)
    return Text(f"Von einem früheren dump übrig, im Portal nicht mehr vorhanden: {names}. Zu löschen.",
                f"Left of an earlier dump and no longer in the portal: {names}. To be deleted.") if left else NOTHING
