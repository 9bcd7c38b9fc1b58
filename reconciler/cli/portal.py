"""portal init, status, advance, and dump: the local portal for a first try and for rehearsals."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from reconciler import disk
from reconciler.cli._flags import Flags, day, number
from reconciler.cli._outputs import place
from reconciler.cli._run import Run, figures_shown, language, put, say, show
from reconciler.model.report import Origin, Report
from reconciler.model.text import NOTHING, Text
from reconciler.model.inert import inert

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
    from reconciler.rehearsing import init_portal

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
    from reconciler.rehearsing import portal_status

    run: Run = ctx.obj
    run.exit = _show("portal status", portal_status(run.flags.request.directory), run.flags)


@portal.command("advance")
def advance(
    ctx: typer.Context,
    to: Annotated[str | None, typer.Option("--to")] = None,
    days: Annotated[str | None, typer.Option("--days")] = None,
) -> None:
    """Let the portal's clock run and carry out what is due."""
    from reconciler.rehearsing import advance_portal

    run: Run = ctx.obj
    until, by = day(to) if to else None, number(days, "--days", MOST_DAYS) if days is not None else None
    run.exit = _show("portal advance", advance_portal(run.flags.request.directory, until, by), run.flags)


def dump(
    ctx: typer.Context,
    out: Annotated[str | None, typer.Option("--out")] = None,
    life: Annotated[bool, typer.Option("--status")] = False,
) -> None:
    """Write the portal as manifests: to stdout, or one file a kind, all or none."""
    from reconciler import rehearsing

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
    from reconciler.rehearsing import untouched

    others = (file for file in folder.glob("*.yaml") if file.name not in texts)
    left = sorted(file.name for file in others if disk.is_ours(file, untouched))
    names = ", ".join(left)
    return Text(f"Von einem früheren dump übrig, im Portal nicht mehr vorhanden: {names}. Zu löschen.",
                f"Left of an earlier dump and no longer in the portal: {names}. To be deleted.") if left else NOTHING


def _show(command: str, figures: Any, flags: Flags) -> int:
    """The figures in the formats that were asked for, and the day as the last sentence."""
    closing = Text(f"Am Portal ist der {figures.today}; {figures.in_cart} im Warenkorb, {figures.ordered} bestellt.",
                   f"The portal's day is {figures.today}; {figures.in_cart} in the cart, {figures.ordered} ordered.")
    report = Report(command, as_of=figures.today, closing=closing,
                    portal=Origin("local", figures.company, figures.origin, figures.revision))
    return figures_shown(report, flags, {"human": lambda: _as_rows(figures, flags),
                                         "json": lambda: _as_json(report, figures, flags)})


def _as_json(report: Report, figures: Any, flags: Flags) -> str:
    from reconciler.views.json import report_json

    status = {"counts": dict(figures.counts), "inCart": figures.in_cart, "ordered": figures.ordered,
              "nextDue": figures.next_due and figures.next_due.isoformat()}
    return json.dumps({**report_json(report, language(flags)), "status": status}, ensure_ascii=False, indent=2) + "\n"


def _as_rows(figures: Any, flags: Flags) -> str:
    german = language(flags) == "de"
    rows = [
        ("Unternehmen" if german else "company", figures.company),
        ("Datum" if german else "date", figures.today.isoformat()),
        *((kind, str(count)) for kind, count in sorted(figures.counts.items())),
        ("im Warenkorb" if german else "in the cart", str(figures.in_cart)),
        ("bestellt" if german else "ordered", str(figures.ordered)),
        ("als Nächstes fällig" if german else "due next", str(figures.next_due or "–")),
    ]
    width = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{width}}  {value}\n" for name, value in rows)
