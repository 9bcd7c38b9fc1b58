"""What may stand in a place of the line: names from manifests, rules and fields, formats."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

import typer

from reconciler.cli._option import Completing


def among(known: Sequence[str]) -> Completing:
    """One of a few words."""

    def words() -> list[str]:
        return list(known)

    return words


def formats(ctx: typer.Context) -> list[str]:
    """The formats that the command has."""
    known = getattr(ctx.command, "command", None)
    return list(known.formats) if known else []


def addresses(ctx: typer.Context) -> list[str]:
    """What the manifests name; the portal is not asked."""
    from reconciler.files.glance import named

    folder = ctx.params.get("folder")
    return named(folder.path if folder else Path())


def subjects(incomplete: str) -> list[str]:
    """Rules by the names of their files; fields only where a small letter asks for them, for they cost more."""
    spec = find_spec("reconciler.rules")
    homes = spec.submodule_search_locations if spec else None
    rules = sorted(m.name.upper().replace("_", "-") for m in iter_modules(homes) if not m.name.startswith("_"))
    if not incomplete[:1].islower():
        return rules
    from reconciler.commands.explain import EXPLAINED

    return list(EXPLAINED)
