"""Names and docstrings keep to specs/GLOSSARY.md, and kinds are named where specs/ARCHITECTURE.md says."""

import ast
import re
from collections.abc import Iterator

from reconciler.kinds import all_kinds
from tests.architecture.house import MODULES, PAGE, REPOSITORY, Module

GLOSSARY = (REPOSITORY / "specs" / "GLOSSARY.md").read_text(encoding="utf-8")

OTHER_THINGS = frozenset({
    "action", "attribute", "command", "config", "done", "dump", "entry", "error", "external", "failed", "flag", "id",
    "key", "message", "node", "object", "open", "output", "outstanding", "phase", "policy", "project", "raw",
    "request", "result", "root", "schema", "source", "span", "spec", "status", "stuck", "summary", "tag", "tree",
    "type", "unknown",
})
"""Words that the glossary keeps out for one idea and that are the right name of another (a key of YAML)."""

KEYS = {"stages.wish._read_body": "German words for keys", "model.waits": "words for a path"}
"""Modules in which a text is spelt as a kind is, and means a key."""


def _rows(*sections: str) -> Iterator[list[str]]:
    for section in sections:
        for line in GLOSSARY.partition(f"## {section}\n")[2].partition("\n## ")[0].splitlines():
            if line.startswith("| ") and not line.startswith(("| word", "| in the portal")):
                yield [re.sub(r"\(.*?\)", "", cell).strip() for cell in line.strip("|").split("|")]


FORBIDDEN = {
    word.strip() for row in _rows("The model", "Words of reports") for word in row[2].split(",") if word.strip()}
NOUNS = {word.lower() for row in _rows("The model", "Words of reports") for word in row[0].split(", ")}
NOUNS |= {"portal"} | {word.lower() for row in _rows("The portal's words") for word in row[1].split(", ")}


def _names(module: Module) -> Iterator[str]:
    yield module.name.rpartition(".")[2]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _used() -> Iterator[tuple[str, str]]:
    """A forbidden word, or its plural, and the name that it is a part of."""
    for module in MODULES:
        for name in _names(module):
            for part in re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower().split("_"):
                yield from ((word, f"{module.name}: {name}") for word in {part, part.rstrip("s")} & FORBIDDEN)


def test_names_are_words_of_the_glossary():
    """No module, class, function, parameter or variable is named by a word that the glossary keeps out."""
    assert not [where for word, where in _used() if word not in OTHER_THINGS]


def test_a_word_is_excused_while_it_is_used():
    """Whoever gives a name up takes its word off the list."""
    assert {word for word, _ in _used()} >= OTHER_THINGS


def test_the_head_of_a_module_says_a_noun_of_the_glossary():
    """In the stages and the model the first words of a module name what it is about."""
    heads = {m.name: re.findall(r"[a-z]+", (ast.get_docstring(m.tree) or "").lower())[:8] for m in MODULES
             if m.layer in ("stages", "model") and not m.name.endswith("__init__")}
    assert not [name for name, words in heads.items() if not any(_is_noun(word) for word in words)]


def _is_noun(word: str) -> bool:
    return not NOUNS.isdisjoint({word, word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"})


def test_kinds_are_named_where_the_page_says():
    """Every stage or noun that spells the name of a kind stands in the list, and no other."""
    page = PAGE.read_text(encoding="utf-8").partition("- The name of a kind")[2].partition("\n- ")[0]
    listed = set(re.findall(r"`([\w/]+)\.py`", page))
    naming = {m.name.removeprefix(f"{m.layer}.").replace(".", "/") for m in MODULES
              if m.layer in ("stages", "model") and m.name not in KEYS and _kinds_in(m)}
    assert naming == listed


def _kinds_in(module: Module) -> set[str]:
    said = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    texts = {node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant) and id(node) not in said}
    return {text for text in texts if isinstance(text, str)} & set(all_kinds())
