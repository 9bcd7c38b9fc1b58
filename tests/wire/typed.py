"""Plain values beside their types: which keys stand where, and what is said of them."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from pydantic_core import SchemaValidator, ValidationError

from reconciler.model.schema import schema_of

Path = tuple[str | int, ...]
Object = tuple[Path, Any, dict[str, Any]]


def objects(form: Any, plain: Any, path: Path = ()) -> Iterator[Object]:
    """Every object that has a form of its own: its path, its form, itself."""
    form = bare(form, plain)
    if is_typeddict(form):
        yield path, form, plain
        for key, inner in fields(form).items():
            if key in plain:
                yield from objects(inner, plain[key], (*path, key))
    elif get_origin(form) is list:
        for place, each in enumerate(plain):
            yield from objects(get_args(form)[0], each, (*path, place))


def fields(form: Any) -> dict[str, Any]:
    """The keys of an object in their order, with the forms of their values."""
    return get_type_hints(form, include_extras=True)


def bare(form: Any, plain: Any) -> Any:
    """The form without marks; of several the one that the value has."""
    form = _unmarked(form, Annotated, NotRequired)
    if get_origin(form) in (Union, UnionType):
        return next((bare(one, plain) for one in get_args(form) if _fits(one, plain)), NoneType)
    return form


def _unmarked(form: Any, *marks: Any) -> Any:
    return _unmarked(get_args(form)[0], *marks) if get_origin(form) in marks else form


def _fits(form: Any, plain: Any) -> bool:
    try:
        SchemaValidator(schema_of(_unmarked(form, NotRequired))).validate_python(plain, strict=True)
    except ValidationError:
        return False
    return True


def wrong(form: Any, plain: Any) -> Iterator[Any]:
    """Values that do not fit where this one stands: of other types, and of words one that is not known."""
    candidates: list[Any] = [None, True, -1, 0.5, "no such word", ["no such word"], [None], {"": []}]
    if get_origin(bare(form, plain)) is Literal:
        candidates.append(str(plain).upper())
    yield from (each for each in candidates if not _fits(form, each))
