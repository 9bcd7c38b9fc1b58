"""A walk through examples/musterwerke: each command with one line that says what happens.

    python scripts/demo.py

Runs in a temporary copy, on a portal in a file; nothing outside of it is touched.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parent.parent

STEPS = (
    ("A portal for rehearsal is made from files: forty workplaces at three sites.",
     "portal init --from portal --today 2026-11-22"),
    ("The manifests are checked against every rule; no portal is needed for that.",
     "validate"),
    ("What differs between manifests and portal, and on which day what can be ordered. Nothing is written.",
     "plan --out plan.json"),
    ("Exactly this plan is carried out: direct changes take effect, what costs money goes into the cart.",
     "apply plan.json --concise"),
    ("The same again: every order is there already, so nothing happens twice.",
     "apply plan.json --concise"),
    ("What lies in the cart. Nothing has been bought so far.",
     "cart"),
    ("The one command that buys.",
     "order --yes"),
    ("A month passes at the portal; what was ordered is carried out.",
     "portal advance --days 30"),
    ("One leaver was still within the minimum term; now his workplace can end.",
     "plan --concise"),
    ("Into the cart,",
     "apply --yes --concise"),
    ("bought,",
     "order --yes"),
    ("and carried out a day later.",
     "portal advance --days 1"),
    ("His number is free now: the order of his successor, who gets it, is due.",
     "apply --yes --concise"),
    ("Bought as well,",
     "order --yes"),
    ("and carried out.",
     "portal advance --days 1"),
    ("The portal is what the manifests say.",
     "plan --concise"),
)


def main() -> int:
    """Run all steps; gives 1 after the first that fails."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "RECONCILER_PORTAL_SECRET": "demo"}
    with TemporaryDirectory() as folder:
        workspace = Path(folder) / "musterwerke"
        shutil.copytree(REPOSITORY / "examples" / "musterwerke", workspace,
                        ignore=shutil.ignore_patterns(".reconciler", "expected"))
        for number, (what, line) in enumerate(STEPS, 1):
            sys.stdout.write(f"\n{_bold(f'{number}. {what}')}\n$ reconciler {line}\n\n")
            sys.stdout.flush()
            code = subprocess.run([sys.executable, "-m", "reconciler", *line.split()], cwd=workspace,
                                  env=environment, check=False).returncode
            if code:
                sys.stdout.write(f"\nThis step ended with exit code {code}.\n")
                return 1
    return 0


def _bold(text: str) -> str:
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return f"\033[1m{text}\033[0m" if coloured else text


if __name__ == "__main__":
    sys.exit(main())
