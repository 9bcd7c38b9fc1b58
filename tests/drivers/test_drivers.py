"""A portal is one file: what lies in the folder of drivers is known by its name, with what it says it can."""

import sys
from collections.abc import Iterator
from dataclasses import fields
from importlib import invalidate_caches
from pathlib import Path

import pytest

from reconciler import drivers
from reconciler.commands.schema import schema_texts
from reconciler.ports import Capabilities
from reconciler.workspace.portal import CANNOT
from tests.cli.command import reconciler
from tests.cli.office import TODAY, office, seat

PIGEON = '''
from reconciler.drivers.local import connect
from reconciler.portal.books.file import File
from reconciler.ports import Capabilities, Driver

DRIVER = Driver("pigeon", lambda where, kinds, rules: connect(File(where.root / where.path), kinds, rules),
                can=Capabilities(observe=True, direct=True, lease=True))
'''
ANNA, BERT = seat("anna.schmidt", "58"), seat("bert.braun", "59")


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An office whose portal is reached by a driver that lies in a folder of its own."""
    more = tmp_path / "more"
    more.mkdir()
    (more / "pigeon.py").write_text(PIGEON)
    monkeypatch.setattr(drivers, "__path__", [*drivers.__path__, str(more)])
    invalidate_caches()
    folder = office(tmp_path / "office", [ANNA], [ANNA, BERT])
    path = folder / "reconciler.yaml"
    path.write_text(path.read_text().replace("spec: {", "spec: {portal: {driver: pigeon}, "))
    yield folder
    sys.modules.pop("reconciler.drivers.pigeon", None)
    vars(drivers).pop("pigeon", None)


def test_a_driver_that_was_dropped_in(there: Path):
    """It is known to the workspace file, to the schema and to every command that only looks."""
    assert "workplace/bert.braun" in reconciler(there, "plan").out
    assert reconciler(there, "terms").exit == 0
    assert '"pigeon"' in schema_texts()["workspace.schema.json"]


@pytest.mark.parametrize("command", ["apply --yes", "order --yes", "cart"])
def test_what_a_driver_cannot(there: Path, command: str):
    """A command that needs more than the driver can says so, and nothing was changed."""
    before = (there / ".reconciler" / "portal.db").read_bytes()
    said = reconciler(there, *command.split())
    assert (said.exit, said.out) == (1, "")
    assert said.last == ("driver “pigeon” (portal.driver in reconciler.yaml) cannot put into a cart and order; this "
                         "command needs it.")
    assert (there / ".reconciler" / "portal.db").read_bytes() == before


@pytest.mark.parametrize("command", ["status", "advance --days 1", f"init --from x --today {TODAY}"])
def test_what_is_for_rehearsal_only(there: Path, command: str):
    """The commands of the portal for rehearsal are refused for any other."""
    said = reconciler(there, "portal", *command.split())
    assert said.exit == 1
    assert "pigeon" in said.last
    assert "portal.driver: local" in said.last


def test_a_misspelt_driver(there: Path):
    """The known ones are named, the dropped one too, and the one that was probably meant."""
    path = there / "reconciler.yaml"
    path.write_text(path.read_text().replace("driver: pigeon", "driver: pigon"))
    said = reconciler(there, "validate")
    assert said.exit == 1
    assert "http, local, pigeon, listimport; pigeon is probably meant" in said.last


def test_every_driver_says_what_it_can():
    """A driver has the name of its file, can be asked for its portal, and what it might not can be said in words."""
    for name in drivers.known():
        driver = drivers.driver(name)
        assert driver.name == name
        assert driver.can.observe
    assert set(CANNOT) == {field.name for field in fields(Capabilities)}
    assert Capabilities() == Capabilities(observe=False, cart=False, direct=False, lease=False)
