"""A portal that goes by the calendar: its day is that of Germany, whoever asks first, and nothing is due twice."""

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
import sqlalchemy as sql

from reconciler.errors import Unreachable, UsageProblem
from reconciler.model.text import Text
from reconciler.portal.books.database import Database
from reconciler.portal.books.file import File
from reconciler.portal.books.postgres import Postgres
from reconciler.portal.books.store import SqlStore
from reconciler.portal.books.tables import TABLES
from reconciler.portal.service import Service
from reconciler.server.midnight import Midnight, day_at, until_midnight
from tests.databases import NAMES
from tests.engine.values import KINDS
from tests.portal.company import AT_HAND, NEW, TODAY, TOMORROW, Till, make_store, opened, workplace
from tests.server.serving import Running, running

Place = Callable[[str], Database]
NOWHERE: Any = None
LATER = TODAY + timedelta(days=40)


def moment(text: str) -> float:
    """Epoch seconds of a moment that is written with its offset."""
    return datetime.fromisoformat(text).timestamp()


def noon(day: date) -> float:
    """Noon of a day, in Germany or nearly."""
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(("text", "day", "hours"), [
    ("2026-11-22T23:59:59.900+01:00", "2026-11-22", 0), ("2026-11-23T00:00:00.100+01:00", "2026-11-23", 24),
    ("2026-11-22T22:59:59+00:00", "2026-11-22", 0), ("2026-11-22T23:00:00+00:00", "2026-11-23", 24),
    ("2027-03-28T00:00:00+01:00", "2027-03-28", 23), ("2027-10-31T00:00:00+02:00", "2027-10-31", 25),
    ("2027-06-30T22:00:00+00:00", "2027-07-01", 24), ("2028-02-29T00:00:00+01:00", "2028-02-29", 24),
    ("2026-12-31T23:00:00+00:00", "2027-01-01", 24), ("9999-01-01T00:00:00+00:00", "2999-12-31", 23),
])
def test_the_day_and_its_end(text: str, day: str, hours: int):
    """In Germany, whatever the zone of the machine, and over changes of summer time."""
    assert day_at(moment(text)).isoformat() == day
    assert round(until_midnight(moment(text)) / 3600) == hours


def company(store: Any, *, day: date = TODAY) -> Service:
    """A company with all that may be due: new ones, terms that run, an end that is refused on its day."""
    till = opened(store)
    till.service.advance(day)
    till.buy("activate", "workplace/new.one", NEW)
    till.buy("activate", "workplace/new.two", workplace("21", "21"), activation_date=day + timedelta(days=9))
    till.buy("activate", "workplace/new.ten", workplace("22", "22"), activation_date=day + timedelta(days=39))
    till.buy("activate", "workplace/new.far", workplace("23", "23"), activation_date=day + timedelta(days=400))
    till.buy("book", "workplace/plain.one", item="assistant")
    till.buy("cancel", "workplace/old.one", item="call-analytics")
    till.service.advance(day + timedelta(days=1))
    basic = till.queue("cancel", "company/acme", item="call-analytics-basic")
    till.order(basic, till.queue("activate", "workplace/new.who", workplace("24", "24", packages=["call-analytics"])))
    till.service.release(till.token)
    return till.service


def kept(service: Service) -> dict[str, object]:
    """Every row of the books but how often they were changed and by which clock; of the audit what fell due."""
    deeds = [(row.action, row.day, row.ref, row.content) for row in service.audit()[1]
             if row.action in ("carry-out", "reject")]
    with service._store.read() as books:
        if not hasattr(books, "connection"):
            return {name: value for name, value in vars(books).items() if name not in ("_meta", "_lease", "_audit")}
        rows = {table.name: sorted(map(str, books.connection.execute(sql.select(table))))
                for table in TABLES.sorted_tables if table.name not in ("lease", "audit")}
    told = ("('rev", "('set", "('clock", "('aud", "('head")
    return {**rows, "meta": [row for row in rows["meta"] if not row.startswith(told)], "due": deeds}


@pytest.mark.parametrize("name", AT_HAND)
@pytest.mark.parametrize("first", [TODAY, date(2027, 3, 1), date(2027, 10, 1), date(2028, 2, 10)])
def test_a_down_time(name: str, first: date, place: Place):
    """Forty days without a server: the same books as one whose clock was moved day by day."""
    missed, moved = (company(make_store(name, place), day=first) for _ in range(2))
    for day in range(1, 41):
        moved.advance(first + timedelta(days=day))
    log: list[Any] = []
    Midnight(lambda: noon(first + timedelta(days=40)), "real", log.append).keep(missed)
    assert missed.day() == ("real", first + timedelta(days=40)) == ("real", moved.day()[1])
    assert kept(missed) == kept(moved)
    assert {p.ref for p in missed.positions() if p.state == "rejected"}
    assert [line["event"] for line in log] == ["day"]
    assert name == "memory" or missed.audit()[1][-1].actor == "(calendar)"
    for portal in (missed, moved):
        portal.close()


def test_through_the_nights():
    """Every hour of five months, over both changes of summer time: each day once, each at its midnight."""
    with_clock, moved = (company(make_store("memory", NOWHERE), day=date(2027, 9, 20)) for _ in range(2))
    now, log = [moment("2027-09-21T00:00:00+02:00")], list[Any]()
    midnight = Midnight(lambda: now[0], "real", log.append)
    for _ in range(24 * 200):
        midnight.keep(with_clock)
        while moved.day()[1] < day_at(now[0]):
            moved.advance(moved.day()[1] + timedelta(days=1))
        assert with_clock.day()[1] == moved.day()[1]
        now[0] += 3600
    assert kept(with_clock) == kept(moved)
    days = [line["day"] for line in log]
    assert all(date.fromisoformat(b) - date.fromisoformat(a) == timedelta(days=1) for a, b in pairwise(days))


def test_a_clock_that_goes_back():
    """Nothing changes, the log says so once, and again only after it was right in between."""
    with running(clock="real", now=noon(TOMORROW)) as there:
        assert _today(there) == TOMORROW.isoformat()
        before = there.service.revision()
        there.now = noon(TODAY)
        for _ in range(5):
            assert _today(there) == TOMORROW.isoformat()
        assert there.service.revision() == before
        assert [line["machine"] for line in _events(there, "clock-behind")] == [TODAY.isoformat()]
        there.now = noon(TOMORROW)
        _today(there)
        there.now = noon(TODAY)
        _today(there)
    assert len(_events(there, "clock-behind")) == 2


def test_whoever_comes_first():
    """A look and an order a tenth of a second after midnight see the new day, though nothing else woke up."""
    with running(clock="real", now=moment("2026-11-22T23:59:59.9+01:00")) as there:
        driver = there.driver()
        till = Till(driver, [], driver.acquire("x"))  # type: ignore[arg-type]
        assert driver.observe().today == TODAY
        ref = till.buy("activate", "workplace/new.one", NEW)
        there.now = moment("2026-11-23T00:00:00.1+01:00")
        late = till.send("activate", "workplace/new.two", workplace("21", "21"), activation_date=TODAY)
        assert "today, 2026-11-23" in late.message.en  # type: ignore[union-attr]
        assert {p.ref: p.state for p in driver.positions()} == {ref: "done"}
        there.now = moment("2026-11-24T00:00:00.1+01:00")
        assert driver.observe().today == date(2026, 11, 24)
        driver.close()
    assert [line["day"] for line in _events(there, "day")] == ["2026-11-23", "2026-11-24"]


@pytest.mark.parametrize("name", NAMES)
def test_many_at_midnight(name: str, place: Place):
    """Two servers over one database, and eight who ask each at once: it is carried out once."""
    database = place(name)
    database.make(KINDS, lambda _: None, force=False)
    service = company(SqlStore(database, KINDS))
    first, second = (Service(SqlStore(_again(database), KINDS), KINDS, (), lambda: 0.0) for _ in range(2))
    service.set_clock("real")
    before, count = service.revision()[1], len(service.positions())
    together = threading.Barrier(16)
    with running(first, clock="real", now=noon(LATER)) as one, running(second, clock="real", now=noon(LATER)) as two:

        def ask(n: int) -> str:
            together.wait(20)
            return _today((one, two)[n % 2])

        with ThreadPoolExecutor(16) as many:
            assert set(many.map(ask, range(16))) == {LATER.isoformat()}
    assert int(service.revision()[1]) == int(before) + 1
    assert len(service.positions()) == count
    assert [line["day"] for line in one.log + two.log if line.get("event") == "day"] == [LATER.isoformat()]


def _again(database: Database) -> Database:
    return File(database.path) if isinstance(database, File) else Postgres(database._url)  # type: ignore[attr-defined]


def test_nobody_moves_it():
    """What goes by the calendar is not moved; a portal that is made anew goes by it too, until nobody says so."""
    with running(clock="real", now=noon(TOMORROW)) as there:
        _today(there)
        with pytest.raises(UsageProblem, match=r"serve --clock rehearsal"):
            there.service.advance(LATER)
        there.service = company(make_store("memory", NOWHERE))
        assert (_today(there), there.service.day()[0]) == (TOMORROW.isoformat(), "real")
        there.service.set_clock("rehearsal")
        there.service.advance(LATER)
    with running(there.service, clock="rehearsal", now=noon(LATER + timedelta(days=9))) as other:
        assert _today(other) == LATER.isoformat()


def test_the_timer(monkeypatch: pytest.MonkeyPatch):
    """At midnight somebody looks, and what stops it is told and does not stop the next one."""
    monkeypatch.setattr("reconciler.server.midnight.LONGEST_SLEEP", 0.01)
    portal, now, log = company(make_store("memory", NOWHERE)), [noon(TODAY)], list[Any]()
    fails: list[Exception] = [Unreachable(Text("kanarienvogel", "kanarienvogel")), RuntimeError("kanarienvogel")]
    done = threading.Event()
    midnight = Midnight(lambda: now[0], "real", log.append)

    def look() -> None:
        if fails:
            raise fails.pop()
        midnight.keep(portal)
        if portal.day()[1] == LATER:
            done.set()

    with midnight.awake(look):
        now[0] = noon(LATER)
        assert done.wait(10)
    assert [(line["event"], line.get("bug"), line.get("why")) for line in log] == [
        ("day-missed", "RuntimeError", None), ("day-missed", None, "Unreachable"), ("day", None, None)]
    assert "kanarienvogel" not in json.dumps(log)


def _today(there: Running) -> str:
    back = there.raw("GET", "/v1/portal")
    assert back.status == 200, back
    found: str = json.loads(back.body)["today"]
    return found


def _events(there: Running, name: str) -> list[Any]:
    return [line for line in there.log if line.get("event") == name]
