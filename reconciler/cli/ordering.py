"""apply, cart, order: the commands that fill the cart and buy it."""

import os
from pathlib import Path
from typing import Annotated

import typer

from reconciler.cli._run import Run, confirmed, language, say, show
from reconciler.cli._wrong import wrong
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.text import Text

LONGEST_HOLDER = 200
"""Characters of the name under which a run writes."""

Plan = Annotated[Path | None, typer.Argument(metavar="[PLAN]")]


def apply(ctx: typer.Context, path: Plan = None) -> None:
    """Carry out what is due: fill the cart, make direct changes. Buys nothing."""
    from reconciler.cli._progress import Watched, wanted
    from reconciler.commands import apply as command
    from reconciler.effects import Effects
    from reconciler.views._cart import outcome_line
    from reconciler.views._question import apply_question

    _named()
    run: Run = ctx.obj
    flags = run.flags

    def said(order: Order, receipt: Receipt) -> None:
        if flags.verbose or receipt.outcome is Outcome.UNKNOWN:
            line = outcome_line(order, receipt, language(flags))
            say(Text(line, line), flags)

    effects = Watched(language(flags)) if wanted(quiet=flags.quiet) else Effects()
    report = command.apply(flags.request, path, effects, confirmed(flags, apply_question), said)
    run.exit = show(report, flags)


def _named() -> None:
    """Nothing, if RECONCILER_HOLDER can be told to whoever else wants to write.

    Raises:
        UsageProblem: else.
    """
    holder = os.environ.get("RECONCILER_HOLDER", "")
    if not holder.isprintable() or len(holder) > LONGEST_HOLDER:
        raise wrong(f"RECONCILER_HOLDER: gemeint ist ein lesbarer Name von höchstens {LONGEST_HOLDER} Zeichen.",
                    f"RECONCILER_HOLDER: write a readable name of at most {LONGEST_HOLDER} characters.")


def cart(ctx: typer.Context) -> None:
    """Show what lies in the cart, what was ordered, and what was rejected."""
    from reconciler.commands import cart as command

    run: Run = ctx.obj
    run.exit = show(command.cart(run.flags.request), run.flags)


def order(
    ctx: typer.Context,
    path: Plan = None,
    foreign: Annotated[bool, typer.Option("--with-foreign")] = False,
) -> None:
    """Buy what lies in the cart, if it is exactly what the manifests explain. Chargeable."""
    from reconciler.commands import order as command
    from reconciler.effects import Effects
    from reconciler.views._question import order_question

    _named()
    run: Run = ctx.obj
    flags = run.flags
    report = command.order(flags.request, path, Effects(), confirmed(flags, order_question), foreign=foreign)
    run.exit = show(report, flags)
