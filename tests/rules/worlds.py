"""From an example of a rule to the facts that rules look at."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from reconciler.kinds import all_kinds
from reconciler.model.document import Document
from reconciler.model.finding import Breach
from reconciler.model.resource import Life, Resource, State
from reconciler.model.rule import Example, Facts
from reconciler.rules import all_rules
from reconciler.stages.judge.check import check
from reconciler.stages.judge.compare import compare
from reconciler.stages.wish.interpret import interpret
from reconciler.stages.wish.settle import settle
from tests.engine.documents import read

TODAY = date(2026, 11, 22)
MAIL_DOMAINS = ("musterwerke.example",)
RULES = list(all_rules().values())
BASE = (Path(__file__).parent / "base.yaml").read_text(encoding="utf-8")


def over_base(text: str) -> list[Document]:
    """The base company with the documents of ``text`` in place of their namesakes.

    A company of another name stands alone.
    """
    base, ours = read(BASE), read(text) if text else ()
    named = {document.address for document in ours}
    alone = any(a.kind == "company" and a not in {d.address for d in base} for a in named)
    return [*ours] if alone else [*(d for d in base if d.address not in named), *ours]


def as_portal(resources: Iterable[Resource]) -> State:
    """The same resources as the portal tells of them: active unless they say otherwise, and without documents."""
    return State(replace(r, layers=(), life=Life(_state(r), date(2026, 1, 1))) for r in resources)


def _state(resource: Resource) -> str:
    """The state that the document of a resource tells."""
    status = resource.layers[0].document.content.get("status") if resource.layers else None
    return str(status["state"]) if isinstance(status, dict) else "active"


def world(example: Example) -> tuple[Facts, tuple[Breach, ...]]:
    """The facts of an example, and what reading its documents already finds wrong."""
    kinds = all_kinds()
    before = State()
    if example.portal:
        wished = interpret(over_base(example.portal), kinds, State())
        before = as_portal(settle(wished.state, State(), kinds, TODAY).state)
    wished = interpret(over_base(example.manifests), kinds, before)
    settled = settle(wished.state, before, kinds, TODAY)
    diff = compare(settled.state, before, kinds, (), delete_unmanaged=True) if example.portal else None
    after = diff.after if diff else settled.state
    facts = Facts(after, before, TODAY, diff, settled.state, MAIL_DOMAINS, example.asked, complete=example.asked)
    return facts, (*wished.breaches, *settled.breaches)


def found(manifests: str, portal: str = "") -> list[tuple[str, str, str]]:
    """Rule, address and severity of all that the rules find."""
    facts, _ = world(Example(manifests, portal))
    return [
        (b.rule, str(b.address), str(b.severity or all_rules()[b.rule].severity)) for b in check(facts, RULES)
    ]


def breach(rule: str, manifests: str, portal: str = "") -> Breach:
    """The one breach of a rule."""
    facts, _ = world(Example(manifests, portal))
    (only,) = [b for b in check(facts, RULES) if b.rule == rule]
    return only


def named(breach: Breach) -> str:
    """Whom it is about."""
    assert breach.address
    return breach.address.name
