"""A kind: what a resource may hold, read once from an annotated dataclass.

A body is a frozen dataclass. Its fields are flattened to leaves (``number.external``); a nested dataclass
whose field carries a mark, or which may be absent, is one leaf. Everything after interpretation works on
these leaves and their marks and never names a kind.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, PydanticCustomError, SchemaSerializer, SchemaValidator

from reconciler.model.document import Path, keys
from reconciler.model.marks import Assigned, Cart, Mark, Ours, WriteOnce
from reconciler.model.message import Value
from reconciler.model.noun import noun
from reconciler.model.schema import key_of, schema_of
from reconciler.model.text import NOTHING, Text

M = TypeVar("M")


@noun
class Field:
    """One leaf: its path as users write it, its attribute, its marks and its line for ``explain``.

    ``at`` is the path as keys, and ``value`` gives what a body holds here.
    """

    path: str
    attribute: str
    marks: tuple[Mark, ...]
    hint: Any
    at: Path = field(init=False, compare=False, repr=False)
    value: Callable[[object], Any] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", keys(self.path))
        object.__setattr__(self, "value", attrgetter(self.attribute))  # asked for once a resource: nothing in between

    def mark(self, wanted: type[M]) -> M | None:
        """The mark of this type, or None."""
        for mark in self.marks:  # asked for so often that a generator would be felt
            if isinstance(mark, wanted):
                return mark
        return None


@dataclass(frozen=True)
class Kind:
    """A kind of resource.

    ``name`` as in manifests (``NumberBlock``), ``body`` the dataclass of its spec, ``marks`` of the kind as a
    whole, ``required`` the leaves that must not be empty in the end, ``rank`` the order of kinds in a dump.
    ``examples`` gives values by path as they stand in YAML, for whoever wrote a field otherwise. ``unknown_key`` is the
    rule that a key breaks which the kind does not have. ``inherits`` tells by kind, the strongest first, which keys
    of a resource that it names (or of the company) give which of its own; ``fallback`` is what they have in the end.
    ``many`` is what several of it are called.
    """

    name: str
    body: type
    rank: int
    marks: tuple[Mark, ...] = ()
    required: tuple[str, ...] = ()
    unknown_key: str = "FORM-1"
    many: Text = NOTHING
    inherits: Mapping[str, Mapping[str, str]] = field(default_factory=dict, compare=False)
    fallback: Mapping[str, str] = field(default_factory=dict, compare=False)
    examples: Callable[[], Mapping[str, str]] = field(default=dict, compare=False)

    def __hash__(self) -> int:
        return hash(self.name)  # much is worked out once a kind, and asked for once a resource

    @property
    def key(self) -> str:
        """The kind in addresses: ``numberblock``."""
        return self.name.lower()

    def mark(self, wanted: type[M]) -> M | None:
        """The kind's own mark of this type, or None."""
        return next((m for m in self.marks if isinstance(m, wanted)), None)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All leaves in order of declaration."""
        return tuple(_leaves(self.body, "", ""))

    @cached_property
    def schema(self) -> CoreSchema:
        """How a body is read and made plain; worked out when first used, as all that follows from it."""
        return schema_of(self.body)

    @cached_property
    def _reader(self) -> SchemaValidator:
        return SchemaValidator(self.schema)

    @cached_property
    def _writer(self) -> SchemaSerializer:
        return SchemaSerializer(self.schema)

    def field(self, path: str) -> Field | None:
        """The leaf with this path, or None."""
        return next((f for f in self.fields if f.path == path), None)

    def marked(self, wanted: type[M]) -> tuple[Field, M] | None:
        """The first leaf with a mark of this type, and the mark; None if there is none."""
        return next(((f, mark) for f in self.fields if (mark := f.mark(wanted))), None)

    @cached_property
    def compared(self) -> tuple[Field, ...]:
        """The leaves that are compared with what is active."""
        return tuple(f for f in self.fields if not (f.mark(WriteOnce) or f.mark(Ours)))

    @cached_property
    def signature(self) -> Callable[[object], object]:
        """The compared values of a body as one comparable value; the fast path of comparing."""
        return attrgetter(*(f.attribute for f in self.compared), "__class__")

    @cached_property
    def sent(self) -> tuple[Field, ...]:
        """The leaves that an order may carry."""
        return tuple(f for f in self.fields if not (f.mark(Ours) or f.mark(Assigned)))

    @cached_property
    def carted(self) -> tuple[Field, ...]:
        """The leaves whose change goes through the cart."""
        return tuple(f for f in self.fields if f.mark(Cart))

    def read(self, spec: Mapping[str, Any]) -> Any:
        """A body from plain values.

        Raises:
            pydantic_core.ValidationError: if a value has the wrong form.
        """
        return self._reader.validate_python(spec)

    def read_json(self, text: str) -> Any:
        """The same from JSON.

        Raises:
            pydantic_core.ValidationError: if a value has the wrong form.
        """
        return self._reader.validate_json(text)

    def plain(self, body: object) -> dict[str, Any]:
        """A body as plain JSON values under the users' names, without what equals the default."""
        plain: dict[str, Any] = self._writer.to_python(body, mode="json", exclude_defaults=True)
        return plain


def with_value(body: Any, attribute: str, value: object) -> Any:
    """The body with one leaf (by its dotted attribute) set to another value."""
    name, _, rest = attribute.partition(".")
    return replace(body, **{name: with_value(getattr(body, name), rest, value) if rest else value})


def only_mended(field: Field, before: Any, after: Any) -> bool:
    """Whether a value that goes through the cart differs in those parts alone that do not."""
    cart = field.mark(Cart)
    if not cart or not cart.mended or before is None or after is None:
        return False
    return bool(replace(before, **{part: getattr(after, part) for part in cart.mended}) == after)


def plain(value: object) -> Any:
    """One field's value as plain JSON values, without defaults; dates and numbers as text."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((f, getattr(value, f.name)) for f in fields(value))
        return {key_of(f.name): plain(v) for f, v in pairs if v != f.default}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value


def unordered(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Sorted by text: the one form of a list whose order is no difference."""
    return tuple(sorted(items, key=repr)) if len(items) > 1 else items


def refuse(rule: str, **values: Value) -> PydanticCustomError:
    """The error for a validator to raise: breaks ``rule`` with these values for its sentences."""
    return PydanticCustomError("rule", "{rule}", {"rule": rule, **values})


def _leaves(body: type, path: str, attribute: str) -> Iterator[Field]:
    hints = get_type_hints(body, include_extras=True)
    for f in fields(body):
        hint = hints[f.name]
        inner, *notes = get_args(hint) if get_origin(hint) is Annotated else (hint,)
        marks = tuple(m for m in notes if isinstance(m, Mark))
        here, there = path + key_of(f.name), attribute + f.name
        if is_dataclass(inner) and isinstance(inner, type) and not marks:
            yield from _leaves(inner, here + ".", there + ".")
        else:
            yield Field(here, there, marks, hint)
