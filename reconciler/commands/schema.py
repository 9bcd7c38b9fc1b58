"""schema: manifests, reports and plan files as JSON Schemas."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from reconciler.commands.explain import EXPLAINED
from reconciler.errors import UsageProblem
from reconciler.files.schema import dump_schemas, file_name
from reconciler.kinds import all_kinds
from reconciler.model.message import Word, sentence
from reconciler.model.sections import Section
from reconciler.registry import offers
from reconciler.wire._plain import Voice
from reconciler.wire.schema import wire_schemas
from reconciler.wire.section import section_json


def schema_texts() -> Mapping[str, str]:
    """All JSON Schemas by the name of their file: of the kinds (``workplace.schema.json``), reports and plan files."""
    made = dump_schemas(all_kinds(), {path: text.meaning for path, text in EXPLAINED.items()})
    forms = wire_schemas()
    reporting = offers("reconciler.commands", "BLANK")
    forms["report"]["allOf"] = [_needed(command, sections) for command, sections in reporting.items()]
    return made | {file_name(name): json.dumps(form, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
                   for name, form in forms.items()}


def _needed(command: str, sections: Iterable[Section]) -> dict[str, Any]:
    """The keys that every report of a command has: those of its sections, empty or not."""
    keys = sorted({"notes", "closing", *(key for section in sections for key in section_json(section, Voice("en")))})
    return {"if": {"properties": {"command": {"pattern": f"^{command}\\b"}}}, "then": {"required": keys}}


def one_of(kind: str, texts: Mapping[str, str]) -> str:
    """One schema: of a kind, ``manifest``, ``report`` or ``plan``.

    Raises:
        UsageProblem: for what has none.
    """
    name = file_name(kind.lower())
    if name not in texts:
        known = Word(", ".join(k.partition(".")[0] for k in texts))
        raise UsageProblem(sentence("Art „{kind}“ gibt es nicht; bekannt: {known}",
                                    "there is no kind “{kind}”; known: {known}", kind=kind, known=known))
    return texts[name]
