"""drift, terms: what the portal is, beside what the manifests want and by itself."""

import typer

from reconciler.cli._run import Run, show


def drift(ctx: typer.Context) -> None:
    """Tell where the portal differs from the manifests now. Exit 2 if it does."""
    from reconciler import looking

    run: Run = ctx.obj
    run.exit = show(looking.drift(run.flags.request), run.flags)


def terms(ctx: typer.Context) -> None:
    """List every minimum term: what may end when."""
    from reconciler import looking

    run: Run = ctx.obj
    run.exit = show(looking.terms(run.flags.request), run.flags)
