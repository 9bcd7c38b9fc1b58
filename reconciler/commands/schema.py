"""schema: the kinds as JSON Schemas."""

from collections.abc import Mapping

from reconciler.commands.explain import EXPLAINED
from reconciler.errors import UsageProblem
from reconciler.files.schema import dump_schemas
from reconciler.kinds import all_kinds


def schema_texts() -> Mapping[str, str]:
    """The JSON Schemas of all kinds, by the name of their file (``workplace.schema.json``)."""
    return dump_schemas(all_kinds(), {path: text.meaning for path, text in EXPLAINED.items()})


def one_of(kind: str, texts: Mapping[str, str]) -> str:
    """The schema of one kind.

    Raises:
        UsageProblem: for a kind that does not exist.
    """
    name = f"{kind.lower()}.schema.json"
    if name not in texts:
        known = ", ".join(k.partition(".")[0] for k in texts)
        raise UsageProblem(f"Art „{kind}“ gibt es nicht; bekannt: {known}",
                           f"there is no kind “{kind}”; known: {known}")
    return texts[name]
