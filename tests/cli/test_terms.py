"""``terms`` from the command line: what may end when, without a look at the manifests."""

import json
from datetime import date, timedelta
from pathlib import Path
from shutil import rmtree

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import REPOSITORY, Said, reconciler
from tests.cli.office import COMPANY, TODAY, office, seat, unchanged, wish

TERM = "state: active, activatedOn: 2026-11-11, bookedOn: {conference-plus: 2026-11-20}"
PACKAGE = "packages: [conference-plus]"
ANNA, BERT, CARL = seat("anna.schmidt", "58", PACKAGE), seat("bert.maier", "59"), seat("carl.lang", "60")
PORTAL = [seat("anna.schmidt", "58", PACKAGE, status=TERM),
          seat("bert.maier", "59", status="state: active, activatedOn: 2025-01-01")]


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Two workplaces in the portal, one of them within its term."""
    return office(tmp_path, PORTAL, [ANNA, BERT, CARL], unmanaged="delete")


SCHEMA = Draft202012Validator(json.loads((REPOSITORY / "specs/schemas/report.schema.json").read_text()))


def rows(said: Said) -> list[tuple[str, ...]]:
    """The ledger of a JSON report, in short."""
    SCHEMA.validate(json.loads(said.out))
    told = json.loads(said.out)["terms"]
    return [(t["address"].partition("/")[2], t["item"] or "", t["state"], t["began"], t["ends"]) for t in told]


ANNAS = [("anna.schmidt", "", "active", "2026-11-11", "2026-12-11"),
         ("anna.schmidt", "conference-plus", "active", "2026-11-20", "2026-12-20")]


def test_the_ledger(there: Path):
    """Sorted by end; what is over comes first, because it ended first."""
    said = unchanged(there, "terms", "--output", "json")
    assert said.exit == 0
    assert rows(said) == [("bert.maier", "", "active", "2025-01-01", "2025-01-31"), *ANNAS]
    assert [t["over"] for t in json.loads(said.out)["terms"]] == [True, False, False]
    assert said.last == ("2 minimum terms are running (the next until 2026-12-11), 1 over; "
                         "nothing was changed at the portal.")


def test_it_needs_no_manifest(there: Path):
    """Broken ones and none at all are the same to it."""
    before = reconciler(there, "terms").out
    (there / "manifests" / "all.yaml").write_text("kind: [", encoding="utf-8")
    assert reconciler(there, "plan").exit == 3
    assert reconciler(there, "terms").out == before
    rmtree(there / "manifests")
    assert reconciler(there, "terms") == Said(0, before, reconciler(there, "terms").err)


def test_the_way_of_a_workplace(there: Path):
    """In the cart it binds nobody, ordered it does, active it has begun; its deletion says where it lies."""
    carl = ("terms", "--target", "carl.*", "--output", "json")
    reconciler(there, "apply", "--yes")
    assert rows(reconciler(there, *carl)) == [("carl.lang", "", "in-cart", "2026-11-22", "2026-12-22")]
    assert reconciler(there, *carl).last.startswith("0 minimum terms are running, 0 over, 1 only in the cart")
    assert "Only in the cart, not binding yet" in reconciler(there, "terms").out
    reconciler(there, "order", "--yes")
    assert rows(reconciler(there, *carl)) == [("carl.lang", "", "ordered", "2026-11-22", "2026-12-22")]
    reconciler(there, "portal", "advance", "--to", "2026-12-22")
    assert rows(reconciler(there, *carl)) == [("carl.lang", "", "active", "2026-11-22", "2026-12-22")]
    assert json.loads(reconciler(there, *carl).out)["terms"][0]["over"] is True
    wish(there, COMPANY, ANNA, BERT)
    assert reconciler(there, "apply", "--yes").exit == 0
    assert json.loads(reconciler(there, *carl).out)["terms"][0]["leaving"] == "in-cart"
    assert "deletion in the cart" in " ".join(reconciler(there, "terms").out.split())
    reconciler(there, "order", "--yes")
    assert json.loads(reconciler(there, *carl).out)["terms"][0]["leaving"] == "ordered"


@pytest.mark.parametrize(("day", "over"), [("2026-12-10", 1), ("2026-12-11", 2), ("2026-12-20", 3), ("2020-01-01", 0)])
def test_another_day(there: Path, day: str, over: int):
    """``--as-of`` asks how it will be; the end belongs to what is over."""
    told = json.loads(reconciler(there, "terms", "--as-of", day, "--output", "json").out)
    assert told["asOf"] == day
    assert sum(t["over"] for t in told["terms"]) == over


BOUND = [
    seat("bert.maier", "59", status="state: active, activatedOn: 2026-11-11"),
    seat("dora.wiese", "62",
         'mobileIntegration: {type: magentaeins, mobile: "+49 170 1234567", customerAccount: "4711"}',
         internal="6262", status="activatedOn: 2025-01-01, bookedOn: {mobileIntegration: 2026-12-02}"),
]
ENDED = (
    ("workplace/anna.schmidt", "delete", "", "2026-12-20"),  # the package binds the workplace too
    ("workplace/anna.schmidt", "cancel", "conference-plus", "2026-12-20"),
    ("workplace/bert.maier", "delete", "", "2026-12-11"),
    ("workplace/dora.wiese", "cancel", "mobileIntegration", "2027-01-01"),
    ("company/lindenhof", "cancel", "call-analytics-basic", "2026-12-02"),
)


@pytest.mark.parametrize(("address", "verb", "item", "day"), ENDED)
def test_the_portal_accepts_the_end_on_that_day_and_not_before(tmp_path: Path, address, verb, item, day):
    """What the ledger says is what the portal does, which counts for itself."""
    there = office(tmp_path, [PORTAL[0], *BOUND], [])
    path, name = there / "portal" / "all.yaml", "metadata: {name: lindenhof}\n"
    booked = f"{name}status: {{bookedOn: {{call-analytics-basic: 2026-11-02}}}}\n"
    with_package = path.read_text().replace("quota:", "packages: [call-analytics-basic], quota:")
    path.write_text(with_package.replace(name, booked))
    assert reconciler(there, "portal", "init", "--from", "portal", "--today", TODAY, "--force").exit == 0
    found = json.loads(reconciler(there, "terms", "--output", "json", "--target", address).out)["terms"]
    bound = [t["ends"] for t in found if t["item"] == (item or t["item"])]
    assert max(bound) == day
    outcomes = []
    for to in (date.fromisoformat(day) - timedelta(1), date.fromisoformat(day)):
        reconciler(there, "portal", "advance", "--to", to.isoformat())
        portal = connect(open_workspace(there), load_kit())
        sent = Order(f"o1-{to}", "cart", verb, Address.parse(address), item)
        outcomes.append(str(portal.execute(sent, portal.acquire("test")).outcome))
        portal.close()
    assert outcomes == ["rejected", "done"]


PATTERNS = (
    (("--target", "workplace/anna*"), 2), (("--target", "bert.maier"), 1), (("--exclude", "anna*"), 1),
    (("--target", "nobody"), 0), (("--target", "*", "--exclude", "workplace/*"), 0),
)


@pytest.mark.parametrize(("flags", "count"), PATTERNS)
def test_some_addresses(there: Path, flags: tuple[str, ...], count: int):
    """Patterns choose, as for the plan."""
    assert len(rows(reconciler(there, "terms", *flags, "--output", "json"))) == count


def test_a_part_says_so(there: Path):
    """Every format says what was chosen, with pseudonyms where names are hidden, and nothing where all is shown."""
    part = ("terms", "--target", "anna*", "--exclude", "bert.maier")
    said = "Only a part (--target anna*, --exclude bert.maier); other minimum terms are not told here."
    for name in ("human", "markdown", "ics"):
        shown = reconciler(there, *part, "--output", name, "--redact", "none").out.replace("\r\n ", "")
        assert said in " ".join(shown.replace("`", "").replace("\\", "").split())
        hidden = reconciler(there, *part, "--output", name, "--redact", "pseudonym").out
        assert "Only a part" in hidden
        assert "anna" not in hidden
        assert "Only a part" not in reconciler(there, "terms", "--output", name).out
    told = reconciler(there, *part, "--output", "json")
    assert json.loads(told.out)["selection"] == {"target": ["anna*"], "exclude": ["bert.maier"], "select": []}
    assert rows(told) == ANNAS
    calendar = Calendar.from_ical(reconciler(there, *part, "--output", "ics", "--redact", "none").out.encode())
    assert calendar["DESCRIPTION"] == said


def test_what_only_lies_in_the_cart_can_be_chosen(there: Path):
    """A workplace that is not set up yet is at the portal all the same."""
    reconciler(there, "apply", "--yes")
    assert reconciler(there, "terms", "--target", "carl.lang").exit == 0


def test_detail(there: Path):
    """Usually a count of what is over, with --full its names, with --concise counts by date."""
    usual, short, long = (reconciler(there, "terms", *flags).out for flags in ((), ("--concise",), ("--full",)))
    assert "1 minimum term is over" in usual
    assert "bert.maier" not in usual + short
    assert "bert.maier" in long
    assert "anna" not in short
    assert "2026-12-11" in short


def test_a_calendar(there: Path):
    """To a file or to stdout, the same bytes each time, and readable by a calendar program."""
    first, again = (reconciler(there, "terms", "--output", "ics", "--redact", "none").out for _ in range(2))
    assert first == again
    assert reconciler(there, "terms", "--output", "ics=terms.ics", "-q", "--redact", "none").exit == 0
    assert (there / "terms.ics").read_bytes() == first.encode()
    found = Calendar.from_ical(first.encode()).walk("VEVENT")
    assert [str(e.decoded("DTSTART")) for e in found] == ["2026-12-11", "2026-12-20"]
    assert "anna.schmidt" in str(found[0]["SUMMARY"])


def test_pseudonyms(there: Path):
    """Names stand in what people see, and not where they were asked to be hidden."""
    for name in ("human", "json", "ics"):
        assert ("anna" in reconciler(there, "terms", "--output", name).out) == (name != "ics")
        assert "anna" in reconciler(there, "terms", "--output", name, "--redact", "none").out
        assert "anna" not in reconciler(there, "terms", "--output", name, "--redact", "pseudonym").out


USAGE = (
    ("plan", "--output", "ics"), ("drift", "--output", "ics=x.ics"), ("cart", "--output", "ics"),
    ("validate", "--output", "ics"), ("dump", "--output", "ics"), ("terms", "--output", "csv"),
    ("terms", "--select", "team=sales"), ("terms", "--as-of", "soon"),
)


@pytest.mark.parametrize("argv", USAGE, ids=" ".join)
def test_wrong_usage(there: Path, argv: tuple[str, ...]):
    """A calendar is for terms only, and labels are for manifests only."""
    said = unchanged(there, *argv)
    assert (said.exit, said.out) == (64, "")
    assert said.last
    assert not (there / "x.ics").exists()


def test_without_a_portal(there: Path):
    """Exit 1 and a report with all keys; so too without a workspace."""
    (there / ".reconciler" / "portal.db").unlink()
    said = reconciler(there, "terms", "--output", "json")
    assert (said.exit, json.loads(said.out)["terms"]) == (1, [])
    (there / "reconciler.yaml").unlink()
    assert reconciler(there, "terms").exit == 1
