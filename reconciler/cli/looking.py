"""drift, terms: what the portal is, beside what the manifests want and by itself."""

import typer

from reconciler.cli._run import Run, show


def drift(ctx: typer.Context) -> None:
    """Tell where the portal differs from the manifests now; reads only. Exit 2 if it does, 0 if not.

    Drift is a difference whose order is due now, or that is blocked. What lies in the cart, is ordered, or only
    waits for a date is pending, and no drift; neither is what no manifest names, unless the policy deletes it.

    Nothing remembers what was applied: an edit in Git that nobody has applied looks the same as an edit in the
    portal. So drift belongs on the branch that is applied.

    Example: reconciler drift --output markdown=drift.md
    """
    from reconciler import looking

    run: Run = ctx.obj
    run.exit = show(looking.drift(run.flags.request), run.flags)


def terms(ctx: typer.Context) -> None:
    """List every minimum term: what may end when; reads only the portal, not the manifests.

    Sorted by the first day on which the portal accepts the end. --as-of asks for another day, --target for some
    addresses; --full lists what may end now as well, --concise counts by date. With --output ics the running terms
    are a calendar; importing it again updates the same events.

    Example: reconciler terms --output ics=terms.ics
    """
    from reconciler import looking

    run: Run = ctx.obj
    run.exit = show(looking.terms(run.flags.request), run.flags)
