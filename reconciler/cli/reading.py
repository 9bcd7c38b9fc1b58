"""explain and schema: what the tool knows by itself."""

from pathlib import Path
from typing import Annotated

import typer

from reconciler.cli._run import Run, language, put, write_file


def explain(
    ctx: typer.Context,
    subject: Annotated[
        str | None, typer.Argument(help="Id of a rule (INT-4) or a field (workplace.number.internal).")
    ] = None,
    everything: Annotated[bool, typer.Option("--list", help="All rules and fields.")] = False,
) -> None:
    """Explain a rule or a field of a manifest; works without a workspace.

    Example: reconciler explain workplace.number.internal
    """
    from reconciler.explaining import explain_one, list_all

    run: Run = ctx.obj
    words = language(run.flags)
    put(list_all(words) if everything or not subject else explain_one(subject, words))


def schema(
    kind: Annotated[str, typer.Argument(help="Kind (Workplace), or manifest for all.")] = "manifest",
    out: Annotated[Path | None, typer.Option("--write", help="Write all schemas into this folder.")] = None,
) -> None:
    """Print the JSON Schema of a kind, for editors.

    Example: reconciler schema Workplace
    """
    from reconciler.explaining import schema_texts

    texts = schema_texts()
    if out is None:
        from reconciler.explaining import one_of

        put(one_of(kind, texts))
    for name, text in texts.items() if out else ():
        write_file(Path(out or ".") / name, text)
