"""portal init, status, advance, and dump: the local portal for a first try and for rehearsals."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from reconciler.cli._flags import Flags, day
from reconciler.cli._run import Run, language, put, say, show, write_file
from reconciler.model.report import Origin, Report
from reconciler.model.text import Text

portal = typer.Typer(help="The local portal: make it, look at it, let its clock run.", no_args_is_help=True,
                     rich_markup_mode=None)


@portal.command("init")
def init(
    ctx: typer.Context,
    facts: Annotated[list[Path], typer.Option("--from", help="File or folder of documents; more may follow.")],
    today: Annotated[str, typer.Option("--today", help="The portal's date.", metavar="DATE")],
    force: Annotated[bool, typer.Option("--force", help="Replace a portal that exists.")] = False,
    more: Annotated[list[Path] | None, typer.Argument(help="Further files or folders.", metavar="[FILE]...")] = None,
) -> None:
    """Make a local portal from documents.

    Example: reconciler portal init --from portal --today 2026-11-22
    """
    from reconciler.rehearsing import init_portal

    run: Run = ctx.obj
    report = init_portal(run.flags.request.directory, (*facts, *(more or ())), day(today), force=force)
    run.exit = show(report, run.flags)


@portal.command("status")
def status(ctx: typer.Context) -> None:
    """Show the portal in a few figures.

    Example: reconciler portal status
    """
    from reconciler.rehearsing import portal_status

    run: Run = ctx.obj
    _show("portal status", portal_status(run.flags.request.directory), run.flags)


@portal.command("advance")
def advance(
    ctx: typer.Context,
    to: Annotated[str | None, typer.Option("--to", help="New date.", metavar="DATE")] = None,
    days: Annotated[int | None, typer.Option("--days", help="By so many days.", min=0)] = None,
) -> None:
    """Let the portal's clock run and carry out what is due.

    Example: reconciler portal advance --days 30
    """
    from reconciler.rehearsing import advance_portal

    run: Run = ctx.obj
    figures = advance_portal(run.flags.request.directory, day(to) if to else None, days)
    _show("portal advance", figures, run.flags)


def dump(
    ctx: typer.Context,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for one file a kind.")] = None,
    life: Annotated[bool, typer.Option("--status", help="With the life of each object.")] = False,
) -> None:
    """Write the portal as manifests.

    Example: reconciler dump --out manifests
    """
    from reconciler import rehearsing

    run: Run = ctx.obj
    files = list(rehearsing.dump(run.flags.request.directory, status=life))
    if out is None:
        put("---\n".join(text for _, text in files))
    for name, text in files if out else ():
        write_file(Path(out or ".") / name, text)
    say(Text(f"{len(files)} Arten ausgegeben.", f"{len(files)} kinds written."), run.flags)


def _show(command: str, figures: Any, flags: Flags) -> None:
    """The figures in the formats that were asked for, and the day as the last sentence."""
    closing = Text(f"Am Portal ist der {figures.today}; {figures.in_cart} im Warenkorb, {figures.ordered} bestellt.",
                   f"The portal's day is {figures.today}; {figures.in_cart} in the cart, {figures.ordered} ordered.")
    report = Report(command, as_of=figures.today, closing=closing,
                    portal=Origin("local", figures.company, figures.origin, figures.revision))
    for name, file in flags.outputs or (("human", None),):
        text = _as_json(report, figures, flags) if name == "json" else _as_rows(figures, flags)
        write_file(file, text) if file else put(text)
    say(closing, flags)


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
