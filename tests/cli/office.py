"""A small company in a folder: what its portal holds, and what its manifests say."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import select

from reconciler.portal.books.tables import TABLES
from reconciler.workspace.settings import open_workspace
from tests.cli.command import Said, reconciler
from tests.engine.documents import block, document, profile, tall, together, workplace

TODAY = "2026-11-22"
WORKSPACE = """\
apiVersion: cloudpbx/v1
kind: Workspace
metadata: {{name: lindenhof}}
spec: {{language: en, policy: {{unmanaged: {unmanaged}, mailDomains: [lindenhof.example]}}}}
"""
COMPANY = together((
    document("Company", "lindenhof", 'generation: "2.0", contract: line, quota: 200, defaultGroup: bonn',
             "defaultBlockingProfile: standard"),
    profile("standard", "+49900"),
    document("Group", "bonn", "displayName: Bonn"),
    block("bonn-6380", "+492286380", "group: bonn"),
))
KOELN = together((document("Group", "koeln", "displayName: Koeln"), block("koeln-4711", "+492214711", "group: koeln")))
"""A second group with numbers of its own."""

FILE = Path(".reconciler", "portal.db")
_made: dict[bytes, bytes] = {}
"""Files of portals by the documents that they were made from."""


def seat(name: str, number: str, *more: str, internal: str = "", status: str = "") -> str:
    """A workplace with a number of the block (``number`` are its last two digits)."""
    inside = f', internal: "{internal}"' if internal else ""
    spec = workplace(name, f'external: "+49 228 6380-{number}"{inside}', *more, mail="lindenhof.example",
                     mobile=f"+49 170 12345{number}")
    return tall("Workplace", name, *spec, status=status)


def staff(count: int) -> list[str]:
    """So many workplaces, long since active."""
    return [seat(f"person.nr{n:02}", f"{n:02}") for n in range(11, 11 + count)]


def office(folder: Path, portal: Iterable[str], wished: Iterable[str], *, unmanaged: str = "report",
           company: str = COMPANY) -> Path:
    """A workspace whose portal holds the company with these documents, and whose manifests say these.

    With ``unmanaged="delete"`` the manifests name the company too.
    """
    there = folder / "office"
    whole = [company] if unmanaged == "delete" else []
    for name, texts in (("portal", [company, *portal]), ("manifests", [*whole, *wished])):
        (there / name).mkdir(parents=True)
        (there / name / "all.yaml").write_text(together(texts) or "# nothing\n", encoding="utf-8")
    (there / "reconciler.yaml").write_text(WORKSPACE.format(unmanaged=unmanaged))
    _portal_made(there, (there / "portal" / "all.yaml").read_bytes())
    return there


def _portal_made(there: Path, documents: bytes) -> None:
    """A portal that holds these documents; made once, because the same come to the same file, byte for byte."""
    file = there / FILE
    if documents in _made:
        file.parent.mkdir()
        file.touch(0o600)
        file.write_bytes(_made[documents])
        return
    said = reconciler(there, "portal", "init", "--from", "portal", "--today", TODAY)
    assert said.exit == 0, said
    _made[documents] = file.read_bytes()


def wish(there: Path, *documents: str) -> None:
    """Other manifests from now on."""
    (there / "manifests" / "all.yaml").write_text(together(documents), encoding="utf-8")


def portal(there: Path) -> str:
    """All that the portal holds, cart and orders too."""
    dumped = reconciler(there, "dump", "--status")
    cart = reconciler(there, "cart", "--output", "json")
    assert (dumped.exit, cart.exit) == (0, 0)
    return dumped.out + cart.out


def unchanged(there: Path, *argv: str) -> Said:
    """Run a command that must leave the portal as it is: each row of its file; if that is elsewhere, what it shows."""
    settings = open_workspace(there).settings.portal
    look = _rows if (settings.driver, Path(settings.path)) == ("local", FILE) else portal
    before = look(there)
    said = reconciler(there, *argv)
    assert look(there) == before
    return said


def _rows(there: Path) -> object:
    """All rows of the portal's file; not whose turn it is to write."""
    with closing(sqlite3.connect(f"{(there / FILE).as_uri()}?mode=ro", uri=True)) as connection:
        rows = {name: sorted(connection.execute(str(select(table)))) for name, table in TABLES.tables.items()}
    assert rows["meta"]
    return rows | {"lease": []}


def findings(there: Path, command: str = "plan", *argv: str, lang: str = "en") -> list[dict[str, Any]]:
    """What a command finds."""
    said = reconciler(there, command, "--output", "json", "--lang", lang, *argv)
    found: list[dict[str, Any]] = json.loads(said.out)["findings"]
    return found


def told(there: Path, rule: str, command: str = "plan", *argv: str, lang: str = "en") -> list[dict[str, Any]]:
    """What a command finds by one rule."""
    return [f for f in findings(there, command, *argv, lang=lang) if f["rule"] == rule]
