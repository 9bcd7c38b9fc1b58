"""Findings as a table."""

from collections.abc import Sequence

from reconciler.model.finding import Finding
from reconciler.views.markdown.code import code, prose
from reconciler.views.markdown.fit import Rank, Table, columns, table_row
from reconciler.views.say import words
from reconciler.views.say.finding import in_order
from reconciler.views.spoken import MORE, Spoken

_ALSO = 5
"""So many further places or resources are named in the row of a finding."""


def finding_table(findings: Sequence[Finding], voice: Spoken) -> Table:
    """Errors first."""
    rows = tuple(_finding(f, voice) for f in in_order(findings))
    return Table(voice.say(words.FINDINGS), columns(voice, "severity", "rule", "where", "what", "help"), rows,
                 rank=Rank.FINDINGS)


def _finding(finding: Finding, voice: Spoken) -> str:
    also = [r.place for r in finding.also] or finding.others
    left = len(also) - _ALSO
    places = [code(str(p)) for p in (finding.place, finding.address, *also[:_ALSO]) if p]
    return table_row(
        voice.say(words.SEVERITIES[finding.severity]),
        code(finding.rule),
        " ".join([*places, *([voice.count(left, MORE)] if left > 0 else [])]) or "–",
        prose(voice.say(finding.message)),
        prose(voice.say(finding.help)),
    )
