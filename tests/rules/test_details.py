"""What the examples of the rules do not show: severities, one cause one finding, who is told."""

import pytest

from reconciler.model.resource import State
from reconciler.model.rule import Example, Facts
from reconciler.rules._examples import company, document, together, workplace
from reconciler.stages.judge.check import check
from tests.rules.worlds import RULES, breach, found, world


@pytest.mark.parametrize(("name", "expected"), [
    ("beak", {"USERNAME-1"}),
    ("Bea.keller", {"USERNAME-2"}),
    ("bea.kellerÄ", {"USERNAME-2"}),
    ("bea keller", {"USERNAME-2"}),
    ("bea.kеller", {"USERNAME-2"}),
    ("bea._keller", {"USERNAME-3"}),
    ("_bea.keller", {"USERNAME-4"}),
    ("bea.keller..", {"USERNAME-4"}),
    ("bea..keller-", {"USERNAME-3", "USERNAME-4"}),
    ("12e7x", set()),
    ("b-k_9.z", set()),
])
def test_user_names(name, expected):
    """Each fault of a user name is told by one rule."""
    assert {rule for rule, *_ in found(workplace(f'"{name}"')) if rule.startswith("USERNAME")} == expected


@pytest.mark.parametrize(("name", "advice"), [
    ("Jürgen.Groß", "juergen.gross"),
    ("René.keller", "rene.keller"),
    ("ju\u0308rgen.k", "juergen.k"),
    ("bea.kеller", ""),
    ("Anna.Schmidt", ""),
])
def test_corrected_user_name(name, advice):
    """A corrected name is offered where it is the only one, and free."""
    help_ = breach("USERNAME-2", workplace(f'"{name}"')).help
    assert (help_.en if help_ else "") == (f"Write “{advice}”." if advice else "")


def test_login_of_an_existing_workplace():
    """Login data are asked of new workplaces, and of those of which the portal tells them: they would be emptied."""
    bare, both = workplace(login=""), {"AUTH-1", "AUTH-2"}
    assert both <= {rule for rule, *_ in found(bare)}
    assert both <= {rule for rule, *_ in found(bare, portal=workplace())}
    assert not both & {rule for rule, *_ in found(bare, portal=bare)}


def test_login_of_a_replaced_workplace():
    """A change of the group sets the workplace up anew, so that login data are needed again."""
    assert "AUTH-1" in {rule for rule, *_ in found(workplace(login="", group="koeln"), portal=workplace())}


def test_a_misspelt_template():
    """The error stands at the name and proposes the nearest one."""
    misspelt = breach("REF-1", together(document("Template", "vertrieb", group="bonn"), workplace(template="vertieb")))
    assert (misspelt.path, misspelt.values["nearest"]) == (("template",), "vertrieb")


def test_no_group_at_all():
    """Without any group to fall back to, GROUP-1 is an error."""
    alone = together(document("Company", "neu", generation='"2.0"'), document("Group", "bonn"), workplace(group=""))
    assert ("GROUP-1", "workplace/b.keller", "error") in found(alone)


@pytest.mark.parametrize(("rule", "wrong"), [
    ("BLOCK-1", document("Template", "vertrieb", group="bonn", blockingProfile="standart")),
    ("REF-1", document("Template", "vertrieb", group="bon")),
    ("PKG-12", document("Template", "vertrieb", group="bonn", packages="[asistant]")),
    ("PKG-11", document("Template", "vertrieb", group="bonn", packages="[conference]")),
    ("DEV-3", document("Template", "vertrieb", group="bonn", desktopClient="sfb")),
    ("TZ-1", company(timeZone="Europe/Berln")),
])
def test_one_cause_one_finding(rule, wrong):
    """What a template or the company says wrongly is told there, and not again for each heir."""
    heirs = (workplace(name, template="vertrieb", group="", blockingProfile="") for name in ("c.lang", "d.lang"))
    told = [address for id_, address, _ in found(together(wrong, *heirs)) if id_ == rule]
    assert len(told) == 1
    assert not told[0].startswith("workplace/")


def test_defaults_are_the_users_own():
    """What defaults say wrongly is told at the workplaces, since nobody else checks defaults."""
    defaults = document("Defaults", "alle", workplace="{blockingProfile: standart}")
    breaches = found(together(defaults, workplace(blockingProfile="")))
    told = [address for rule, address, _ in breaches if rule == "BLOCK-1"]
    assert told == ["workplace/b.keller"]


def test_path_of_an_item():
    """The path leads to the item as it was written, although lists are sorted and united."""
    template = document("Template", "vertrieb", group="bonn", packages="[group-function]")
    wrong = breach("PKG-12", together(template, workplace(template="vertrieb", packages="[conference-plus, asistant]")))
    assert wrong.path == ("packages", 1)


def test_nothing_known_nothing_said():
    """Without company, groups, profiles and blocks, the rules that need them do not fail."""
    facts, _ = world(Example(together(document("Company", "neu"), workplace(
        department="vertrieb", blockingProfile="", packages="[assistant, call-analytics, conference]",
        devices="[{profile: mobile-client}, {profile: desktop-client-sfb}]",
        number='{external: "+49 228 1234-5", internal: "55", nomadicUse: {restrictedTo: dort}}'))))
    bare = Facts(State(facts.after.of("workplace").values()), wished=State(facts.wished.of("workplace").values()))
    told = {b.rule for b in check(bare, RULES)}
    assert not told & {"QUOTA-1", "NOMAD-2", "LINE-1", "PKG-5", "PKG-11", "DEV-3", "DEV-4", "NUM-1", "E5", "GROUP-3",
                       "DEPT-1"}
