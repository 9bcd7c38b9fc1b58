"""What is told of the package is so: versions, names, what an installation gets, and the decisions behind it."""

import re
import tomllib
from typing import Any

import yaml

from reconciler import __version__
from tests.architecture.house import HOUSE, REPOSITORY

PROJECT: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
BOUND = re.compile(r"([\w-]+)>=([\d.]+)")
OTHER = re.compile(r"\b(?:pipx?|uvx?)(?:[ \t]+[\w=.-]+)*[ \t]+['\"]?reconciler(?![\w/-])")
DECISIONS = REPOSITORY / "specs" / "decisions"
TELLING = ("README.md", "CHANGELOG.md", "action.yml", ".pre-commit-hooks.yaml", ".pre-commit-config.yaml", "Makefile",
           "docs/**/*", ".github/**/*", "examples/**/*.yml", "examples/**/*.md", "scripts/*", "reconciler/**/*.py")


def test_every_python_that_is_promised_is_tried():
    """The Pythons of the classifiers are those of the workflow, and the first is the one that is required."""
    promised = [c.rpartition(" ")[2] for c in PROJECT["project"]["classifiers"] if re.search(r":: 3\.\d+$", c)]
    workflow = yaml.safe_load((REPOSITORY / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    assert workflow["jobs"]["test"]["strategy"]["matrix"]["python"] == promised
    assert PROJECT["project"]["requires-python"] == f">={promised[0]}"


def test_the_lowest_versions_are_those_that_are_tried():
    """Each lower bound of what runs and tests it is pinned for `make lowest`, as it stands."""
    project = PROJECT["project"]
    needed = (*project["dependencies"], *project["optional-dependencies"]["test"])
    bounds = {found.groups() for one in needed if (found := BOUND.match(one))}
    assert len(bounds) == len(needed)
    pins = (REPOSITORY / "constraints-lowest.txt").read_text(encoding="utf-8")
    assert {tuple(pin.split("==")) for pin in pins.splitlines() if "==" in pin} == bounds


def test_nothing_says_to_install_the_other_project():
    """On the index `reconciler` is another project: nobody is told to install it by that name."""
    told = {path for pattern in TELLING for path in REPOSITORY.glob(pattern)}
    assert not [f"{path.name}: {found}" for path in told if path.is_file() and path.suffix != ".pyc"
                for found in OTHER.findall(path.read_text(encoding="utf-8"))]


def test_the_package_is_typed_and_has_one_version():
    """Type checkers of others read our annotations; the version stands in one place."""
    assert (HOUSE / "py.typed").is_file()
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "reconciler/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_every_decision_stands_in_the_index():
    """Number, title and state of each page, in order and without a gap."""
    pages = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
    titles = [path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ") for path in pages]
    rows = re.findall(r"^\| \[(\d{4})\]\((.+?)\) \| (.+?) \| (.+?) \|$",
                      (DECISIONS / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [f"{number} {title}" for number, _, title, _ in rows] == titles
    assert [name for _, name, _, _ in rows] == [path.name for path in pages]
    assert [int(number) for number, *_ in rows] == list(range(1, len(rows) + 1))
