"""schema: manifests, reports and plan files as JSON Schemas."""

import json
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from reconciler.commands.explain import EXPLAINED
from reconciler.errors import UsageProblem
from reconciler.files.schema import dump_schemas, file_name
from reconciler.kinds import all_kinds
from reconciler.wire.report import section_json
from reconciler.wire.schema import wire_schemas

REPORTING = ("validate", "plan", "show", "apply", "cart", "order", "drift", "terms")
"""The commands whose reports have sections of their own."""


def schema_texts() -> Mapping[str, str]:
    """All JSON Schemas by the name of their file: of the kinds (``workplace.schema.json``), reports and plan files."""
    made = dump_schemas(all_kinds(), {path: text.meaning for path, text in EXPLAINED.items()})
    forms = wire_schemas()
    forms["report"]["allOf"] = [_needed(command) for command in REPORTING]
    return made | {file_name(name): json.dumps(form, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
                   for name, form in forms.items()}


def _needed(command: str) -> dict[str, Any]:
    """The keys that every report of a command has: those of its sections, empty or not."""
    sections = import_module(f"reconciler.commands.{command}").NOTHING
    keys = sorted({"notes", "closing", *(key for section in sections for key in section_json(section, "en"))})
    return {"if": {"properties": {"command": {"const": command}}}, "then": {"required": keys}}


def one_of(kind: str, texts: Mapping[str, str]) -> str:
    """One schema: of a kind, ``manifest``, ``report`` or ``plan``.

    Raises:
        UsageProblem: for what has none.
    """
    name = file_name(kind.lower())
    if name not in texts:
        known = ", ".join(k.partition(".")[0] for k in texts)
        raise UsageProblem(f"Art „{kind}“ gibt es nicht; bekannt: {known}",
                           f"there is no kind “{kind}”; known: {known}")
    return texts[name]
