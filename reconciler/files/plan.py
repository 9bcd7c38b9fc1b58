"""Plan files: the JSON of a plan with a digest over every byte of it, and reading it back.

A file that was altered, is of another format, or cannot be read in full is refused, never half understood.
"""

import json
import re
from hashlib import sha256
from pathlib import Path

from reconciler.errors import PlanFileProblem
from reconciler.model.message import sentence
from reconciler.model.report import Report
from reconciler.model.text import Text
from reconciler.wire.plan import plan_of

LARGEST = 256 * 1024 * 1024
MAJOR = "1."
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""Half of a character as JSON escapes it; without its other half no store takes it."""


def digest_of(text: str) -> str:
    """The digest of a plan's JSON in which the digest is still null."""
    return "sha256:" + sha256(text.encode()).hexdigest()


def sealed(bare: str) -> tuple[str, str]:
    """The digest of a plan's JSON in which the digest is still null, and the text of the plan file with it."""
    digest = digest_of(bare)
    return digest, bare.replace('"digest": null', f'"digest": "{digest}"', 1)


def read_plan(path: Path) -> Report:
    """The report that a plan file holds.

    Raises:
        PlanFileProblem: if the file cannot be read, was altered, or is of a format that is not known.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise _problem(path, Text("zu groß", "too large"))
        text = path.read_bytes().decode()
    except FileNotFoundError as problem:
        raise _problem(path, Text("gibt es nicht", "does not exist")) from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise _problem(path, Text("nicht lesbar", "cannot be read")) from problem
    try:
        plain = json.loads(text)
        if _HALF.search(text):
            json.dumps(plain, ensure_ascii=False).encode()  # fails where a half stands alone
        given = plain["digest"]
        bare = text.replace(f'"digest": "{given}"', '"digest": null', 1)
        if not isinstance(given, str) or digest_of(bare) != given:
            raise _problem(path, Text("wurde verändert (Prüfsumme stimmt nicht)", "was altered (digest differs)"))
        if not str(plain["formatVersion"]).startswith(MAJOR) or plain["command"] != "plan":
            raise _problem(path, Text("hat ein unbekanntes Format", "has an unknown format"))
        return plan_of(plain)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise _problem(path, Text("ist keine Plandatei", "is no plan file")) from problem


def _problem(path: Path, problem: Text) -> PlanFileProblem:
    return PlanFileProblem(sentence("Plandatei {file}: {problem}. Neu planen: reconciler plan --out {file}",
                                    "plan file {file}: {problem}. Plan again: reconciler plan --out {file}",
                                    file=path.name, problem=problem))
