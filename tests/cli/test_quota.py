"""The quota of the contract: who comes before somebody goes waits for that, and only then."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import reconciler
from tests.cli.office import COMPANY, KOELN, office, seat, staff, unchanged, wish

YOUNG = "activatedOn: 2026-11-10"
LEAVER = seat("zora.zett", "90", status=YOUNG)
ALLOWED = ("--allow", "deletes=9", "--allow", "numbers=9", "--allow", "replaces=9")
END = "2026-12-10"


def narrow(quota: int) -> str:
    """The company with this quota."""
    return COMPANY.replace("quota: 200", f"quota: {quota}")


def scene(folder: Path, quota: int, there: Iterable[str], wished: Iterable[str]) -> Path:
    """A portal with a quota, and manifests that say everything."""
    return office(folder, there, wished, unmanaged="delete", company=narrow(quota))


def told(there: Path, *argv: str) -> dict[str, Any]:
    """The plan as JSON; it must be a good one."""
    said = unchanged(there, "plan", "--output", "json", *ALLOWED, *argv)
    assert said.exit == 0, said
    return json.loads(said.out)  # type: ignore[no-any-return]


def waves(plan: dict[str, Any]) -> dict[str, list[str]]:
    """Verb and name of all orders by day."""
    return {w["notBefore"]: [f"{o['verb']} {o['address'].partition('/')[2]}" for o in w["orders"]]
            for w in plan["waves"]}


NEW = [seat(f"neu.nr{n}", f"5{n}") for n in range(4)]


def test_only_as_many_as_there_is_room_for(tmp_path: Path):
    """The rest waits for the deletion that is planned already; all of it can be bought in its wave."""
    there = scene(tmp_path, 6, [*staff(2), LEAVER], [*staff(2), *NEW])
    plan = told(there)
    assert waves(plan) == {"2026-11-22": [f"activate neu.nr{n}" for n in range(3)],
                           END: ["activate neu.nr3", "delete zora.zett"]}
    (wait,) = plan["waves"][1]["orders"][0]["waitsFor"]
    assert (wait["rule"], wait["until"]) == ("QUOTA-1", END)
    assert wait["message"] == ("only with the deletion of workplace/zora.zett; "
                               "until then the quota of 6 is used up")
    assert not [f for f in plan["findings"] if f["rule"] == "QUOTA-1"]
    german = " ".join(unchanged(there, "plan", "--lang", "de", *ALLOWED).out.split())
    assert "erst mit der Löschung von workplace/zora.zett; bis dahin ist das Kontingent von 6 ausgeschöpft" in german
    for day in (END, "2026-12-11"):
        assert reconciler(there, "apply", "--yes", *ALLOWED).exit == 0
        assert reconciler(there, "order", "--yes").exit == 0
        assert reconciler(there, "portal", "advance", "--to", day).exit == 0
    assert told(there)["changes"] == []


def test_who_could_not_begin_on_the_day_wished_for_goes_first(tmp_path: Path):
    """Then who wishes for no day; who begins later anyway waits, and still begins on that day."""
    later, soon = (seat(f"dated.{day[-2:]}", day[-2:], f"activationDate: {day}")
                   for day in ("2026-12-20", "2026-12-01"))
    there = scene(tmp_path, 5, [*staff(2), LEAVER], [*staff(2), later, soon, NEW[0]])
    plan = told(there)
    assert waves(plan) == {"2026-11-22": ["activate dated.01", "activate neu.nr0"],
                           END: ["activate dated.20", "delete zora.zett"]}
    assert plan["waves"][1]["orders"][0]["activationDate"] == "2026-12-20"


def test_a_day_that_cannot_be_kept(tmp_path: Path):
    """A written day is never moved: where there is no room before, that is an error."""
    dated = [seat(f"dated.nr{n}", f"5{n}", "activationDate: 2026-12-01") for n in range(2)]
    said = unchanged(scene(tmp_path, 4, [*staff(2), LEAVER], [*staff(2), *dated]), "plan", *ALLOWED)
    assert (said.exit, "error[DATE-1]" in said.out) == (3, True), said


def test_whoever_is_made_anew_keeps_the_room(tmp_path: Path):
    """A move to another group and another user name need no seat of others, and others do not take theirs."""
    first, second, third = staff(3)
    moved = first.replace("group: bonn", "group: koeln").replace("228 6380-11", "221 4711-11")
    renamed = second.replace("name: person.nr12}", "name: paula.neu, annotations: {reconciler/was: person.nr12}}")
    there = scene(tmp_path, 4, [KOELN, first, second, third, LEAVER], [KOELN, moved, renamed, third, NEW[0]])
    assert waves(told(there)) == {
        "2026-11-22": ["delete person.nr11", "delete person.nr12"],
        "2026-11-23": ["activate person.nr11", "activate paula.neu"],
        END: ["activate neu.nr0", "delete zora.zett"]}


def test_what_lies_in_the_cart_or_is_ordered_has_a_seat(tmp_path: Path):
    """Ordered, or only in the cart; taken out again it gives the seat to the next one at once."""
    there = scene(tmp_path, 6, [*staff(2), LEAVER], [*staff(2), *NEW])
    assert reconciler(there, "apply", "--yes", *ALLOWED).exit == 0
    waiting = {END: ["activate neu.nr3", "delete zora.zett"]}
    assert waves(told(there)) == waiting
    wish(there, narrow(6), *staff(2), *NEW[1:])
    assert waves(told(there)) == {"2026-11-22": ["withdraw neu.nr0", "activate neu.nr3"], END: ["delete zora.zett"]}
    wish(there, narrow(6), *staff(2), *NEW)
    assert reconciler(there, "order", "--yes").exit == 0
    assert waves(told(there)) == waiting
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    assert waves(told(there)) == waiting


def test_a_deletion_in_the_cart_is_taken_out_again(tmp_path: Path):
    """Who was to go and stays has the seat; nobody else is put into the cart for it."""
    there = scene(tmp_path, 3, [*staff(2), LEAVER], [seat("person.nr11", "11")])
    assert reconciler(there, "apply", "--yes", *ALLOWED).exit == 0
    wish(there, narrow(3), *staff(2), NEW[0])
    assert waves(told(there)) == {"2026-11-22": ["withdraw person.nr12"], END: ["activate neu.nr0", "delete zora.zett"]}


def test_a_quota_that_never_suffices(tmp_path: Path):
    """That is an error of the rule, at the quota; where only the deletions are not planned too, it is blocked."""
    there = scene(tmp_path, 6, [*staff(2), LEAVER], [*staff(2), LEAVER, *NEW])
    said = unchanged(there, "plan", *ALLOWED)
    assert (said.exit, "error[QUOTA-1]" in said.out) == (3, True), said
    wish(there, narrow(6), *staff(2), *NEW)
    plan = told(there, "--target", "workplace/neu.*")
    assert waves(plan) == {"2026-11-22": [f"activate neu.nr{n}" for n in range(3)]}
    (blocked,) = plan["blocked"]
    assert (blocked["rule"], blocked["address"]) == ("QUOTA-1", "workplace/neu.nr3")
    assert "the quota of 6 is used up" in blocked["message"]
    assert "--target" in blocked["help"]


def test_who_is_being_made_anew_comes_before_who_is_new(tmp_path: Path):
    """On the day between, when the old one is gone and the new one is not queued yet, nobody else takes the room."""
    first, second = staff(2)
    renamed = first.replace("name: person.nr11}", "name: peter.neu, annotations: {reconciler/was: person.nr11}}")
    there = scene(tmp_path, 3, [first, second, LEAVER], [renamed, second, NEW[0]])
    assert reconciler(there, "apply", "--yes", *ALLOWED).exit == 0
    assert reconciler(there, "order", "--yes").exit == 0
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    assert waves(told(there)) == {"2026-11-23": ["activate peter.neu"], END: ["activate neu.nr0", "delete zora.zett"]}


def filled(there: Path) -> None:
    """Somebody with the tool's rights puts one more into the cart than there is room for, of those in the manifests."""
    portal = connect(open_workspace(there), load_kit())
    token = portal.acquire("somebody")
    first = next(p for p in portal.positions() if p.address.name == "neu.nr0")
    body = {**first.body, "user": {**first.body["user"], "firstName": "neu", "lastName": "nr3"},
            "login": {"email": "neu.nr3@lindenhof.example", "mobile": "+491701234553"},
            "number": {**first.body["number"], "external": "+49228638053", "internal": "53"}}
    order = Order("o1-too-many", "cart", "activate", Address("workplace", "neu.nr3"), body=body)
    assert portal.execute(order, token).outcome == "done"
    portal.release(token)
    portal.close()


def test_a_cart_that_the_portal_does_not_sell_yet(tmp_path: Path):
    """Plan, cart and order say why and until when, at the quota; nothing is bought, and no code says otherwise."""
    there = scene(tmp_path, 6, [*staff(2), LEAVER], [*staff(2), *NEW])
    assert reconciler(there, "apply", "--yes", *ALLOWED).exit == 0
    filled(there)
    assert reconciler(there, "apply", "--yes", *ALLOWED).exit == 0
    (found,) = [f for f in told(there)["findings"] if f["rule"] == "QUOTA-1"]
    assert (found["severity"], found["address"]) == ("warning", "company/lindenhof")
    assert found["place"].startswith("manifests/all.yaml:4:")
    assert found["message"] == (f"The cart of 2026-11-22 can only be bought with that of {END}: "
                                "The quota is for 6 workplaces, there would be 7.")
    assert found["help"] == (f"Apply and order again on {END}. It goes earlier like this: "
                             "Ask the service for a larger quota, or leave workplaces out.")
    cart = unchanged(there, "cart")
    assert (cart.exit, "To order" in cart.out, "cannot be ordered today" in cart.out) == (0, False, True)
    assert "The cart cannot be bought on 2026-11-22: The quota is for 6 workplaces, there would be 7." in (
        " ".join(cart.out.split()))
    said = unchanged(there, "order", "--yes")
    assert said.exit == 3, said
    assert f"can only be bought with that of {END}" in " ".join(said.out.split())
    assert said.last.startswith("Nothing was ordered, the portal refuses the whole cart. company/lindenhof: The quota")
    german = unchanged(there, "order", "--yes", "--lang", "de").last
    assert german.startswith("Bestellt wurde nichts, das Portal lehnt den ganzen Warenkorb ab.")
    assert reconciler(there, "portal", "advance", "--to", END).exit == 0
    assert reconciler(there, "apply", "--yes", *ALLOWED).exit == 0
    assert "To order" in reconciler(there, "cart").out
    assert reconciler(there, "order", "--yes").exit == 0
