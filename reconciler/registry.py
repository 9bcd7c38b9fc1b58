"""One file, one extension: collect the constant that each module of a package offers."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


def load(package: str, constant: str) -> tuple[Any, ...]:
    """The constant of each module of ``package`` whose name has no leading underscore, in order of names."""
    return tuple(getattr(module, constant) for module in _modules(package))


def offered(package: str, constant: str) -> tuple[Any, ...]:
    """The constant of each module or package inside of ``package`` that offers it, in order of names."""
    return tuple(getattr(module, constant) for module in _modules(package) if hasattr(module, constant))


def _modules(package: str) -> Iterator[ModuleType]:
    names = sorted(m.name for m in iter_modules(import_module(package).__path__) if not m.name.startswith("_"))
    return (import_module(f"{package}.{name}") for name in names)
