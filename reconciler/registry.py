"""One file, one extension: collect the constant that each module of a package offers."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def load(package: str, constant: str) -> tuple[Any, ...]:
    """The constant of each module of ``package`` whose name has no leading underscore, in order of names."""
    return tuple(getattr(import_module(f"{package}.{name}"), constant) for name in _names(package))


def offers(package: str, constant: str) -> dict[str, Any]:
    """The constant of each module of ``package`` that has one, by the module's name."""
    modules = {name: import_module(f"{package}.{name}") for name in _names(package)}
    return {name: getattr(module, constant) for name, module in modules.items() if hasattr(module, constant)}


def _names(package: str) -> list[str]:
    home = import_module(package)
    return sorted(m.name for m in iter_modules(home.__path__) if not m.name.startswith("_"))
