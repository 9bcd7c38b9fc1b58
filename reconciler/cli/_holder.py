"""The name under which a run writes, and the plan file that it may be given."""

import os
from pathlib import Path
from typing import Annotated

from reconciler.cli._option import Word
from reconciler.cli._wrong import wrong
from reconciler.model.text import Text

LONGEST = 200
"""Characters of the name."""

PlanFile = Annotated[Path | None, Word(Text("PLAN", "PLAN"), read=Path)]


def named() -> None:
    """Nothing, if RECONCILER_HOLDER can be told to whoever else wants to write.

    Raises:
        UsageProblem: else.
    """
    holder = os.environ.get("RECONCILER_HOLDER", "")
    if not holder.isprintable() or len(holder) > LONGEST:
        raise wrong("RECONCILER_HOLDER: gemeint ist ein lesbarer Name von höchstens {most} Zeichen.",
                    "RECONCILER_HOLDER: write a readable name of at most {most} characters.", most=LONGEST)
