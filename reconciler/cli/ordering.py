"""apply, cart, order: the commands that fill the cart and buy it."""

from pathlib import Path
from typing import Annotated

import typer

from reconciler import streams
from reconciler.cli._run import Run, confirmed, language, show
from reconciler.model.order import Order, Outcome, Receipt

Plan = Annotated[Path | None, typer.Argument(metavar="[PLAN]")]


def apply(ctx: typer.Context, path: Plan = None) -> None:
    """Carry out what is due: fill the cart, make direct changes. Buys nothing."""
    from reconciler import applying
    from reconciler.effects import Effects
    from reconciler.views._cart import outcome_line
    from reconciler.views._question import apply_question

    run: Run = ctx.obj
    flags = run.flags

    def said(order: Order, receipt: Receipt) -> None:
        if flags.verbose or receipt.outcome is Outcome.UNKNOWN:
            streams.tell(f"{outcome_line(order, receipt, language(flags))}\n")

    report = applying.apply(flags.request, path, Effects(), confirmed(flags, apply_question), said)
    run.exit = show(report, flags)


def cart(ctx: typer.Context) -> None:
    """Show what lies in the cart, what was ordered, and what was rejected."""
    from reconciler import buying

    run: Run = ctx.obj
    run.exit = show(buying.cart(run.flags.request), run.flags)


def order(
    ctx: typer.Context,
    path: Plan = None,
    foreign: Annotated[bool, typer.Option("--with-foreign")] = False,
) -> None:
    """Buy what lies in the cart, if it is exactly what the manifests explain. Chargeable."""
    from reconciler import buying
    from reconciler.effects import Effects
    from reconciler.views._question import order_question

    run: Run = ctx.obj
    flags = run.flags
    report = buying.order(flags.request, path, Effects(), confirmed(flags, order_question), foreign=foreign)
    run.exit = show(report, flags)
