"""A plan file written in one language is shown in the other, throughout."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reconciler.files.plan import sealed
from reconciler.model.sections import Notes
from reconciler.model.text import Text
from reconciler.wire.report import json_text, report_json
from tests.cli.command import reconciler
from tests.views.samples import PLAN, REFUSED

NOTE = Text("Die Evidenz ließ sich nicht schreiben.", "The evidence could not be written.")
DIGEST = re.compile(r"(digest|Prüfsumme)\s+[0-9a-f]{12}|sha256:[0-9a-f]{64}")
SAID = {
    "de": (NOTE.de, "läuft seit dem 2026-11-11", "noch an Arbeitsplätze der Gruppe köln",
           "auf seinem eigenen Weg buchen", "fehlt eine Mobilnummer", "Zwischenschritt", "Änderungen in 3 Wellen"),
    "en": (NOTE.en, "runs since 2026-11-11", "still assigned to workplaces of the group", "by its own route",
           "has no mobile number", "in between, so that", "changes in 3 waves"),
}
"""A note, a wait, something blocked, a chore, a finding, an order's note and the last sentence."""


def shown(there: Path, written: str, spoken: str, *more: str) -> str:
    """What ``show`` prints and says of a plan file in one language, to somebody who reads another."""
    for name, report in {"plan": PLAN, "refused": REFUSED}.items():
        plan = replace(report.having(Notes((NOTE,))), head=replace(report.head, digest=""))
        (there / f"{name}.json").write_text(sealed(json_text(report_json(plan, written)))[1], encoding="utf-8")
    said = [reconciler(there, "show", f"{name}.json", "--lang", spoken, *more) for name in ("plan", "refused")]
    assert [one.exit for one in said] == [0, 0], said
    return " ".join(DIGEST.sub("", "".join(one.out + one.err for one in said)).split())


@pytest.mark.parametrize(("written", "spoken"), [("de", "en"), ("en", "de")])
def test_every_sentence_is_in_the_readers_language(tmp_path: Path, written: str, spoken: str) -> None:
    """Findings, waits, what is blocked, notes and chores: none of them stays in the language of the file."""
    told = shown(tmp_path, written, spoken, "--full", "--redact", "none")
    assert not [sentence for sentence in SAID[spoken] if sentence not in told]
    assert not [sentence for sentence in SAID[written] if sentence in told]


@pytest.mark.parametrize("form", ["human", "markdown"])
@pytest.mark.parametrize("spoken", ["de", "en"])
def test_nobody_can_tell_in_which_language_it_was_written(tmp_path: Path, form: str, spoken: str) -> None:
    """But for its digest, the same is shown of a plan file in either language."""
    more = ("--full", "--redact", "none", "--output", form)
    texts = [shown(tmp_path, written, spoken, *more) for written in ("de", "en")]
    assert texts[0] == texts[1]
