"""schema: JSON Schemas of the manifests, for editors."""

from pathlib import Path
from typing import Annotated

from reconciler.cli._command import Command
from reconciler.cli._flags import DIR, Flags, Force
from reconciler.cli._option import Flag, Word
from reconciler.cli._outputs import SCHEMA, mark, place
from reconciler.model.text import Text

Kind = Annotated[str, Word(Text("ART", "KIND"))]
Out = Annotated[str | None, Flag("--write", value=DIR, text=Text("alle Schemas in diesen Ordner schreiben",
                                                                 "write all schemas into this folder"))]


def schema(flags: Flags, kind: Kind = "manifest", out: Out = None) -> int:
    """Print the JSON Schema of a kind, or write all."""
    from reconciler import disk
    from reconciler.cli._say import put
    from reconciler.commands.schema import one_of, schema_texts

    texts, folder = schema_texts(), place(out, "--write") if out is not None else None
    if folder is None:
        put(one_of(kind, texts))
        return 0
    files: dict[Path, str] = {folder / name: text for name, text in texts.items()}
    for file in files:
        disk.check(file, mark(SCHEMA).search, force=flags.force)
    disk.write(files, private=False)
    return 0


COMMAND = Command(
    schema, 110, takes=(Force,), offline=True, example="schema Workplace",
    short=Text("JSON-Schemas der Manifeste, für Editoren", "JSON Schemas of the manifests, for editors"),
    long=Text("Gibt das Schema einer Art aus (Workplace), oder das für alle (manifest).",
              "Prints the schema of a kind (Workplace), or the one for all (manifest)."),
)
