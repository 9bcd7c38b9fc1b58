"""What stands around the sections: the title, the notes, and the last line."""

from reconciler.model.report import Report
from reconciler.model.sections import Differences, Findings, Notes, Outcomes, Steps
from reconciler.views.human.layout import wrap
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.say import words
from reconciler.views.say.counts import finding_counts, says_nothing, summary
from reconciler.views.spoken import Spoken


def title_lines(report: Report, on: Sheet) -> Lines:
    """The title of a report about a portal; where nothing is to be done, one sentence says it all."""
    told = report.head.as_of and report.head.title.en and not on.calm
    return on.heading(title(report, on.voice)) if told else []


def title(report: Report, voice: Spoken) -> str:
    """What the report is, of which day, portal and plan."""
    head = report.head
    parts = [voice.say(head.title) or head.command]
    if head.as_of:
        parts.append(voice.say(words.AS_OF, day=voice.day(head.as_of)))
    if head.portal:
        parts.append(f"{head.portal.company} ({head.portal.driver})")
    if head.digest:
        parts.append(f"{voice.say(words.DIGEST)} {head.digest.removeprefix('sha256:')[:12]}")
    return " · ".join(parts)


def note_lines(notes: Notes | None, on: Sheet) -> Lines:
    """Further sentences, and that names are none."""
    said = [on.voice.say(note) for note in (notes.notes if notes else ())]
    said += [on.voice.say(words.PSEUDONYMS)] if on.options.redact != "none" else []
    return [line for text in said for line in wrap(text, on.options.width, f"{on.voice.say(words.NOTE)}: ")]


def last_lines(report: Report, on: Sheet) -> Lines:
    """The counts, always in the same order; what sums itself up has none."""
    found = report.get(Findings) or Findings()
    if on.calm:
        return []
    if report.get(Outcomes):
        return on.hanging(summary(report, on.voice))
    if (report.get(Steps) or report.get(Differences)) and not says_nothing(report):
        return on.hanging(f"{on.voice.say(report.head.title)}: {summary(report, on.voice)}")
    return [finding_counts(found, on.voice)] if found.findings or found.documents else []
