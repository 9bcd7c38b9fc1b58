"""Plan files with a right digest and a wrong content: nothing is sent that a plan made now would not send."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from reconciler.wire.plan import PlanJson
from tests.cli.command import Said, reconciler
from tests.cli.office import office, portal, seat, unchanged, wish
from tests.engine.documents import profile

ANNA, BERT, CARL = seat("anna.schmidt", "58"), seat("bert.maier", "59"), seat("carl.lang", "60")
PROFILE = profile("standard", "+49900", "+49180")
Forge = Callable[[dict[str, Any]], object]


def signed(plain: dict[str, Any]) -> str:
    """The text of a plan file whose digest is right."""
    bare = json.dumps({**plain, "digest": None}, indent=2) + "\n"
    return bare.replace('"digest": null', f'"digest": "sha256:{sha256(bare.encode()).hexdigest()}"', 1)


def forged(there: Path, change: Forge) -> None:
    """The plan file, changed by somebody who knows how its digest is made."""
    path = there / "plan.json"
    plain = json.loads(path.read_text())
    change(plain)
    path.write_text(signed(plain))


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company that wants two joiners, a number change and a tighter profile; the plan is in plan.json."""
    folder = office(tmp_path, [CARL], [ANNA, BERT, seat("carl.lang", "61"), PROFILE])
    assert reconciler(folder, "plan", "--out", "plan.json").exit == 0
    return folder


def order(plain: dict[str, Any], verb: str, name: str = "") -> dict[str, Any]:
    """The first due order of this verb, for this name."""
    return next(o for o in plain["waves"][0]["orders"] if o["verb"] == verb and name in o["address"])


def stolen(plain: dict[str, Any]) -> None:
    """First credentials go to another house."""
    order(plain, "activate", "anna")["body"]["login"]["email"] = "anna@elsewhere.example"


def emptied(plain: dict[str, Any]) -> None:
    """Nothing is blocked any more."""
    order(plain, "update", "standard")["body"]["outgoing"] = []


def deletes(plain: dict[str, Any]) -> None:
    """Somebody whom the manifests keep is deleted."""
    model = {**order(plain, "activate", "anna"), "verb": "delete", "address": "workplace/carl.lang", "body": {}}
    plain["waves"][0]["orders"].append(model)


FORGERIES: dict[str, Forge] = {
    "login to another domain": stolen,
    "a profile emptied": emptied,
    "somebody deleted": deletes,
    "another number": lambda p: order(p, "update", "carl")["body"].update({"number.external": "+49228638099"}),
    "another person": lambda p: order(p, "activate", "anna").update(address="workplace/eva.mai"),
    "another reference": lambda p: order(p, "activate", "anna").update(ref="o1-aaaaaaaaaaaaaaaaaaaaaaaaaa"),
    "a reference of another order": lambda p: order(p, "activate", "anna").update(
        ref=order(p, "activate", "bert")["ref"]),
    "no reference": lambda p: order(p, "activate", "anna").update(ref=None),
    "another channel": lambda p: order(p, "update", "carl").update(channel="cart"),
    "another verb": lambda p: order(p, "activate", "anna").update(verb="create", channel="direct"),
    "an item": lambda p: order(p, "activate", "anna").update(item="assistant"),
    "a target": lambda p: order(p, "activate", "anna").update(target="o1-bbbbbbbbbbbbbbbbbbbbbbbbbb"),
    "a field more": lambda p: order(p, "activate", "anna")["body"].update(language="en"),
    "a field less": lambda p: order(p, "activate", "anna")["body"].pop("login"),
    "a direct field more": lambda p: order(p, "update", "carl")["body"].update({"blockingProfile": "system"}),
    "a package": lambda p: order(p, "activate", "anna")["body"].update(packages=["assistant"]),
    "an order twice under two names": lambda p: p["waves"][0]["orders"].append(
        {**order(p, "activate", "anna"), "ref": "o1-cccccccccccccccccccccccccc"}),
    "an activation date": lambda p: order(p, "activate", "anna")["body"].update(activationDate="2027-11-22"),
    "another count of lives": lambda p: order(p, "activate", "anna").update(expects=7),
    "an unknown field": lambda p: order(p, "activate", "anna")["body"].update(colour="red"),
    "an unknown direct field": lambda p: order(p, "update", "carl")["body"].update({"number.colour": "red"}),
    "an unknown kind": lambda p: order(p, "activate", "anna").update(address="rocket/anna.schmidt"),
    "an order more of an unknown kind": lambda p: p["waves"][0]["orders"].append(
        {**order(p, "activate", "anna"), "ref": "o1-cccccccccccccccccccccccccc", "address": "rocket/eva",
         "verb": "delete", "body": {}}),
    "a direct order of an unknown kind": lambda p: order(p, "update", "standard").update(address="rocket/standard"),
    "a later wave now": lambda p: p["waves"][0]["orders"].append(
        {**order(p, "update", "carl"), "ref": None, "body": {"number.external": "+49228638062"}}),
}
"""What is refused with 5 before anything is sent."""


@pytest.mark.parametrize("name", FORGERIES)
def test_other_content_is_refused(there: Path, name: str) -> None:
    """The digest fits, and still nothing is sent: a plan made now does not have this order."""
    forged(there, FORGERIES[name])
    said = unchanged(there, "apply", "plan.json")
    assert said.exit == 5, said


FORMS: dict[str, Forge] = {
    "waves a map": lambda p: p.update(waves={}),
    "orders a map": lambda p: p["waves"][0].update(orders={}),
    "an order null": lambda p: p["waves"][0].update(orders=[None]),
    "an unknown verb": lambda p: order(p, "activate").update(verb="explode"),
    "an unknown channel": lambda p: order(p, "activate").update(channel="mail"),
    "an unknown action": lambda p: p["changes"][0].update(action="explode"),
    "a body that is a list": lambda p: order(p, "activate").update(body=[]),
    "a reference that is a number": lambda p: order(p, "activate").update(ref=7),
    "an address that is null": lambda p: order(p, "activate").update(address=None),
    "a reference of half a character": lambda p: order(p, "activate").update(ref="\ud800"),
    "half a character in a body": lambda p: order(p, "activate")["body"].update(group="\udfff"),
    "lives as text": lambda p: order(p, "activate").update(expects="0"),
    "a day that is none": lambda p: p["waves"][0].update(notBefore="2026-02-30"),
    "allowances as text": lambda p: p.update(allowances={"deletes": "many"}),
    "allowances as a list": lambda p: p.update(allowances=[1]),
    "a selection that is a list": lambda p: p.update(selection=[]),
    "a selection of numbers": lambda p: p["selection"].update(target=[1]),
    "no selection": lambda p: p.pop("selection"),
    "no cart": lambda p: p.pop("cart"),
    "a cart of numbers": lambda p: p.update(cart={"o1-a": 1}),
    "no portal": lambda p: p.update(portal=None),
    "refused as text": lambda p: p.update(refused="NO"),
    "commitments as text": lambda p: p.update(commitments="none"),
    "mails as text": lambda p: p["commitments"].update(mails="many"),
    "a note that is a number": lambda p: p.update(notes=[1]),
    "exit as text": lambda p: p.update(exit="0"),
    "an exit that no plan has": lambda p: p.update(exit=2),
    "an exit below nothing": lambda p: p.update(exit=-1),
    "a cost that is text": lambda p: p.update(cost="much"),
    "the day as a number": lambda p: p.update(asOf=20261122),
    "foreign as text": lambda p: p.update(foreign="none"),
    "emergency as text": lambda p: p.update(emergency=["workplace/x"]),
}
"""What is no plan at all, whatever its digest."""


@pytest.mark.parametrize("name", FORMS)
def test_another_form_is_refused(there: Path, name: str) -> None:
    """A right digest over what is no plan: exit 5 with one sentence, for apply, order and show."""
    forged(there, FORMS[name])
    for line in ("apply plan.json", "order plan.json --yes", "show plan.json"):
        said = unchanged(there, *line.split())
        assert (said.exit, said.out) == (5, ""), (line, said)


def test_no_key_can_be_missing(there: Path) -> None:
    """Every key that a plan file needs, under a right digest; what is deeper inside is shown in tests/wire."""
    before, whole = portal(there), (there / "plan.json").read_text()
    for key in sorted(PlanJson.__required_keys__ - {"digest"}):
        plain = json.loads(whole)
        del plain[key]
        (there / "plan.json").write_text(signed(plain))
        said = reconciler(there, "apply", "plan.json")
        assert (said.exit, said.out) == (5, ""), (key, said)
    assert portal(there) == before


def test_the_mark_of_a_guard_cannot_be_dropped(tmp_path: Path) -> None:
    """A plan that a guard refused, with the mark cut out: the guards of a fresh plan refuse it again."""
    staff = [seat(f"person.nr{n}", f"{n}") for n in range(11, 23)]
    there = office(tmp_path, staff, staff[:9], unmanaged="delete")
    assert reconciler(there, "plan", "--out", "plan.json").exit == 4
    forged(there, lambda p: p.update(refused=[], exit=0, findings=[]))
    assert unchanged(there, "apply", "plan.json").exit == 4


def test_manifests_changed_since_the_plan(there: Path) -> None:
    """What the manifests no longer say is not sent, and the difference is told with both values."""
    wish(there, seat("anna.schmidt", "57"), BERT, seat("carl.lang", "61"), PROFILE)
    said = unchanged(there, "apply", "plan.json", "--output", "json")
    assert said.exit == 5
    found = [f for f in json.loads(said.out)["findings"] if f["rule"] == "PLAN-1"]
    assert {f["address"] for f in found} == {"workplace/anna.schmidt"}
    number = next(f for f in found if f["path"] == "number.external")
    assert "+49228638058" in number["message"]
    assert "+49228638057" in number["message"]


def test_manifests_broken_since_the_plan(there: Path) -> None:
    """Manifests that break a rule stop a plan file too."""
    wish(there, seat("anna.schmidt", "58", internal="112"), BERT)
    assert unchanged(there, "apply", "plan.json").exit == 3


def test_what_became_due_meanwhile_is_not_sent(there: Path) -> None:
    """A wish that came later is no part of the plan file: it is neither sent nor a reason to refuse the rest."""
    wish(there, ANNA, BERT, seat("carl.lang", "61"), PROFILE, seat("dora.lind", "70"))
    said = reconciler(there, "apply", "plan.json", "--output", "json")
    assert said.exit == 0
    assert json.loads(said.out)["counts"]["done"] == 4
    assert "dora.lind" not in portal(there)


def test_a_portal_of_yesterday(there: Path) -> None:
    """The portal's file was restored from a backup that is older than the plan: exit 5, nothing is sent."""
    kept = {p: p.read_bytes() for p in (there / ".reconciler").glob("portal.db*")}
    reconciler(there, "apply", "plan.json")
    reconciler(there, "plan", "--out", "plan.json")
    for path in (there / ".reconciler").glob("portal.db*"):
        path.unlink()
    for path, content in kept.items():
        path.write_bytes(content)
    for line in ("apply plan.json", "order plan.json --yes"):
        said = unchanged(there, *line.split())
        assert said.exit == 5, line
        assert "backup" in said.last


def test_the_day_is_named(there: Path) -> None:
    """A plan for a day to come, and one that is too old, say which day it is."""
    reconciler(there, "plan", "--as-of", "2026-11-30", "--out", "plan.json")
    said: Said = unchanged(there, "apply", "plan.json")
    assert (said.exit, "2026-11-30" in said.last, "2026-11-22" in said.last) == (5, True, True)


def test_a_choice_is_no_choice_of_a_plan_file(there: Path) -> None:
    """--target and its like belong to plan; the file remembers them, so that apply plans for the same choice."""
    assert unchanged(there, "apply", "plan.json", "--target", "workplace/anna*").exit == 64
    reconciler(there, "plan", "--target", "workplace/anna*", "--out", "plan.json")
    said = reconciler(there, "apply", "plan.json", "--output", "json")
    assert (said.exit, json.loads(said.out)["counts"]["done"]) == (0, 1)
