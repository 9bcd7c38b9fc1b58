"""JSON as others send it: what could be read in two ways, or holds what no JSON may, is not read at all."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pydantic_core import SchemaValidator

Form = TypeVar("Form")


def plain_of(raw: bytes) -> Any:
    """The plain value that these bytes hold.

    Raises:
        ValueError: if they are not UTF-8, no JSON, nested too deeply, or hold a key twice, ``NaN`` or a number
            without end.
    """
    try:
        return json.loads(raw.decode(), object_pairs_hook=_each_once, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("deep") from None


def formed(reader: SchemaValidator, plain: Any, form: type[Form]) -> Form:
    """The value, if it has the form to the letter: no other types, and at the top no key that the form has not.

    Raises:
        ValueError: else.
    """
    if not isinstance(plain, Mapping) or plain.keys() - form.__annotations__.keys():
        raise ValueError("keys")
    return cast("Form", reader.validate_python(plain, strict=True))


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("twice")
    return found


def _no_number(name: str) -> None:
    raise ValueError(name)
