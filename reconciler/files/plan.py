"""Plan files: the JSON of a plan with a digest over every byte of it, and reading it back.

A file that was altered, is of another format, or cannot be read in full is refused, never half understood.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from reconciler.errors import PlanFileProblem
from reconciler.files._consequences import with_consequences
from reconciler.files._plan_form import PlanForm
from reconciler.files.cost import read_cost
from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange, ItemChange
from reconciler.model.finding import Finding, Related, Severity
from reconciler.model.order import Order, Wait
from reconciler.model.place import Place
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.report import Origin, Report
from reconciler.model.resource import Resource
from reconciler.model.selection import Selection
from reconciler.model.text import Text

LARGEST = 256 * 1024 * 1024
MAJOR = "1."
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""Half of a character as JSON escapes it; without its other half no store takes it."""


def digest_of(text: str) -> str:
    """The digest of a plan's JSON in which the digest is still null."""
    return "sha256:" + sha256(text.encode()).hexdigest()


def read_plan(path: Path) -> Report:
    """The report that a plan file holds.

    Raises:
        PlanFileProblem: if the file cannot be read, was altered, or is of a format that is not known.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise _problem(path, "zu groß", "too large")
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as problem:
        raise _problem(path, "nicht lesbar", "cannot be read") from problem
    try:
        plain = json.loads(text)
        if _HALF.search(text):
            json.dumps(plain, ensure_ascii=False).encode()  # fails where a half stands alone
        given = plain["digest"]
        bare = text.replace(f'"digest": "{given}"', '"digest": null', 1)
        if not isinstance(given, str) or digest_of(bare) != given:
            raise _problem(path, "wurde verändert (Prüfsumme stimmt nicht)", "was altered (digest differs)")
        if not str(plain["formatVersion"]).startswith(MAJOR) or plain["command"] != "plan":
            raise _problem(path, "hat ein unbekanntes Format", "has an unknown format")
        PlanForm.model_validate(plain)
        return _report(plain)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise _problem(path, "ist keine Plandatei", "is no plan file") from problem


def _problem(path: Path, de: str, en: str) -> PlanFileProblem:
    return PlanFileProblem(f"Plandatei {path.name}: {de}. Neu planen: reconciler plan --out {path.name}",
                           f"plan file {path.name}: {en}. Plan again: reconciler plan --out {path.name}")


def _report(plain: Mapping[str, Any]) -> Report:
    portal = plain["portal"]
    as_of = date.fromisoformat(plain["asOf"])
    plan = Plan(
        as_of=as_of,
        changes=tuple(_change(c) for c in plain["changes"]),
        waves=tuple(Wave(date.fromisoformat(w["notBefore"]), tuple(map(_order, w["orders"]))) for w in plain["waves"]),
        blocked=tuple(map(_blocked, plain["blocked"])),
        unchanged=plain["summary"]["unchanged"],
        unmanaged=tuple(map(Address.parse, plain["unmanaged"])),
        kept=tuple(map(Address.parse, plain.get("kept", ()))),
        allowances=plain["allowances"],
        refused=tuple(plain["refused"]),
        selection=Selection(**{name: tuple(plain["selection"][name]) for name in Selection._fields}),
        cart=plain["cart"],
    )
    report = Report(
        command="plan", exit=plain["exit"], as_of=as_of, plan=plan, digest=plain["digest"],
        portal=Origin(portal["driver"], portal["company"], portal["origin"], portal["revision"]),
        findings=tuple(map(_finding, plain["findings"])),
        cost=read_cost(plain["cost"]),
        places={(Address.parse(c["address"]), f["path"]): f["place"]
                for c in plain["changes"] for f in c["fields"] if f["place"]},
        notes=tuple(map(_text, plain["notes"])), closing=_text(plain["closing"]),
        documents=plain["summary"]["documents"],
    )
    return with_consequences(report, plain)


def _change(plain: Mapping[str, Any]) -> Change:
    fields = tuple(FieldChange(f["path"], f["before"], f["after"], tuple(map(_item, f.get("items", ()))))
                   for f in plain["fields"])
    before = Resource(Address.parse(plain["was"]), None) if "was" in plain else None
    return Change(Address.parse(plain["address"]), Action(plain["action"]), plain["reason"], fields, before)


def _item(plain: Mapping[str, Any]) -> ItemChange:
    key = plain["key"]
    return ItemChange(tuple(key.items()) if isinstance(key, dict) else (("", key),), plain["before"], plain["after"])


def _order(plain: Mapping[str, Any]) -> Order:
    return Order(
        ref=plain["ref"], channel=plain["channel"], verb=plain["verb"], address=Address.parse(plain["address"]),
        item=plain.get("item", ""), body=plain["body"], activation_date=_day(plain.get("activationDate")),
        works_from=_day(plain.get("worksFrom")),
        binds_until=_day(plain.get("bindsUntil")), target=plain.get("target", ""), expects=plain["expects"],
        waits_for=tuple(map(_wait, plain["waitsFor"])),
        note=_text(plain["note"]) if "note" in plain else None,
    )


def _wait(plain: Mapping[str, Any]) -> Wait:
    return Wait(plain["rule"], date.fromisoformat(plain["until"]), _text(plain["message"]))


def _blocked(plain: Mapping[str, Any]) -> Blocked:
    address = Address.parse(plain["address"])
    return Blocked(address, plain["action"], plain["rule"], _text(plain["message"]), _text(plain["help"]))


def _finding(plain: Mapping[str, Any]) -> Finding:
    """A finding as it was told."""
    return Finding(
        plain["rule"], Severity(plain["severity"]), _text(plain["message"]), _text(plain["why"]), _text(plain["help"]),
        _text(plain["source"]), Address.parse(plain["address"]) if plain["address"] else None, plain["path"],
        _place(plain["place"]), tuple(_related(r) for r in plain["also"]),
        tuple(map(Address.parse, plain["addresses"][1:])),
    )


def _related(plain: Mapping[str, Any]) -> Related:
    file, line, column = plain["place"].rsplit(":", 2)
    return Related(Place(file, int(line), int(column)), _text(plain["label"]))


def _place(text: str | None) -> Place | None:
    """A place without the user's line, which a plan file does not hold."""
    if text is None:
        return None
    file, line, column = text.rsplit(":", 2)
    return Place(file, int(line), int(column))


def _text(words: str) -> Text:
    return Text(words, words)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
