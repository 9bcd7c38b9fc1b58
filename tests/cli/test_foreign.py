"""What others put into the cart is shown by a plan, left alone, and kept in its file."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish
from tests.cli.others import others_put, set_up, theirs
from tests.engine.documents import profile

ANNA = seat("anna.schmidt", "58", status="activatedOn: 2025-01-02")
LINE = "1 position of others in the cart or ordered, left alone"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company in whose cart somebody has put a package for the one workplace; nothing else is to be done."""
    folder = office(tmp_path, [ANNA], [seat("anna.schmidt", "58")])
    others_put(folder, theirs("anna.schmidt", "book", "conference-premium"))
    return folder


def test_it_is_told_although_nothing_is_to_be_done(there: Path) -> None:
    """A plan without changes names it too; in short its number is enough."""
    said = unchanged(there, "plan")
    assert "No changes" in said.out
    assert f"{LINE}: book conference-premium\n  (workplace/anna.schmidt)\n" in said.out
    assert LINE in reconciler(there, "plan", "--concise").out


def test_it_has_the_shape_of_the_cart_and_stays_in_the_file(there: Path) -> None:
    """The same object as ``cart`` shows, from the plan, from its file, and from apply."""
    wish(there, seat("anna.schmidt", "58"), seat("bea.keller", "59"))
    lying = json.loads(reconciler(there, "cart", "--output", "json").out)["positions"]
    plan = json.loads(reconciler(there, "plan", "--out", "plan.json", "--output", "json").out)
    shown = json.loads(reconciler(there, "show", "plan.json", "--output", "json").out)
    applied = json.loads(reconciler(there, "apply", "plan.json", "--output", "json").out)
    assert lying == plan["foreign"] == shown["foreign"] == applied["foreign"]
    assert [(p["ref"], p["ours"], p["state"]) for p in lying] == [("theirs-book-anna.schmidt", False, "in-cart")]
    assert LINE in reconciler(there, "show", "plan.json").out
    fresh = json.loads(reconciler(there, "plan", "--output", "json").out)
    assert fresh["foreign"] == lying  # our own position is not among them


def test_a_cart_of_others_is_not_empty(there: Path) -> None:
    """Nothing of ours is there to buy; what others put in is counted, and how to buy it named."""
    said = unchanged(there, "order", "--yes")
    assert said.exit == 0
    assert said.last == ("Nothing of ours lies in the cart, only 1 position of others; nothing was bought. "
                         "With them: --with-foreign")


def test_a_comment_names_nobody(there: Path) -> None:
    """Markdown has pseudonyms unless told otherwise."""
    said = reconciler(there, "plan", "--output", "markdown").out
    assert "### Positions of others, left alone" in said
    assert "anna" not in said
    assert "`workplace/anna.schmidt`" in reconciler(there, "plan", "--output", "markdown", "--redact", "none").out


@pytest.mark.parametrize("policy", ["report", "delete"])
def test_what_only_lies_in_the_cart_is_not_there_yet(tmp_path: Path, policy: str) -> None:
    """A workplace that others put into the cart is a position of theirs, and none that no manifest names."""
    folder = office(tmp_path, [ANNA], [ANNA], unmanaged=policy)
    before = json.loads(reconciler(folder, "plan", "--output", "json").out)["unmanaged"]
    others_put(folder, set_up())
    told = json.loads(unchanged(folder, "plan", "--output", "json").out)
    assert (told["unmanaged"], told["summary"]["unmanaged"]) == (before, len(before))
    assert [p["address"] for p in told["foreign"]] == ["workplace/bea.keller"]
    shown = unchanged(folder, "plan").out
    assert f"{LINE}: activate (workplace/bea.keller)" in " ".join(shown.split())
    assert "No changes, but positions of others are still open" in shown


HELP = "find out at the portal who wanted that, and order it there or take it out"


def told(there: Path, *argv: str) -> dict[str, Any]:
    """What the plan says, as JSON; it is one that could be carried out."""
    said = unchanged(there, *(argv or ("plan",)), "--output", "json")
    assert said.exit in (0, 2), said
    report: dict[str, Any] = json.loads(said.out)
    assert [f for f in report["findings"] if f["severity"] == "error"] == []
    return report


def blocked(report: dict[str, Any]) -> dict[str, str]:
    """By address why something cannot be sent."""
    assert {b["help"] for b in report["blocked"]} <= {HELP}
    return {b["address"]: b["message"] for b in report["blocked"]}


LAST = "which others put into the cart, not ordered"


def test_who_others_set_up_is_left_to_them(tmp_path: Path) -> None:
    """A name that somebody else has in the cart is blocked, and only that; the rest is sent and bought."""
    folder = office(tmp_path, [ANNA], [ANNA, seat("bea.keller", "60"), seat("carl.kurz", "61")])
    others_put(folder, set_up())
    item = "workplace/bea.keller"
    assert blocked(told(folder)) == {item: f"waits for the activation of {item}, {LAST}"}
    for command in ("apply", "order"):
        assert reconciler(folder, command, "--yes").exit == 0
    states = {p["address"]: (p["state"], p["ours"]) for p in
              json.loads(reconciler(folder, "cart", "--output", "json").out)["positions"]}
    assert states == {"workplace/bea.keller": ("in-cart", False), "workplace/carl.kurz": ("ordered", True)}


def test_a_number_of_others_is_not_free(tmp_path: Path) -> None:
    """What is written is blocked, with the number and who needs it; ``auto`` takes another one."""
    folder = office(tmp_path, [ANNA], [ANNA, seat("carl.kurz", "59", internal="277")])
    others_put(folder, set_up())
    assert blocked(told(folder)) == {"workplace/carl.kurz":
                                     f"+49228638059 is needed for the activation of workplace/bea.keller, {LAST}"}


def test_auto_takes_no_number_of_others(tmp_path: Path) -> None:
    """What ``auto`` would have chosen is not free any more: both numbers become others, and nothing is blocked."""
    dora = seat("dora.dach", "61").replace('external: "+49 228 6380-61"', "external: auto")
    folder = office(tmp_path, [ANNA], [ANNA, dora])
    first = chosen(told(folder))
    others_put(folder, set_up(number=first))
    report = told(folder)
    assert report["blocked"] == []
    assert not set(first.values()) & set(chosen(report).values())


def chosen(report: dict[str, Any]) -> dict[str, str]:
    """The numbers of the one order."""
    (order,) = (o for wave in report["waves"] for o in wave["orders"])
    number: dict[str, str] = order["body"]["number"]
    return number


def test_nobody_goes_for_whom_others_set_up(tmp_path: Path) -> None:
    """A rename to a name that others have in the cart would leave a person without a telephone: both steps wait."""
    was = "name: bea.keller, annotations: {reconciler/was: anna.schmidt}}"
    folder = office(tmp_path, [ANNA], [seat("bea.keller", "58").replace("name: bea.keller}", was)], unmanaged="delete")
    others_put(folder, set_up())
    report = told(folder, "plan", "--allow", "replaces=1")
    assert (report["waves"], set(blocked(report))) == ([], {"workplace/anna.schmidt", "workplace/bea.keller"})


def test_others_over_the_quota_stop_nobody(tmp_path: Path) -> None:
    """The portal sells ours as long as nobody has bought theirs: so does the plan."""
    company = COMPANY.replace("quota: 200", "quota: 2")
    folder = office(tmp_path, [ANNA], [ANNA, seat("carl.kurz", "61")], company=company)
    others_put(folder, set_up())
    assert [f["rule"] for f in told(folder)["findings"]] == []
    for command in ("apply", "order"):
        assert reconciler(folder, command, "--yes").exit == 0


def test_a_booking_of_others_binds_nobody(there: Path) -> None:
    """Nobody bought it: no minimum term runs, nothing is to be cancelled, and no difference is drift."""
    report = told(there, "drift")
    assert (report["findings"], report["changes"], report["blocked"]) == ([], [], [])
    wish(there, seat("anna.schmidt", "58", "packages: [conference-premium]"))
    item = "workplace/anna.schmidt"
    assert blocked(told(there)) == {item: f"waits for the booking of conference-premium for {item}, {LAST}"}


def test_a_cancellation_of_others_is_no_difference(tmp_path: Path) -> None:
    """What is booked is booked until its end is bought; who wants that end too waits for theirs."""
    booked = seat("anna.schmidt", "58", "packages: [conference-premium]", status="activatedOn: 2025-01-02")
    folder = office(tmp_path, [booked], [seat("anna.schmidt", "58", "packages: [conference-premium]")])
    others_put(folder, theirs("anna.schmidt", "cancel", "conference-premium"))
    assert told(folder)["changes"] == []
    wish(folder, seat("anna.schmidt", "58"))
    item = "workplace/anna.schmidt"
    assert blocked(told(folder)) == {item: f"waits for the cancellation of conference-premium for {item}, {LAST}"}


def test_what_others_rely_on_stays(tmp_path: Path) -> None:
    """A profile that somebody is to get who is set up by others cannot be removed meanwhile."""
    folder = office(tmp_path, [ANNA, profile("strict", "+49900")], [ANNA], unmanaged="delete")
    others_put(folder, set_up(blockingProfile="strict"))
    strict = "blockingprofile/strict"
    assert blocked(told(folder)) == {strict: f"{strict} is needed for the activation of workplace/bea.keller, {LAST}"}


@pytest.mark.parametrize(("lang", "way_out"), [
    ("en", HELP), ("de", "am Portal klären, wer das wollte, und es dort bestellen oder herausnehmen"),
])
def test_a_comment_has_the_way_out_of_what_is_blocked(tmp_path: Path, lang: str, way_out: str) -> None:
    """Markdown tells the same as all others, not what the rule says in general; from a plan file too."""
    folder = office(tmp_path, [ANNA], [ANNA, seat("bea.keller", "60"), seat("carl.kurz", "59", internal="277")])
    others_put(folder, set_up())
    for argv in (("plan", "--out", "p.json"), ("drift",), ("show", "p.json"), ("apply", "p.json"), ("apply", "--yes")):
        rows = [row for row in reconciler(folder, *argv, "--output", "markdown", "--lang", lang).out.splitlines()
                if row.startswith("| `!` |")]
        assert [row.endswith(f" | {way_out} |") for row in rows] == [True, True], rows
        assert not any(name in row for row in rows for name in ("bea", "carl"))
