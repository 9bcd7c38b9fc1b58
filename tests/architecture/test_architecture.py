"""The code keeps what specs/ARCHITECTURE.md says: who imports whom, budgets, and where the world begins."""

import ast
import re
import statistics
import subprocess
import sys

import pytest

from tests.architecture.house import (
    AROUND,
    HOUSE,
    MODULES,
    PAGE,
    REPOSITORY,
    Module,
    length,
    parameters,
    rings,
    siblings,
    table,
)

PURE = ("model", "kinds", "rules", "stages", "numbers", "views", "wire")
TABLE = table()
LAYERED = [module for module in MODULES if module.layer != "__init__"]
LATE = ("cli", "planning", "workspace", "__main__")
"""Where a function may import, to start fast; ``kinds`` too, where its registry is filled."""

WORLD = frozenset({"os", "sys", "io", "time", "random", "secrets", "uuid", "socket", "subprocess", "pathlib", "shutil",
                   "tempfile", "logging", "locale", "urllib", "http", "asyncio", "threading", "multiprocessing"})
CALLS = frozenset({"print", "open", "input", "eval", "exec", "__import__"})
CLOCK = frozenset({("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")})

WORKPLACE = re.compile(r"[/]work/|[s]hared/|\b[s]essions?\b|[T]ODO|[F]IXME")
"""Spelt so that it does not find itself."""


def test_a_module_imports_only_what_its_layer_may():
    """Each import of ours stands in the table; where the table names one module, only that one is used."""
    assert not [
        f"{module.name} imports {name}" for module in LAYERED for name in module.ours()
        if TABLE[module.layer].ours.get(name.split(".")[0], "nothing") not in ("", name)
    ]


def test_packages_of_others_have_one_door():
    """Each third-party package is imported where the table says, and nowhere else."""
    assert not [
        f"{module.name} imports {package}" for module in LAYERED for package in module.others()
        if TABLE[module.layer].others.get(package, "nothing") not in ("", module.name)
    ]


def test_a_permission_is_used():
    """What the table lets a layer import is imported there, through the very door it names; what nobody needs goes."""
    assert not [
        f"{layer} may import {permit} {door and 'in ' + door}" for layer, row in TABLE.items()
        for permit, door in (*row.ours.items(), *row.others.items()) if not _is_used(layer, permit, door)
    ]


def _is_used(layer: str, permit: str, door: str) -> bool:
    here = [module for module in LAYERED if module.layer == layer]
    if permit in TABLE:
        return any(name == door or (not door and name.split(".")[0] == permit) for m in here for name in m.ours())
    return any(permit in m.others() and door in ("", m.name) for m in here)


def test_there_are_no_circles():
    """No modules import each other in a ring, at the top or inside a function, and no parts of one package do."""
    modules = {module.name: set(module.ours()) for module in MODULES}
    assert not rings(modules)
    for package in {name.rpartition(".")[0] for name in modules}:
        assert not rings(siblings(package, modules)), package


def test_the_table_names_every_layer_and_no_other():
    """A new package or top-level module gets a row before it gets code."""
    assert set(TABLE) == {module.layer for module in LAYERED}


def test_the_map_names_every_part():
    """Whoever reads the map finds every package and every module at the top."""
    page = PAGE.read_text(encoding="utf-8").partition("## The map")[2].partition("\n## ")[0]
    parts = {p.name + ("/" if p.is_dir() else "") for p in HOUSE.iterdir()
             if not p.name.startswith("__") and p.name != "py.typed"}
    assert parts <= set(re.findall(r"`([\w./]+)`", page))


ROOMS = ("wish", "judge", "order", "outlook")


def test_no_stage_imports_another():
    """Stages meet in draft only; a file with an underscore is imported from its own room, and from nowhere else."""
    assert {path.name for path in (HOUSE / "stages").iterdir() if path.is_dir()} - {"__pycache__"} == set(ROOMS)
    assert not [f"{module.name} imports {name}" for module in MODULES for name in module.ours()
                if name.startswith("stages.") and not _may_use(module, name)]


def _may_use(module: Module, stage: str) -> bool:
    room, _, file = stage.rpartition(".")
    return module.name.rpartition(".")[0] == room if file.startswith("_") else module.layer != "stages"


def test_each_public_stage_and_each_noun_with_behaviour_has_its_tests():
    """A test file beside each, in the same room and under the same name."""
    tested = {".".join(path.relative_to(REPOSITORY / "tests").with_suffix("").parts).replace("test_", "")
              for path in (REPOSITORY / "tests").rglob("test_*.py")}
    stages = {m.name for m in MODULES if m.name.count(".") == 2 and m.layer == "stages" and "._" not in m.name}
    nouns = {m.name for m in MODULES if m.layer == "model" and _behaves(m)}
    assert not ({name for name in stages if not name.endswith("__init__")} | nouns) - tested


def _behaves(module: Module) -> bool:
    """Whether a public function of it, or a method, does more than say one thing."""
    return any(len(f.body) > 2 for f in module.functions if not f.name.startswith("_"))


def test_imports_stand_at_the_top():
    """A function imports only where starting fast, or filling a registry, needs it."""
    assert not [
        f"{module.name}:{one.line}" for module in MODULES for one in module.imports
        if one.inside and module.layer not in LATE and module.name != "kinds.__init__"
    ]


def test_nothing_is_for_type_checkers_only():
    """What a module names, it imports: there are no circles to hide."""
    assert not [module.name for module in MODULES if "TYPE_CHECKING" in module.text]


@pytest.mark.parametrize("layer", PURE)
def test_the_inner_house_does_not_touch_the_world(layer: str):
    """No file, clock, environment, chance or printed line in the layers that only compute."""
    inner = [module for module in MODULES if module.layer == layer]
    assert inner
    assert not [f"{m.name} imports {one.name}" for m in inner for one in m.imports if one.name.split(".")[0] in WORLD]
    assert not [f"{m.name}:{node.lineno}" for m in inner for node in ast.walk(m.tree)
                if isinstance(node, ast.Call | ast.Attribute) and _reaches_out(node)]


def _reaches_out(node: ast.Call | ast.Attribute) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in CALLS
    return isinstance(node.value, ast.Name) and (node.value.id, node.attr) in CLOCK


def test_files_and_functions_keep_the_budgets():
    """At most 300 lines a file, 50 a function, in tests and scripts too; of ours, at most 6 parameters."""
    everything = [*MODULES, *AROUND]
    assert not [module.name for module in everything if module.lines > 300]
    assert not [f"{module.name}.{f.name}" for module in everything for f in module.functions if length(f) > 50]
    assert not [f"{m.name}.{f.name}" for m in MODULES for f in m.functions if len(parameters(f)) > 6]


def test_the_glossary_keeps_its_budget():
    """At most 25 nouns in the model."""
    page = (REPOSITORY / "specs" / "GLOSSARY.md").read_text(encoding="utf-8")
    model = page.split("## The model")[1].split("\n## ")[0]
    assert len(re.findall(r"^\| (?!word)[a-z]", model, re.MULTILINE)) <= 25


def test_the_usual_file_is_short():
    """The median file has at most a hundred lines, the median function at most twelve."""
    files = statistics.median(module.lines for module in MODULES)
    functions = statistics.median(length(function) for module in MODULES for function in module.functions)
    sys.stdout.write(f"median: {files:.0f} lines a file, {functions:.0f} a function, {len(MODULES)} files\n")
    assert files <= 100
    assert functions <= 12


def test_the_tracked_files_speak_of_the_project_only():
    """No words of a workplace: paths of a machine, notes to oneself."""
    assert not [
        f"{name}:{number}" for name in _tracked() for number, line in enumerate(_lines(name), 1)
        if WORKPLACE.search(line)
    ]


@pytest.mark.parametrize("line", ["--help", "--version", "plan --help --lang de", "portal --help",
                                  "completion bash"])
def test_help_loads_little(line: str):
    """What only shows text starts without validators, database and YAML."""
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "reconciler", *line.split()], cwd=REPOSITORY,
                          capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "reconciler" in loaded
    assert not loaded & {"pydantic", "pydantic_core", "sqlalchemy", "yaml"}


def _tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a Git checkout")
    return [name for name in done.stdout.splitlines() if name != "LICENSE"]


def _lines(name: str) -> list[str]:
    path = REPOSITORY / name
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
