"""The house as it is: its modules, what each imports, and the table of what it may import."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "specs" / "ARCHITECTURE.md"
HOUSE = REPOSITORY / "reconciler"


class Import(NamedTuple):
    """One imported name, dotted; ``inside`` a function."""

    name: str
    inside: bool
    line: int


class Module:
    """One file of ours; ``name`` without the package's, such as ``stages.check``."""

    def __init__(self, path: Path, home: Path = HOUSE) -> None:
        self.path = path
        self.name = ".".join(path.relative_to(home).with_suffix("").parts)
        self.layer = self.name.split(".")[0]
        self.text = path.read_text(encoding="utf-8")

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return self.text.count("\n")

    @cached_property
    def tree(self) -> ast.Module:
        """What Python reads."""
        return ast.parse(self.text)

    @cached_property
    def functions(self) -> list[ast.FunctionDef]:
        """All functions and methods, inner ones too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)]

    @cached_property
    def imports(self) -> list[Import]:
        """Everything imported, wherever it stands."""
        inside = {id(node) for function in self.functions for node in ast.walk(function)}
        return [
            Import(name, id(node) in inside, node.lineno)
            for node in ast.walk(self.tree) if isinstance(node, ast.Import | ast.ImportFrom) for name in _names(node)
        ]

    def ours(self) -> Iterator[str]:
        """Imported modules of ours, without the package's name."""
        for one in self.imports:
            if one.name.startswith("reconciler."):
                yield one.name.removeprefix("reconciler.")

    def others(self) -> Iterator[str]:
        """Imported packages that are neither ours nor Python's."""
        for one in self.imports:
            package = one.name.split(".")[0]
            if package != "reconciler" and package not in sys.stdlib_module_names:
                yield package


def _names(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert node.module, "relative imports are not used"
    below = HOUSE / "/".join(node.module.split(".")[1:])
    return [f"{node.module}.{a.name}" if _is_module(below / a.name) else node.module for a in node.names]


def _is_module(path: Path) -> bool:
    return path.is_dir() or path.with_suffix(".py").is_file()


def length(function: ast.FunctionDef) -> int:
    """Lines of a function, its first one and its docstring counted."""
    return (function.end_lineno or 0) - function.lineno + 1


def parameters(function: ast.FunctionDef) -> list[str]:
    """What a caller may pass."""
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return [name for name in names if name not in ("self", "cls")]


MODULES = [Module(path) for path in sorted(HOUSE.rglob("*.py"))]
AROUND = [Module(path, REPOSITORY) for room in ("tests", "scripts", "benchmarks")
          for path in sorted((REPOSITORY / room).rglob("*.py")) if ".cache" not in path.parts]
"""What stands around the house; to a test its parameters are a row of a table, so they are not counted there."""


def siblings(package: str, modules: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Which part of a package, a module or a package below, imports which other part of it; "" is the house."""
    start = f"{package}." if package else ""

    def parts(names: Iterable[str]) -> set[str]:
        return {name.removeprefix(start).split(".")[0] for name in names if name.startswith(start)}

    found: dict[str, set[str]] = {}
    for name, imported in modules.items():
        for part in parts([name]):
            found.setdefault(part, set()).update(parts(imported) - {part})
    return found


def rings(arrows: Mapping[str, set[str]]) -> set[str]:
    """What lies on a ring of arrows or between two: all that is left when whatever leads nowhere, or comes from
    nowhere, is taken away.
    """
    left = set(arrows)
    while True:
        aims = {aim for one in left for aim in arrows[one] & left}
        kept = {one for one in left & aims if arrows[one] & left}
        if kept == left:
            return left
        left = kept


class Row(NamedTuple):
    """What one layer may import: a layer or package, and the one module that may (others) or that is meant (ours)."""

    ours: dict[str, str]
    others: dict[str, str]


def table() -> dict[str, Row]:
    """The table of specs/ARCHITECTURE.md, by layer."""
    section = PAGE.read_text(encoding="utf-8").partition("## Who may import whom")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    return {_entries(layer).popitem()[0]: Row(_entries(ours), _entries(others)) for layer, ours, others in rows}


def _entries(cell: str) -> dict[str, str]:
    return dict(re.findall(r"`([\w.]+)`(?: in `([\w.]+)`)?", cell))
