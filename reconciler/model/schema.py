"""How a body is read: its schema for pydantic's core, made from the annotations of its fields.

pydantic makes such schemas too, but to load it takes as long as half of a check of ten lines. So its core alone reads,
and the whole of it is loaded only where the same schemas are shown as JSON Schemas.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import reduce
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema
from pydantic_core import core_schema as core

from reconciler.model.noun import noun

SHOWN = "shown"
"""The key under which a schema keeps how it is shown."""

_HOLDING: Mapping[Any, Callable[..., CoreSchema]] = {
    tuple: core.tuple_variable_schema, list: core.list_schema, dict: core.dict_schema, Mapping: core.dict_schema,
}
_PLAIN: Mapping[Any, Callable[[], CoreSchema]] = {
    str: core.str_schema, int: core.int_schema, bool: core.bool_schema, float: core.float_schema,
    date: core.date_schema, Any: core.any_schema,
}


class Bounds:
    """How long or large a value may be, or what it looks like, in the words of pydantic's core."""

    def __init__(self, **bounds: int | str) -> None:
        self._bounds = bounds

    def of(self, schema: CoreSchema) -> CoreSchema:
        """The schema with these bounds."""
        return {**schema, **self._bounds}


@noun
class Checked:
    """What was read goes through ``check``, which may change its spelling or refuse it."""

    check: Callable[[Any], Any]

    def of(self, schema: CoreSchema) -> CoreSchema:
        """The schema with the check behind it."""
        return core.no_info_after_validator_function(self.check, schema)


@noun
class Prepared:
    """What is written goes through ``prepare`` before it is read."""

    prepare: Callable[[Any], Any]

    def of(self, schema: CoreSchema) -> CoreSchema:
        """The schema with the preparation before it."""
        return core.no_info_before_validator_function(self.prepare, schema)


@noun
class Shown:
    """How editors see it: what ``show`` makes of its JSON Schema."""

    show: Callable[[dict[str, Any]], dict[str, Any]]

    def of(self, schema: CoreSchema) -> CoreSchema:
        """The schema with this beside it."""
        return {**schema, "metadata": {SHOWN: self.show}}


def key_of(attribute: str) -> str:
    """The users' key for an attribute: ``time_zone`` is ``timeZone``, and ``from_`` (a word of Python) ``from``."""
    first, *others = attribute.rstrip("_").split("_")
    return first + "".join(map(str.capitalize, others))


def schema_of(form: Any) -> CoreSchema:
    """The schema of an annotated type; keys that a body has not are refused, those of other objects passed over."""
    origin, parts = get_origin(form), get_args(form)
    if origin is Annotated:
        notes = [note for note in parts[1:] if isinstance(note, Bounds | Checked | Prepared | Shown)]
        return reduce(lambda made, note: note.of(made), notes, schema_of(parts[0]))
    if origin in (Union, UnionType):
        return _choice(parts)
    if origin is Literal:
        return core.literal_schema(list(parts))
    if origin in _HOLDING:
        return _HOLDING[origin](*(schema_of(part) for part in parts if part is not ...))
    return _PLAIN[form]() if form in _PLAIN else _record(form)


def keys_below(schema: CoreSchema) -> Mapping[str | int | None, CoreSchema]:
    """What may stand in what is read so: the schema of each key, and by None that of any element or value."""
    if "choices" in schema:
        return {key: inner for choice in schema["choices"] for key, inner in keys_below(choice).items()}
    if schema["type"] == "dataclass-args":
        return {field["validation_alias"]: field["schema"] for field in schema["fields"]}
    if schema["type"] == "tuple":
        return {None: schema["items_schema"][0]}
    if schema["type"] == "dict":
        return {None: schema["values_schema"]}
    return keys_below(schema["schema"]) if "schema" in schema else {}


def _choice(parts: Collection[Any]) -> CoreSchema:
    choices = [schema_of(part) for part in parts if part is not NoneType]
    made = choices[0] if len(choices) == 1 else core.union_schema([*choices])
    return core.nullable_schema(made) if NoneType in parts else made


def _record(cls: Any) -> CoreSchema:
    hints = get_type_hints(cls, include_extras=True)
    return _body(cls, hints) if is_dataclass(cls) else _object(cls, hints)


def _body(cls: Any, hints: Mapping[str, Any]) -> CoreSchema:
    told = [one for one in fields(cls) if one.init]
    args = [_argument(one, schema_of(hints[one.name])) for one in told]
    return core.dataclass_schema(
        cls, core.dataclass_args_schema(cls.__name__, args), [one.name for one in told], ref=_name(cls),
        slots=hasattr(cls, "__slots__"), post_init=hasattr(cls, "__post_init__"),
        config={"extra_fields_behavior": "forbid", "validate_by_alias": True, "serialize_by_alias": True},
    )


def _argument(one: Field[Any], schema: CoreSchema) -> core.DataclassField:
    if one.default is not MISSING:
        schema = core.with_default_schema(schema, default=one.default)
    elif one.default_factory is not MISSING:
        schema = core.with_default_schema(schema, default_factory=one.default_factory)
    key = key_of(one.name)
    return core.dataclass_field(one.name, schema, kw_only=False, validation_alias=key, serialization_alias=key)


def _object(cls: Any, hints: Mapping[str, Any]) -> CoreSchema:
    forms = {key: get_args(hint)[0] if get_origin(hint) is NotRequired else hint for key, hint in hints.items()}
    keys = {key: core.typed_dict_field(schema_of(form), required=key in cls.__required_keys__)
            for key, form in forms.items()}
    return core.typed_dict_schema(keys, cls=cls, ref=_name(cls), extra_behavior="ignore")


def _name(cls: Any) -> str:
    """How JSON Schemas name it, which show it once."""
    return f"{cls.__module__}.{cls.__qualname__}"
