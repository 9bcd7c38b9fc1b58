"""A rule that is kept is not broken by what could not be read, wherever that is."""

from collections.abc import Iterator
from typing import Any

import pytest

from reconciler.model.document import Document
from reconciler.model.rule import Rule
from reconciler.rules import all_rules
from reconciler.stages.judge.check import check
from tests.rules.worlds import over_base, world_of

KEPT = [rule for rule in all_rules().values() if rule.good]


def slips(node: Any) -> Iterator[Any]:
    """A section with one key misspelt, or with a value that no field takes; each in turn."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield {("x" + name if name == key else name): one for name, one in node.items()}
            yield node | {key: [{"x": "x"}]}
            yield from (node | {key: inside} for inside in slips(value))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from ([*node[:place], inside, *node[place + 1 :]] for inside in slips(value))


def broken(document: Document) -> Iterator[Document]:
    """The document with one thing wrong in its spec, each in turn."""
    for spec in slips(document.content.get("spec")):
        yield Document(document.file, document.line, document.raw, {**document.content, "spec": spec})


@pytest.mark.parametrize("rule", KEPT, ids=lambda rule: rule.id)
def test_a_slip_breaks_no_other_rule(rule: Rule):
    """Not at the broken document, and not at any other; nor does a document that is lost."""
    assert rule.good
    whole = over_base(rule.good.manifests)
    for n, document in enumerate(whole):
        rest = (*whole[:n], *whole[n + 1 :])
        worlds = [([*rest, slipped], frozenset[str]()) for slipped in broken(document)]
        worlds.append(([*rest], frozenset({document.address.kind})))
        for documents, lost in worlds:
            facts, _, unread = world_of(documents, rule.good, lost)
            if unread or lost:  # some keys are names that anybody may choose
                assert not check(facts, [rule], unread), (document.address, documents[-1].content)
