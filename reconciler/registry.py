"""One file, one extension: collect the constant that each module of a package offers."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def load(package: str, constant: str) -> tuple[Any, ...]:
    """The constant of each module of ``package`` whose name has no leading underscore, in order of names."""
    home = import_module(package)
    names = sorted(m.name for m in iter_modules(home.__path__) if not m.name.startswith("_"))
    return tuple(getattr(import_module(f"{package}.{name}"), constant) for name in names)
