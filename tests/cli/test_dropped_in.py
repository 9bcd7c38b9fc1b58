"""A rule is one file, and so is a format: what lies in the folder is known everywhere, without another line."""

import sys
from collections.abc import Iterator
from importlib import import_module, invalidate_caches
from pathlib import Path

import pytest

from reconciler import rules
from reconciler.cli import _formats
from tests.cli.command import reconciler
from tests.cli.office import office, seat

RULE = '''
from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "OWL-7", Severity.ERROR, Text("Eulen arbeiten nachts", "Owls work at night"),
    Text("{name} ist eine Eule.", "{name} is an owl."), Text("Sie schlafen am Tag.", "They sleep by day."),
    Text("Jemand anderen nehmen.", "Choose somebody else."), OURS,
    each=lambda found, facts: [Breach("OWL-7", found.address, values={"name": found.address.name})]
    if found.address.name.startswith("owl.") else [],
)
'''
VIEW = '''
from reconciler.views.view import View

VIEW = View("drum", lambda report, options: f"boom {{report.head.command}} {{options.redact}}\\n", {more})
'''
OWL = seat("owl.schmidt", "58")


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An office that wishes for an owl, and two folders in which further rules and formats are looked for."""
    found, views = office(tmp_path, [], [OWL]), import_module("reconciler.views")
    for package, more in ((rules, tmp_path / "rules"), (views, tmp_path / "views")):
        more.mkdir()
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(more)])
    yield found
    for package, name in ((rules, "owl_7"), (views, "drum")):
        sys.modules.pop(f"{package.__name__}.{name}", None)
        vars(package).pop(name, None)
    looked_for_anew()


def looked_for_anew() -> None:
    """What is known is forgotten, as in a process of its own."""
    invalidate_caches()
    rules.all_rules.cache_clear()
    _formats.known.cache_clear()


def dropped(there: Path, name: str, text: str) -> None:
    """One more file in the folder of rules, or of views."""
    (there.parent / name).write_text(text)
    looked_for_anew()


def test_a_rule_that_was_dropped_in(there: Path):
    """``validate`` asks it, ``explain`` tells of it, and the list has it."""
    assert reconciler(there, "validate").exit == 0
    dropped(there, "rules/owl_7.py", RULE)
    said = reconciler(there, "validate")
    assert said.exit == 3
    assert "error[OWL-7]" in said.out
    assert "owl.schmidt is an owl" in said.out
    assert "They sleep by day" in reconciler(there, "explain", "owl-7").out
    assert "OWL-7" in reconciler(there, "explain", "--list").out


def test_a_format_that_was_dropped_in(there: Path):
    """``--output`` takes it, help names it, and pseudonyms are its default because it says so."""
    dropped(there, "views/drum.py", VIEW.format(more='redact="pseudonym", mark="^boom"'))
    for command in ("plan", "validate", "terms"):
        said = reconciler(there, command, "--output", "drum", "--output", f"drum={command}.drum")
        assert said.out == f"boom {command} pseudonym\n"
        assert (there / f"{command}.drum").read_text() == said.out
        assert ", drum" in reconciler(there, command, "--help").out
    assert "drum" in reconciler(there, "--help").out
    assert reconciler(there, "plan", "--output", "drum=plan.drum").exit == 0  # known again, and replaced


def test_a_format_says_what_it_is_fit_for(there: Path):
    """Where it cannot show what a command ends with, it is not offered."""
    assert reconciler(there, "portal", "status", "--output", "drum").exit == 64
    dropped(there, "views/drum.py", VIEW.format(more='fit=("figures",)'))
    assert reconciler(there, "portal", "status", "--output", "drum").out == "boom portal status none\n"
    said = reconciler(there, "plan", "--output", "drum")
    assert said.exit == 64
    assert said.last == "--output drum: plan has human, json, markdown."
