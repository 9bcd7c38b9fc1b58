"""specs/portal.openapi.yaml, written anew from the routes of the server.

python -m scripts.openapi
"""

from pathlib import Path

import yaml

from reconciler.kinds import all_kinds
from reconciler.server.access import Access
from reconciler.server.app import server
from reconciler.server.limits import Limits
from reconciler.server.metrics import Metrics
from reconciler.server.openapi import openapi
from reconciler.server.opened import Opened, Served

FILE = Path(__file__).resolve().parent.parent / "specs" / "portal.openapi.yaml"


def text() -> str:
    """The document as it stands in the file."""
    app = server(Opened(nobody, lambda: None), all_kinds(), Access(tuple, lambda: 0.0, Limits()), Metrics())
    return yaml.safe_dump(openapi(app), sort_keys=False, allow_unicode=True, width=120)


def nobody() -> Served:
    """There is no portal behind these routes, and none is asked."""
    return Served(None, tuple)  # type: ignore[arg-type]


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
