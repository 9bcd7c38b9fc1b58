"""Names that change while the thing stays."""

from dataclasses import replace

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.change import FieldChange
from reconciler.model.renames import (
    NAME,
    Renaming,
    element_fields,
    element_path,
    following,
    naming_mark,
    renamed_elements,
    with_renamed,
)
from reconciler.model.step import Step
from tests.engine.values import BONN, KINDS, group, observed, workplace

DEPARTMENTS = element_fields(KINDS["group"], all_kinds().values())[0]


def test_elements_that_others_refer_to():
    """The lists whose elements have names in other manifests, and the mark by which these refer to them."""
    assert DEPARTMENTS.path == "departments"
    assert naming_mark(DEPARTMENTS, KINDS["group"], KINDS.values()).rule == "DEPT-1"
    assert element_fields(KINDS["template"], KINDS.values()) == ()


def test_paths_there_and_back():
    """Names may hold dots."""
    assert renamed_elements("departments", {element_path("departments", "a.b"): "c", NAME: "x"}) == {"a.b": "c"}


def test_whoever_refers_to_it_follows():
    """A group and a department that are called otherwise; everybody else's body is the very same object."""
    body = workplace(department="innen").body
    assert following(KINDS["workplace"], body, {BONN: "honnef"}, {(BONN, "innen"): "drinnen"}) == replace(
        body, group="honnef", department="drinnen")
    assert following(KINDS["workplace"], body, {Address("group", "koeln"): "x"}, {}) is body
    renamed = with_renamed(group("bonn", "innen").body, DEPARTMENTS, {"innen": "drinnen"})
    assert [d.name for d in renamed.departments] == ["drinnen"]


def test_only_the_way_to_some():
    """What is left out of a plan is still seen by its new name."""
    honnef, koeln = Address("group", "honnef"), Address("group", "koeln")
    steps = tuple(Step(old, "direct", "update", body={NAME: new}) for old, new in ((BONN, "honnef"), (koeln, "deutz")))
    portal = observed(group("honnef"), group("deutz"))
    both = Renaming(portal, steps, {honnef: BONN, Address("group", "deutz"): koeln},
                    {honnef: (FieldChange(NAME, "bonn", "honnef"),)}, ((honnef, honnef), (koeln, koeln)))
    found = both.only([honnef])
    assert found.steps == steps[:1]
    assert (found.former, len(found.told), found.followers) == ({honnef: BONN}, 1, ((honnef, honnef),))
    assert found.observation is portal
