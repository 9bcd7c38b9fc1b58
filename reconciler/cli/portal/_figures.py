"""The portal's figures, as rows and as JSON."""

import json

from reconciler.cli._flags import Flags
from reconciler.cli._say import language
from reconciler.cli._show import figures_shown
from reconciler.model.report import Origin, Report
from reconciler.model.status import Status
from reconciler.model.text import Text


def shown(command: str, figures: Status, flags: Flags) -> int:
    """The figures in the formats that were asked for, and the day as the last sentence."""
    closing = Text(f"Am Portal ist der {figures.today}; {figures.in_cart} im Warenkorb, {figures.ordered} bestellt.",
                   f"The portal's day is {figures.today}; {figures.in_cart} in the cart, {figures.ordered} ordered.")
    report = Report(command, as_of=figures.today, closing=closing,
                    portal=Origin("local", figures.company, figures.origin, figures.revision))
    return figures_shown(report, flags, {"human": lambda: _as_rows(figures, flags),
                                         "json": lambda: _as_json(report, figures, flags)})


def _as_json(report: Report, figures: Status, flags: Flags) -> str:
    from reconciler.views.json import report_json

    status = {"counts": dict(figures.counts), "inCart": figures.in_cart, "ordered": figures.ordered,
              "nextDue": figures.next_due and figures.next_due.isoformat()}
    return json.dumps({**report_json(report, language(flags)), "status": status}, ensure_ascii=False, indent=2) + "\n"


def _as_rows(figures: Status, flags: Flags) -> str:
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
