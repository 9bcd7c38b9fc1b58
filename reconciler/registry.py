"""One file, one extension: collect the constant that each module of a package offers."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def load(package: str, constant: str) -> tuple[Any, ...]:
    """The constant of each module of ``package`` whose name has no leading underscore, in order of names."""
    return tuple(load_one(package, name, constant) for name in names(package))


def names(package: str) -> tuple[str, ...]:
    """The names of these modules; none of them is loaded."""
    home = import_module(package)
    return tuple(sorted(m.name for m in iter_modules(home.__path__) if not m.name.startswith("_")))


def load_one(package: str, name: str, constant: str) -> Any:
    """The constant that one module offers."""
    return getattr(import_module(f"{package}.{name}"), constant)


def offers(package: str, constant: str) -> dict[str, Any]:
    """The constant of each module of ``package`` that has one, by the module's name."""
    modules = {name: import_module(f"{package}.{name}") for name in names(package)}
    return {name: getattr(module, constant) for name, module in modules.items() if hasattr(module, constant)}
