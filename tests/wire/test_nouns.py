"""What is written as plain JSON is read back as it was: one law for every noun."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic_core import SchemaValidator

from reconciler.model.message import Say
from reconciler.model.schema import schema_of
from reconciler.wire import change, cost, finding, held, meaning, order, position, said, sent, told
from reconciler.wire._plain import Hear, Voice, hearing
from tests.engine.values import KINDS
from tests.wire import nouns


class Noun(NamedTuple):
    """Any value of it, its form, and both directions."""

    any: st.SearchStrategy[Any]
    form: Any
    write: Callable[[Any, Say], Any]
    read: Callable[[Any, Hear], Any]


def wordless(any_: st.SearchStrategy[Any], form: Any, write: Callable[[Any], Any], read: Callable[[Any], Any]) -> Noun:
    """A noun without sentences."""
    return Noun(any_, form, lambda value, _: write(value), lambda plain, _: read(plain))


NOUNS = {
    "order": Noun(nouns.orders, order.OrderJson, order.order_json, order.order_of),
    "wave": Noun(nouns.waves, order.WaveJson, order.wave_json, order.wave_of),
    "receipt": Noun(nouns.receipts, order.ReceiptJson, order.receipt_json, order.receipt_of),
    "change": wordless(nouns.changes, change.ChangeJson, lambda c: change.change_json(c, {}), change.change_of),
    "blocked": Noun(nouns.blocked, change.BlockedJson, change.blocked_json, change.blocked_of),
    "finding": Noun(nouns.findings, finding.FindingJson, finding.finding_json, finding.finding_of),
    "position": Noun(nouns.positions, position.PositionJson, position.position_json, position.position_of),
    "pending": Noun(nouns.pendings, position.PendingJson, position.pending_json, position.pending_of),
    "term": wordless(nouns.terms, position.TermJson, position.term_json, position.term_of),
    "cost": wordless(nouns.perhaps(nouns.costs), cost.CostJson | None, cost.cost_json, cost.cost_of),
    "commitments": wordless(nouns.commitments, meaning.CommitmentsJson, meaning.commitments_json,
                            meaning.commitments_of),
    "unordered": wordless(nouns.perhaps(nouns.unordered), meaning.UnorderedJson | None, meaning.unordered_json,
                          meaning.unordered_of),
    "ordered": wordless(nouns.perhaps(nouns.ordered), meaning.OrderedJson | None, meaning.ordered_json,
                        meaning.ordered_of),
    "handover": wordless(nouns.handovers, meaning.HandoverJson, meaning.handover_json, meaning.handover_of),
    "gap": wordless(nouns.gaps, meaning.GapJson, meaning.gap_json, meaning.gap_of),
    "chore": Noun(nouns.chores, meaning.ChoreJson, meaning.chore_json, meaning.chore_of),
    "blocking": wordless(nouns.blockings, meaning.BlockingJson, meaning.blocking_json, meaning.blocking_of),
    "emergency": wordless(nouns.touched, meaning.EmergencyJson, meaning.emergency_json, meaning.emergency_of),
    "said": wordless(nouns.texts, said.SaidJson, said.said_json, said.said_of),
    "sent": wordless(nouns.bare_orders, sent.SentJson, sent.sent_json, lambda plain: sent.sent_of(plain, "o1-x")),
    "held resource": wordless(nouns.held_resources, held.HeldResourceJson,
                              lambda one: held.held_resource_json(one, KINDS[one.address.kind]),
                              lambda plain: held.held_resource_of(plain, KINDS)),
    "held position": wordless(nouns.held_positions, held.HeldPositionJson, held.held_position_json,
                              held.held_position_of),
    "portal": wordless(nouns.heads, told.PortalJson, told.portal_json,
                       lambda plain: replace(told.portal_of(plain, "http"), state=nouns.NOTHING)),
    "life": wordless(nouns.lives, told.LifeJson, told.life_json, told.life_of),
    "grouped": wordless(nouns.grouped, dict[str, list[str]], meaning.grouped_json, meaning.grouped_of),
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", NOUNS)
def test_read_back_as_it_was(name: str, language: str) -> None:
    """It fits its form as JSON has it, and comes back with its sentences in both languages."""
    noun = NOUNS[name]
    form = SchemaValidator(schema_of(noun.form))

    @settings(max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(noun.any)
    def law(value: Any) -> None:
        voice = Voice(language)
        plain = json.loads(json.dumps(noun.write(value, voice)))
        form.validate_python(plain, strict=True)
        assert noun.read(plain, hearing({voice.other: voice.others})) == value

    law()
