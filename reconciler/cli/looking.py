"""drift, terms: what the portal is, beside what the manifests want and by itself."""

import typer

from reconciler.cli._run import Run, show


def drift(ctx: typer.Context) -> None:
    """Tell where the portal differs from the manifests now. Exit 2 if it does."""
    from reconciler.commands import drift as command

    run: Run = ctx.obj
    run.exit = show(command.drift(run.flags.request), run.flags)


def terms(ctx: typer.Context) -> None:
    """List every minimum term: what may end when."""
    from reconciler.commands import terms as command

    run: Run = ctx.obj
    run.exit = show(command.terms(run.flags.request), run.flags)
