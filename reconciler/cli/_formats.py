"""Which formats there are: one a view, found by its file, as its file declares it.

The declaration is read from the source and not run, because a view brings along what help should not wait for.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, NamedTuple

from reconciler.registry import names

End = Literal["", "report", "terms", "figures"]
"""What a command ends with; nothing where it has no formats."""

VIEWS = "reconciler.views"


class Format(NamedTuple):
    """What a view says of itself beside how it renders; the fields are those of ``View``."""

    name: str
    redact: str = "none"
    fit: tuple[str, ...] = ("report", "terms")
    mark: str = ""

    @property
    def for_strangers(self) -> bool:
        """Whether names of people are pseudonyms there unless told otherwise, and on stderr too."""
        return self.redact == "pseudonym"


@cache
def known() -> Mapping[str, Format]:
    """All formats by name; those that fit the most come first."""
    found = [Format(name, **more) for name in names(VIEWS) for more in _declared(name)]
    return {one.name: one for one in sorted(found, key=lambda one: (-len(one.fit), one.name))}


def fit_for(end: End) -> tuple[str, ...]:
    """The names of the formats that can show what a command ends with."""
    return tuple(name for name, one in known().items() if end in one.fit)


def _declared(name: str) -> Iterator[Mapping[str, Any]]:
    """The literals of ``VIEW = View(…)`` in a module; nothing where it is no view."""
    spec = find_spec(f"{VIEWS}.{name}")
    source = Path(spec.origin).read_text(encoding="utf-8") if spec and spec.origin else ""
    if "\nVIEW = " not in source:
        return
    for one in ast.parse(source).body:
        match one:
            case ast.Assign([ast.Name("VIEW")], ast.Call(keywords=more)):
                yield {k.arg: ast.literal_eval(k.value) for k in more if k.arg in Format._fields}
            case _:
                pass
