"""From breaches to findings: in order, each once, silenced where a manifest says so."""

from dataclasses import replace
from typing import Any

from reconciler.model.document import Document, Path
from reconciler.model.finding import Breach, Finding, Severity
from reconciler.model.place import Place
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.stages.judge.tell import tell
from tests.engine.values import ANNA, BERT, manifest

SENTENCE = Text("Satz.", "Sentence.")
BASE = Rule("E", Severity.ERROR, SENTENCE, SENTENCE, SENTENCE, SENTENCE, SENTENCE)
RULES = {rule.id: rule for rule in (
    replace(BASE, message=Text("{value}", "{value}")), replace(BASE, id="W", severity=Severity.WARNING),
    replace(BASE, id="G", grouped=True),
    replace(BASE, id="IGN-1", severity=Severity.WARNING, message=Text("{rule}: {cause}", "{rule}: {cause}")),
    replace(BASE, id="FORM-13", severity=Severity.WARNING))}


def located(document: Document, path: Path, at_key: bool, piece: str) -> Place:
    """Anna is written on line 1, Bert on line 2; the column counts keys."""
    return Place(document.file, 1 if document.address == ANNA else 2, len(path))


def told(*breaches: Breach, wished: tuple[Resource, ...] = (manifest(), manifest(BERT)), **more: Any) -> list[Finding]:
    """The findings of these breaches."""
    return [*tell(breaches, RULES, State(wished), located, **more)]


def test_errors_first_then_by_place():
    """And a value that is missing is a dash."""
    found = told(Breach("W", ANNA), Breach("E", BERT, values={"value": ""}), Breach("E", ANNA, values={"value": "x"}))
    assert [(f.rule, f.place and f.place.line) for f in found] == [("E", 1), ("E", 2), ("W", 1)]
    assert found[1].message.en == "–"


def test_the_same_at_the_same_place_is_told_once():
    """Two rules, or two fields, are two findings."""
    twice = Breach("W", ANNA, ("group",))
    assert len(told(twice, twice, Breach("W", ANNA, ("user", "email")), Breach("G", ANNA, ("group",)))) == 3


def test_grouped_findings_are_one_with_all_names():
    """One answer mends them all."""
    found, = told(Breach("G", ANNA), Breach("G", BERT))
    assert (found.address, found.others) == (ANNA, (BERT,))


def test_a_manifest_silences_warnings_and_no_errors():
    """With a reason; and a silence that nothing needs is told itself, where all rules were asked."""
    silent = manifest(annotations={"reconciler/ignore": "W (we know), E (we hope)"})
    broken = Breach("E", ANNA, values={"value": "x"})
    assert [f.rule for f in told(Breach("W", ANNA), broken, wished=(silent,))] == ["E", "IGN-1"]
    assert [f.rule for f in told(wished=(silent,))] == ["IGN-1", "IGN-1"]
    assert told(wished=(silent,), whole=False) == []
