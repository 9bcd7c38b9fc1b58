"""explain and schema: what the tool knows by itself."""

from pathlib import Path
from typing import Annotated

import typer

from reconciler import disk
from reconciler.cli._outputs import MARKS, SCHEMA, place
from reconciler.cli._run import Run, language, put


def explain(
    ctx: typer.Context,
    subject: Annotated[str | None, typer.Argument()] = None,
    everything: Annotated[bool, typer.Option("--list")] = False,
) -> None:
    """Explain a rule or a field of a manifest."""
    from reconciler.commands.explain import explain_one, list_all

    run: Run = ctx.obj
    words = language(run.flags)
    put(list_all(words) if everything or not subject else explain_one(subject, words))


def schema(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument()] = "manifest",
    out: Annotated[str | None, typer.Option("--write")] = None,
) -> None:
    """Print the JSON Schema of a kind, for editors."""
    from reconciler.commands.schema import one_of, schema_texts

    run: Run = ctx.obj
    texts, folder = schema_texts(), place(out, "--write") if out is not None else None
    if folder is None:
        put(one_of(kind, texts))
        return
    files: dict[Path, str] = {folder / name: text for name, text in texts.items()}
    for file in files:
        disk.check(file, MARKS[SCHEMA].search, force=run.flags.force)
    disk.write(files, private=False)
