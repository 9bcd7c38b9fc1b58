"""Running minimum terms as a calendar (RFC 5545): an all-day event on each day from which something may end.

The same term is the same event in every calendar made of one portal, so importing again updates it. With
pseudonyms this holds among calendars made with the same key.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from reconciler.model.inert import inert
from reconciler.model.report import Origin, Report
from reconciler.model.sections import Chosen
from reconciler.model.term import MinimumTerm, Terms
from reconciler.views.redact import disguised
from reconciler.views.say import words_looking as looking
from reconciler.views.say.calm import chosen_sentence
from reconciler.views.say.order import item_word
from reconciler.views.say.term import told
from reconciler.views.spoken import Spoken
from reconciler.views.view import Options, View

OCTETS = 75
"""The most octets of a line, its end not counted (RFC 5545, 3.1)."""

_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//reconciler//terms 1.0//EN", "CALSCALE:GREGORIAN")
_NO_EVENT = ("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
             "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE")
"""A calendar must hold something (RFC 5545, 3.6)."""


def render(report: Report, options: Options) -> str:
    """The calendar; lines end with CR LF and are folded."""
    shown = disguised(report, options)
    terms = shown.get(Terms) or Terms()
    events = [line for term in terms.terms if term.running
              for line in _event(term, _uid(term, shown.head.portal), terms.day or term.began, options.voice)]
    part = chosen_sentence(shown.get(Chosen) or Chosen(), options.voice)
    note = [f"DESCRIPTION:{escaped(inert(part))}"] if part else []  # RFC 7986, 5.2
    lines = (*_HEAD, *note, *(events or _NO_EVENT), "END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(term: MinimumTerm, uid: str, day: date, voice: Spoken) -> Iterator[str]:
    what = ", ".join(filter(None, (inert(str(term.address)), inert(item_word(term.item, voice)))))
    said = voice.say(looking.EVENT_TEXT, rule=term.rule, began=term.began)
    extra = [inert(x) for x in told(term, voice)][1 + bool(term.item) :]
    description = "\n".join((what, said, *extra))
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{_day(day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(term.ends)}"
    if term.ends < date.max:  # without an end an event lasts one day, too
        yield f"DTEND;VALUE=DATE:{_day(term.ends + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(voice.say(looking.EVENT, what=what))}"
    yield f"DESCRIPTION:{escaped(description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(term: MinimumTerm, portal: Origin | None) -> str:
    """The term's name in every calendar: which portal, what, and not since when, for that may still change."""
    where = (portal.company, portal.origin) if portal else ("", "")
    name = repr((*where, str(term.address), term.item)).encode("utf-8", "surrogatepass")
    return f"{sha256(name).hexdigest()[:32]}@reconciler"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """A text as the value of a property (RFC 5545, 3.3.11): nothing in it ends the value or the line."""
    for plain, spelt in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, spelt)
    return text


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets; no character is cut in two."""
    pieces, used = [""], 0
    for char in line:
        size = len(char.encode())
        if used + size > OCTETS:
            pieces.append("")
            used = 1  # the blank before a piece counts
        pieces[-1] += char
        used += size
    return "\r\n ".join(pieces)


VIEW = View("ics", render, redact="pseudonym", fit=("terms",),
            mark=r"\ABEGIN:VCALENDAR\r?\nVERSION:2\.0\r?\nPRODID:-//reconciler//")
