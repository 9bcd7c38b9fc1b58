"""Renames: what is called otherwise stays what it is, and whoever refers to it follows; a person is replaced."""

from datetime import timedelta

import pytest

from reconciler.model.finding import Severity
from tests.engine.documents import group, profile, read, was
from tests.engine.dsl import asked, orders, portal, queued, reached, rules
from tests.engine.engine import buy, plan, seen, send
from tests.engine.worlds import LOCKED, OWNERS, STANDARD, YOUNG, company, seat, template

INSIDE = "department: innen"
ANNA, EMIL = seat("anna.adler", "10", "20", INSIDE), seat("emil.ernst", "11", "21", INSIDE)
KOELN, BONN = group("koeln", "technik"), group("bonn", "innen", "aussen")
MOVED = {**OWNERS, "bonn-1": "group: honnef", "bonn-2": "group: honnef"}
HONNEF = [STANDARD, was("bonn", group("honnef", "{name: drinnen, was: innen}", "aussen")), KOELN]


def in_honnef(*seats: str, settings: tuple[str, ...] = tuple(HONNEF)) -> str:
    """The company once its first group and a department are called otherwise."""
    text = company(*seats, owners=MOVED, settings=settings)
    return text.replace("group: bonn", "group: honnef").replace("department: innen", "department: drinnen")


def renamed_block(text: str, old: str, new: str) -> str:
    """The text with a block called otherwise."""
    return text.replace(f"metadata: {{name: {old}}}",
                        f"metadata: {{name: {new}, annotations: {{reconciler/was: {old}}}}}")


SALES = [template(), seat("frida.fink", "16", "16", "template: vertrieb")]
SOLD = [was("vertrieb", template("blockingProfile: locked").replace("name: vertrieb", "name: verkauf")),
        seat("frida.fink", "16", "16", "template: verkauf")]
LONGER = {**OWNERS, "bonn-1": "group: bonn, extendedBy: 1"}
CHAIN = [was("locked", profile("closed", "+49137")), was("standard", profile("locked", "+49900", "+49180"))]
NAMED = {
    "group and department": (company(ANNA), in_honnef(ANNA), ["update bonn", "update honnef"]),
    "a member changes too": (company(ANNA), in_honnef(ANNA.replace('"20"', '"25"')),
                             ["update bonn", "update honnef", "update anna.adler"]),
    "the group gets another profile": (
        company(ANNA, settings=[STANDARD, LOCKED, BONN, KOELN]),
        in_honnef(ANNA, settings=(STANDARD, LOCKED, KOELN, was("bonn", group(
            "honnef", "{name: drinnen, was: innen}", "neu", more="blockingProfile: locked")))),
        ["update bonn", "update honnef", "update honnef", "update honnef", "update anna.adler"]),
    "template and profile": (company(LOCKED, *SALES), company(LOCKED, *SOLD),
                             ["update vertrieb", "update verkauf", "update frida.fink"]),
    "profiles in a chain": (company(ANNA, LOCKED), company(ANNA, *CHAIN, settings=[BONN, KOELN]),
                            ["update locked", "update standard", "update closed", "update locked"]),
    "blocks in a chain": (company(ANNA), renamed_block(renamed_block(company(ANNA), "bonn-2", "bonn-3"),
                                                       "bonn-1", "bonn-2"), ["update bonn-2", "update bonn-1"]),
    "a block is extended": (company(ANNA), renamed_block(
        company(ANNA, seat("emil.ernst", "115", "21"), owners=LONGER), "bonn-1", "bonn-neu"),
        ["update bonn-1", "update bonn-neu", "activate emil.ernst"]),
}


@pytest.mark.parametrize(("first", "wish", "planned"), NAMED.values(), ids=NAMED)
def test_names_change_before_all_else(first: str, wish: str, planned: list[str]):
    """One order for each name, then the rest by the new ones; afterwards the old name left there does nothing."""
    there = portal(first)
    assert orders(asked(there, wish)) == [f"11-22 {deed}" for deed in planned]
    reached(there, wish)
    there.advance(there.observe().today + timedelta(days=90))
    drafted = asked(there, wish)
    assert (drafted.plan.changes, "NAME-1" in rules(drafted)) == ((), False)


@pytest.mark.parametrize("bought", [False, True])
@pytest.mark.parametrize(("before", "cart", "after"), [
    ([ANNA], [ANNA, EMIL], [ANNA, EMIL]), ([ANNA], [ANNA, EMIL], [ANNA, EMIL.replace('"21"', '"25"')]),
    ([ANNA, EMIL], [ANNA], [ANNA]), ([ANNA, EMIL], [ANNA], [ANNA, EMIL])])
def test_a_member_is_on_the_way(before: list[str], cart: list[str], after: list[str], bought: bool):
    """Positions of members, in the cart or ordered, follow the new names, and can be changed and taken back."""
    reached(queued(portal(company(*before)), company(*cart), bought=bought), in_honnef(*after))


@pytest.mark.parametrize("sent", range(5))
def test_a_run_that_ends_between_the_names_and_the_rest(sent: int):
    """However many orders of the first plan were sent, a fresh plan does the rest."""
    there, wish = portal(company(ANNA, EMIL)), in_honnef(ANNA.replace('"20"', '"25"'), seat("frida.fink", "11", "21"))
    send(there, asked(there, wish).plan.due[:sent])
    reached(there, wish)


def test_only_what_was_asked_for_is_renamed():
    """Of a member whose group is called otherwise only the member changes, by names that the portal knows."""
    there, wish = portal(company(ANNA, EMIL)), in_honnef(ANNA.replace('"20"', '"25"'), EMIL)
    assert orders(asked(there, wish, target=("workplace/anna.*",))) == ["11-22 update anna.adler"]
    assert orders(asked(there, wish, exclude=("group/*",))) == ["11-22 update anna.adler"]
    assert orders(asked(there, wish, target=("group/*",))) == ["11-22 update bonn", "11-22 update honnef"]
    send(there, asked(there, wish, target=("workplace/anna.*",)).plan.due)
    reached(there, wish)


def test_a_new_member_needs_the_new_name():
    """Who cannot be made without a rename that was left out is not planned as good."""
    there, wish = portal(company(ANNA)), in_honnef(ANNA, EMIL)
    drafted = asked(there, wish, target=("workplace/emil.*",))
    (error,) = [f for f in drafted.findings if f.severity is Severity.ERROR]
    assert (error.rule, "group/honnef, which does not exist" in error.message.en) == ("REF-1", True)


OTHER = seat("emil.ammer", "12", "22")
WARNED = {
    "never there": (company(was("nobody", profile("new", "+49900"))), "there is no “nobody” in the portal"),
    "nobody": (company(was("no.body", EMIL)), "there is no “no.body” in the portal"),
    "both there": (company(ANNA, settings=[was("locked", STANDARD), BONN, KOELN]), "has “locked” and “standard”"),
    "still wished": (company(ANNA, was("anna.adler", OTHER)), "a manifest still names “anna.adler”"),
}


@pytest.mark.parametrize(("wish", "says"), WARNED.values(), ids=WARNED)
def test_a_rename_without_effect_is_told(wish: str, says: str):
    """The wish is carried out as it stands, and a warning says that nothing was renamed."""
    there = portal(company(ANNA, LOCKED))
    (told,) = [f for f in asked(there, wish).findings if f.rule == "NAME-1"]
    assert (told.severity, says in told.message.en) == (Severity.WARNING, True)
    reached(there, wish)


def test_people_in_a_row_take_nothing_over():
    """A name that is taken cannot be that of somebody else: each is told, and nothing is lost unheard."""
    wish = company(was("anna.adler", EMIL), was("emil.ernst", OTHER))
    assert [str(f.address) for f in asked(portal(company(ANNA, EMIL)), wish).findings if f.rule == "NAME-1"] == [
        "workplace/emil.ernst", "workplace/emil.ammer"]


def swapped(*departments: str) -> str:
    """The first group with these departments."""
    return company(seat("anna.adler", "10", "20"), settings=[STANDARD, group("bonn", *departments), KOELN])


WRONG = {
    "one profile twice": ("NAME-2", company(*(was("standard", profile(n, "+49900")) for n in ("x", "y")),
                                            settings=[BONN, KOELN])),
    "one person twice": ("NAME-2", company(was("anna.adler", EMIL), was("anna.adler", OTHER))),
    "one department twice": ("NAME-2", swapped("{name: x, was: innen}", "{name: y, was: innen}")),
    "profiles": ("NAME-3", company(ANNA, was("standard", profile("locked", "+49900")),
                                   was("locked", profile("standard", "+49137")), settings=[BONN, KOELN])),
    "departments": ("NAME-3", swapped("{name: aussen, was: innen}", "{name: innen, was: aussen}")),
}


@pytest.mark.parametrize(("rule", "wish"), WRONG.values(), ids=WRONG)
def test_names_that_cannot_be_given(rule: str, wish: str):
    """Two that claim the same, and names that go round, stop the plan."""
    drafted = asked(portal(company(ANNA, LOCKED)), wish)
    assert rule in {f.rule for f in drafted.findings if f.severity is Severity.ERROR}
    assert not drafted.plan.waves


@pytest.mark.parametrize("old", ["anna.adler", "Anna.Adler", "''", "4711", "[a]"])
def test_an_annotation_that_names_nobody(old: str):
    """One's own name, an empty one and what is no name change nothing."""
    assert not asked(portal(company(ANNA)), company(was(old, ANNA))).plan.changes


def test_a_company_is_not_replaced():
    """It exists by contract: another name is a fact that is wrong, and a former one does nothing."""
    there, named = portal(company(ANNA)), "kind: Company\nmetadata: {{name: {}, annotations: {{reconciler/was: {}}}}}"
    head = "kind: Company\nmetadata: {name: acme}"
    assert not asked(there, company(ANNA).replace(head, named.format("acme", "older"))).plan.changes
    drafted = asked(there, company(ANNA).replace(head, named.format("other", "acme")))
    assert (rules(drafted), drafted.plan.changes) == ({"FACT-1"}, ())


OLD_ANNA, NEW = (ANNA, "11-22", "11-23"), "anna.ammer"
PEOPLE = {
    "number written": seat(NEW, "10", "20", INSIDE), "automatic number": seat(NEW, "auto", "auto", INSIDE),
    "another number": seat(NEW, "15", "25", INSIDE), "another group": seat(NEW, "10", "20", group="koeln"),
}


@pytest.mark.parametrize(("old", "gone", "made"), [OLD_ANNA, (ANNA.replace("2025-01-02", YOUNG), "12-10", "12-11")])
@pytest.mark.parametrize("new", PEOPLE.values(), ids=PEOPLE)
def test_a_person_is_called_otherwise(old: str, gone: str, made: str, new: str):
    """One replace: the old workplace ends with its term, the new one begins the day after."""
    there, wish = portal(company(old)), company(was("anna.adler", new))
    drafted = asked(there, wish)
    assert [(c.action, str(c.before.address)) for c in drafted.plan.changes if c.before] == [
        ("replace", "workplace/anna.adler")]
    assert orders(drafted) == [f"{gone} delete anna.adler", f"{made} activate anna.ammer"]
    reached(there, wish)


def test_a_number_that_nobody_wrote_asks_for_a_yes():
    """After the deletion nothing remembers it; written down it needs no yes."""
    there, allow = portal(company(ANNA)), {"replaces": 1}
    automatic, written = (company(was("anna.adler", PEOPLE[name])) for name in ("automatic number", "number written"))
    assert asked(there, automatic, allow=allow).plan.refused == ("NUMBERS",)
    assert asked(there, written, allow=allow).plan.refused == ()


@pytest.mark.parametrize(("bought", "planned"), [
    (False, ["11-22 withdraw emil.ernst", "11-22 activate emil.ammer"]),
    (True, ["12-22 delete emil.ernst", "12-23 activate emil.ammer"])])
def test_a_person_who_was_only_ordered(bought: bool, planned: list[str]):
    """In the cart the old position is taken out; ordered, it binds for its term."""
    there = queued(portal(company(ANNA)), company(ANNA, EMIL), bought=bought)
    wish = company(ANNA, was("emil.ernst", seat("emil.ammer", "11", "21", INSIDE)))
    assert orders(asked(there, wish)) == planned
    reached(there, wish)


@pytest.mark.parametrize(("bought", "kept"), [(False, True), (True, True)])
def test_a_person_who_is_leaving_already(bought: bool, kept: bool):
    """As long as the old one is there its number passes on; the day after it is gone there is nothing to take over."""
    there = queued(portal(company(ANNA, EMIL)), company(ANNA), bought=bought)
    wish = company(ANNA, was("emil.ernst", seat("emil.ammer", "auto", "auto", INSIDE)))
    drafted = asked(there, wish)
    assert orders(drafted) == ["11-23 activate emil.ammer"]
    assert (drafted.plan.waves[0].orders[0].body["number"]["external"] == "+4922810011") is kept
    if not bought:
        buy(there)
    there.advance(there.observe().today + timedelta(days=1))
    assert [c.action for c in plan(there, read(wish)).plan.changes] == ["create"]
    reached(there, wish)


@pytest.mark.parametrize("bought", [False, True])
def test_a_person_who_is_called_as_before_after_all(bought: bool):
    """Taken back before the deletion was ordered, or made again after it."""
    there = queued(portal(company(ANNA)), company(was("anna.adler", PEOPLE["number written"])), bought=bought)
    reached(there, company(ANNA))


def test_a_person_and_a_group_are_called_otherwise():
    """The names of groups first; the person moves within the group, whatever it is called."""
    there, wish = portal(company(ANNA)), in_honnef(was("anna.adler", PEOPLE["number written"]))
    assert orders(asked(there, wish)) == ["11-22 update bonn", "11-22 update honnef", "11-22 delete anna.adler",
                                          "11-23 activate anna.ammer"]
    reached(there, wish)


def test_the_same_orders_again_do_nothing():
    """A plan with renames that is sent twice is done once, even where a name was passed on."""
    there = portal(company(ANNA, LOCKED))
    due = asked(there, company(ANNA, *CHAIN, settings=[BONN, KOELN])).plan.due
    assert {receipt.outcome for receipt in send(there, due)} == {"done"}
    before = seen(there.observe())
    assert {receipt.outcome for receipt in send(there, due)} == {"already-present"}
    assert seen(there.observe()) == before
