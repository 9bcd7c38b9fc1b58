"""What of a resource could not be read: whoever asks for it hears so, instead of a value that nobody wrote."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.schema import key_of

S = TypeVar("S")
T = TypeVar("T")


class Unread(Exception):
    """What is asked for stands in a document, or in a part of one, that could not be read."""


def hidden(body: Any, path: Path, written: object) -> Iterator[Path]:
    """The fields of a body that nobody knows, because of what is wrong at ``path``.

    In a list it is the whole list, for the rest of it does not say what is missing. For a key that does not exist
    each key beside it may be meant that is not ``written`` itself.
    """
    node: Any = body
    for n, step in enumerate(path):
        if not is_dataclass(node):
            yield path[:n]
            return
        keys = _keys(node.__class__)
        section = written if isinstance(written, Mapping) else {}
        if step not in keys:
            yield from ((*path[:n], key) for key in keys if section.get(key) is None)
            return
        node, written = getattr(node, keys[str(step)]), section.get(step)
    yield path


def veiled(body: Any, paths: Iterable[Path]) -> Any:
    """The body without the fields at these paths: to ask for one of them raises ``Unread``."""
    below: dict[str, list[Path]] = {}
    made: Any = _blank(body)
    for path in paths:
        if not path:
            return made
        below.setdefault(str(path[0]), []).append(path[1:])
    for key, attribute in _keys(body.__class__).items():
        value, inside = getattr(body, attribute), below.get(key)
        if inside is None:
            setattr(made, attribute, value)
        elif () not in inside and is_dataclass(value):
            setattr(made, attribute, veiled(value, inside))
    return made


def is_hidden(breach: Breach, unread: Collection[tuple[Address, Path]]) -> bool:
    """Whether a breach is about one of these fields or about what is inside of it: an echo of what is wrong there."""
    path = breach.path
    return path[:1] != ("metadata",) and any((breach.address, path[:n]) in unread for n in range(len(path) + 1))


def readable(ones: Iterable[S], find: Callable[[S], T]) -> Iterator[tuple[S, T]]:
    """Each one with what is found of it, but for those of which it could not be read."""
    for one in ones:
        try:
            found = find(one)
        except Unread:
            continue
        yield one, found


def _blank(body: Any) -> Any:
    """A body of the same class in which nothing is set."""
    return object.__new__(_partly(body.__class__))


@cache
def _partly(body: Any) -> Any:
    """The same class, of which a field that was not set raises ``Unread``."""
    return type(body.__name__, (body,), {"__slots__": (), "__getattr__": _unread})


def _unread(_body: object, name: str) -> Any:
    raise Unread(name)


@cache
def _keys(body: Any) -> Mapping[str, str]:
    """The keys of a section, with their attributes."""
    return {key_of(one.name): one.name for one in fields(body)}
