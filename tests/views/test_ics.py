"""The calendar of minimum terms, read by somebody else's parser."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from reconciler.model.address import Address
from reconciler.model.report import Report
from reconciler.model.term import MinimumTerm, Terms
from reconciler.model.text import Text
from reconciler.views.ics import OCTETS, escaped, folded, render
from reconciler.views.view import Options
from tests.views.changes import CLARA, TODAY
from tests.views.samples import LEDGER, TERMS, reckoned
from tests.views.test_inert import HOSTILE

RUNNING = [t for t in LEDGER if t.running]


def events(report: Report = TERMS, **options: Any) -> list[Component]:
    """The events that a calendar program finds."""
    calendar = Calendar.from_ical(render(report, Options(**options)).encode())
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.walk("VEVENT"))
    return list(calendar.walk("VEVENT"))


def only(term: MinimumTerm) -> Report:
    """A report of one term."""
    return reckoned(term)


def ending(day: date, address: Address = CLARA, item: str = "") -> Report:
    """A report of one term that ends on this day."""
    return only(MinimumTerm(address, item, "active", TODAY, day, day <= TODAY, "TERM-1"))


def named(name: str, item: str = "") -> Report:
    """A report of one running term of a workplace with this name."""
    return ending(TODAY + timedelta(30), Address("workplace", name), item)


def test_a_calendar_has_what_the_standard_asks_for() -> None:
    """Version, product and calendar; it is one calendar and nothing more."""
    calendar = Calendar.from_ical(render(TERMS, Options()).encode())
    assert (calendar["VERSION"], calendar["CALSCALE"]) == ("2.0", "GREGORIAN")
    assert str(calendar["PRODID"]).startswith("-//reconciler//")
    assert {c.name for c in calendar.subcomponents} == {"VEVENT"}


def test_each_running_term_is_an_event_of_its_last_day() -> None:
    """What is over or not bought is none; an event fills the day and blocks nobody's time."""
    found = events()
    assert len(found) == len(RUNNING) == 4
    for event, term in zip(found, RUNNING, strict=True):
        assert event.decoded("DTSTART") == term.ends
        assert event.decoded("DTEND") == term.ends + timedelta(days=1)
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
        assert event.decoded("DTSTAMP") == datetime(2026, 11, 22, tzinfo=UTC)
        assert event["TRANSP"] == "TRANSPARENT"
        assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"}


@pytest.mark.parametrize(
    ("language", "summary", "described"),
    [("de", "Mindestlaufzeit endet: workplace/b.maier, mobileIntegration",
      "Ab diesem Tag nimmt das Portal das Ende an (TERM-3). Begonnen am 2026-11-10."),
     ("en", "Minimum term ends: workplace/b.maier, mobileIntegration",
      "From this day on the portal accepts the end (TERM-3). Began on 2026-11-10.")],
)
def test_the_texts(language: str, summary: str, described: str) -> None:
    """In the language that was chosen; commas and lines come out as they went in."""
    event = events(language=language)[0]
    assert event["SUMMARY"] == summary
    assert event["DESCRIPTION"] == f"workplace/b.maier, mobileIntegration\n{described}"


def test_what_is_ordered_or_leaving_says_so() -> None:
    """In the description, where there is room."""
    assert str(events(language="de")[2]["DESCRIPTION"]).endswith("\nbestellt, noch nicht ausgeführt")
    leaving = replace(RUNNING[1], leaving="ordered")
    assert str(events(only(leaving))[0]["DESCRIPTION"]).endswith("\ndeletion ordered")


def test_importing_again_updates_the_same_events() -> None:
    """A UID is the term's in this portal, whatever its day, its state and the language; no two share one."""
    uids = [event["UID"] for event in events()]
    assert len(set(uids)) == len(uids)
    moved = tuple(replace(t, ends=t.ends + timedelta(1), state="active") for t in RUNNING)
    later = TERMS.having(Terms(moved, TODAY + timedelta(1))).ending(0, Text("x", "x"))
    assert [event["UID"] for event in events(later, language="de")] == uids
    assert TERMS.head.portal
    elsewhere = replace(TERMS, head=replace(TERMS.head, portal=TERMS.head.portal._replace(origin="x")))
    assert not {event["UID"] for event in events(elsewhere)} & set(uids)


def test_equal_reports_give_equal_bytes_with_crlf() -> None:
    """No clock is read; every line ends with CR LF, as the standard wants."""
    text = render(TERMS, Options())
    assert text == render(replace(TERMS), Options())
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert text.endswith("END:VCALENDAR\r\n")


def test_pseudonyms() -> None:
    """Nobody is named, and who has the key gets the same events again."""
    hidden = Options(redact="pseudonym", key=b"secret")
    text = render(TERMS, hidden)
    assert not [name for name in ("maier", "lang", "vogel") if name in text]
    assert text == render(TERMS, hidden)
    assert len(events(redact="pseudonym", key=b"secret")) == 4


BREAKING = ("END:VEVENT", "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x", "ß" * 300, "\\n\\,;:")


@pytest.mark.parametrize("evil", [*HOSTILE, *BREAKING], ids=ascii)
def test_a_name_cannot_break_out(evil: str) -> None:
    """Whatever a resource is called, there is one event with the seven properties and no foreign line."""
    text = render(named(evil, evil), Options())
    [event] = events(named(evil, evil))
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"}
    assert text.split("\r\n").count("BEGIN:VEVENT") == 1
    assert all(len(line) <= OCTETS for line in text.encode().split(b"\r\n"))


@pytest.mark.parametrize("name", ["a;b", "a,b", "a\\b", "a\\nb", "ü" * 100, "日本" * 40, "a:b", '"a"'])
def test_a_name_comes_out_as_it_went_in(name: str) -> None:
    """Escaped, folded, and read back."""
    assert events(named(name))[0]["SUMMARY"] == f"Minimum term ends: workplace/{name}"


@pytest.mark.parametrize("text", ["", *("a" * n for n in (74, 75, 76, 500)), "ä" * 37 + "b", "aä" * 80, "😀" * 50])
def test_lines_are_folded_between_characters(text: str) -> None:
    """At most 75 octets, and each piece is UTF-8 by itself."""
    pieces = folded(text).encode().split(b"\r\n")
    assert all(len(piece) <= OCTETS for piece in pieces)
    assert "".join(p.decode()[n > 0 :] for n, p in enumerate(pieces)) == text
    assert len(pieces) <= 1 + len(text.encode()) // 70


def test_escaping() -> None:
    """The four signs of the standard, and each kind of line end."""
    assert escaped("a\\b;c,d\ne\r\nf\rg") == "a\\\\b\\;c\\,d\\ne\\nf\\ng"


def test_an_empty_ledger_is_a_calendar_too() -> None:
    """The standard wants at least one component, so there is one, and no event."""
    calendar = Calendar.from_ical(render(reckoned(), Options()).encode())
    assert [c.name for c in calendar.subcomponents] == ["VTIMEZONE"]


def test_the_last_day_of_the_calendar() -> None:
    """It has no next day; an event without an end lasts one day."""
    [event] = events(ending(date.max))
    assert event.decoded("DTSTART") == date.max
    assert "DTEND" not in event


def test_an_end_that_has_come_is_no_event() -> None:
    """On the day itself it is over."""
    assert events(ending(TODAY)) == []


def test_the_goldens_are_calendars() -> None:
    """As they lie on the disk."""
    for path in Path(__file__).with_name("golden").glob("*.ics"):
        assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 4
