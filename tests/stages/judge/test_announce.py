"""Renames among the changes."""

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff, FieldChange
from reconciler.model.renames import NAME, Renaming
from reconciler.model.resource import State
from reconciler.stages.judge.announce import announce
from tests.engine.values import group, observed

OLD, NEW = Address("group", "bonn"), Address("group", "honnef")
CALLED = FieldChange(NAME, "bonn", "honnef")
RENAMING = Renaming(observed(group("honnef")), former={NEW: OLD}, told={NEW: (CALLED,)}, followers=((NEW, OLD),))


def test_what_is_only_renamed_is_a_change():
    """It is no longer unchanged, and says what it was called."""
    found = announce(Diff((), State([group("honnef")]), State([group("honnef")]), unchanged=1), RENAMING)
    assert [(c.address, c.action, c.reason, c.fields, c.before and c.before.address) for c in found.changes] == [
        (NEW, Action.UPDATE, "renamed", (CALLED,), OLD)]
    assert found.unchanged == 0
    assert found.followers == RENAMING.followers


def test_a_rename_comes_before_the_other_fields():
    """One change tells of both, the name first."""
    other = FieldChange("timeZone", None, "Europe/Vienna")
    change = Change(NEW, Action.UPDATE, "differs", (other,), group("honnef"), group("honnef"))
    found, = announce(Diff((change,), State(), State()), RENAMING).changes
    assert found.fields == (CALLED, other)
    assert found.before
    assert found.before.address == OLD


def test_without_renames_nothing_is_said():
    """The very same diff."""
    diff = Diff((), State(), State(), unchanged=3)
    assert announce(diff, Renaming(observed())) is diff
