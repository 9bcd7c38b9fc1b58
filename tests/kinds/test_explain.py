"""The explanations of fields cover every kind, in both languages, with examples that can be read."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
import yaml

from reconciler.commands.explain import explain_one
from reconciler.kinds import all_kinds
from reconciler.kinds._explain import ENVELOPE, FIELDS
from reconciler.model.kind import Kind
from reconciler.model.marks import Mark, rule_of
from reconciler.model.schema import key_of
from reconciler.rules import all_rules
from reconciler.views.spoken import Spoken
from tests.architecture.house import MODULES

KINDS = tuple(all_kinds().values())


def _dataclass_in(hint: Any) -> type | None:
    """The dataclass that an annotation holds, behind marks, alternatives and tuples."""
    if is_dataclass(hint) and isinstance(hint, type):
        return hint
    if get_origin(hint) is Mapping:
        return None
    parts = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return next((found for part in parts if (found := _dataclass_in(part))), None)


def _is_list(hint: Any) -> bool:
    inner = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return get_origin(inner) is tuple


def _members(body: type) -> Iterator[tuple[str, Any]]:
    hints = get_type_hints(body, include_extras=True)
    return ((key_of(f.name), hints[f.name]) for f in fields(body))


def _paths(body: type, above: str) -> Iterator[str]:
    yield above
    for name, hint in _members(body):
        inner = _dataclass_in(hint)
        yield from _paths(inner, f"{above}.{name}") if inner else (f"{above}.{name}",)


def _value(path: str) -> Any:
    return yaml.load(FIELDS[path].example, Loader=yaml.BaseLoader)


def _specimen(body: type, above: str) -> dict[str, Any]:
    """A spec with every member at its example, containers built from their members."""
    spec: dict[str, Any] = {}
    for name, hint in _members(body):
        inner, here = _dataclass_in(hint), f"{above}.{name}"
        value = _specimen(inner, here) if inner else _value(here)
        spec[name] = [value] if inner and _is_list(hint) else value
    return spec


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.key)
def test_every_path_is_explained_and_nothing_else(kind: Kind) -> None:
    """Each leaf and container of a kind has a text, and no text speaks of a field that is not there."""
    told = {path for path in FIELDS if path.split(".")[0] == kind.key}
    assert told == set(_paths(kind.body, kind.key))
    assert {f"{kind.key}.{f.path}" for f in kind.fields} <= told


def test_no_text_for_unknown_kinds() -> None:
    """Every explanation belongs to a kind that exists."""
    assert {path.split(".")[0] for path in FIELDS} == set(all_kinds())


@pytest.mark.parametrize("path", sorted({**FIELDS, **ENVELOPE}))
def test_texts_are_whole_sentences_in_both_languages(path: str) -> None:
    """German and English are both there, differ, end with a full stop; the rules named exist, each once."""
    text = {**FIELDS, **ENVELOPE}[path]
    assert text.meaning.de.endswith(".")
    assert text.meaning.en.endswith(".")
    assert text.meaning.de != text.meaning.en
    assert text.example
    assert set(text.rules) <= set(all_rules())
    assert len(set(text.rules)) == len(text.rules)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.key)
def test_examples_of_members_can_be_read(kind: Kind) -> None:
    """A spec that holds the example of every member is one that the kind accepts."""
    kind.read(_specimen(kind.body, kind.key))


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.key)
def test_examples_of_containers_can_be_read(kind: Kind) -> None:
    """The example of a kind, and of each of its top fields, is one that the kind accepts."""
    kind.read(_value(kind.key))
    for name, _ in _members(kind.body):
        kind.read({name: _value(f"{kind.key}.{name}")})


MARKED = [(kind, field.path, field.marks) for kind in KINDS for field in kind.fields if any(map(rule_of, field.marks))]


@pytest.mark.parametrize(("kind", "path", "marks"), MARKED, ids=[f"{kind.key}.{path}" for kind, path, _ in MARKED])
def test_explain_names_the_rules_of_a_fields_marks(kind: Kind, path: str, marks: tuple[Mark, ...]) -> None:
    """What a mark says, a rule says: it exists, and whoever asks about the field hears of it."""
    wanted = set(filter(None, map(rule_of, marks)))
    assert wanted <= set(all_rules())
    told = explain_one(f"{kind.key}.{path}", Spoken("en").say).partition("Rules: ")[2]
    assert wanted <= {rule.strip() for rule in told.split(",")}


def test_no_map_leads_from_marks_to_rules() -> None:
    """Whoever reads the mark of a field finds the rule in the mark, and names none itself."""
    readers = [module for module in MODULES if module.layer in ("stages", "portal") or module.name == "model.waits"]
    shared = {"", "REF-1", "FACT-1", "CART-1", "CART-2"}
    carried = {rule for *_, marks in MARKED for rule in map(rule_of, marks)} - shared
    assert not [f"{module.name}: {rule}" for module in readers for rule in carried if f'"{rule}"' in module.text]
