"""The list of work by hand."""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Rule
from reconciler.model.text import NOTHING, Text
from reconciler.stages.outlook.remind import remind
from tests.engine.values import ANNA, BERT, manifest, workplace


def undone(wish: Resource, active: Resource | None) -> list[Breach]:
    """Somebody must do something until the workplace is active."""
    return [] if active else [Breach("HAND", wish.address, values={"who": wish.address.name})]


RULE = Rule("HAND", Severity.WARNING, NOTHING, NOTHING, NOTHING, Text("{who}: tun", "{who}: do it"), NOTHING,
            chores=undone)


def test_chores_in_order_of_addresses():
    """One for each wish that is not active, in the words of the rule's way out."""
    found = remind(State([manifest(BERT), manifest()]), State(), [RULE])
    assert [(c.address, c.rule, c.message.en) for c in found] == [
        (ANNA, "HAND", "anna: do it"), (BERT, "HAND", "bert: do it")]


def test_no_chore_for_what_is_active_silenced_or_unmanaged():
    """What no manifest names is not ours to remind of."""
    silent = manifest(BERT, annotations={"reconciler/ignore": "HAND (done last week)"})
    assert remind(State([manifest(), silent]), State([workplace()]), [RULE]) == ()
    assert remind(State([workplace()]), State(), [RULE]) == ()
