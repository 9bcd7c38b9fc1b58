"""Changes of a list, element by element, by what tells its elements apart."""

from collections.abc import Sequence
from typing import Any

from reconciler.model.change import FieldChange, ItemChange, Names
from reconciler.model.kind import Field, plain
from reconciler.model.marks import Keyed
from reconciler.model.schema import key_of


def shifted(field: Field, before: object, after: object) -> FieldChange:
    """The change of one leaf, of a list with its elements."""
    keyed, old, new = field.mark(Keyed), plain(before), plain(after)
    alike = isinstance(old, list) and isinstance(new, list)
    return FieldChange(field.path, old, new, _items(keyed, old, new) if keyed and alike else ())


def _items(keyed: Keyed, before: Sequence[Any], after: Sequence[Any]) -> tuple[ItemChange, ...]:
    """What goes is paired with what comes under the same key: that is one thing that changes."""
    gone, come = _beside(before, after), _beside(after, before)
    found: list[ItemChange] = []
    for element in gone:
        key = _key(keyed, element)
        instead = next((new for new in come if _key(keyed, new) == key), None)
        if instead is not None:
            come.remove(instead)
        found.append(ItemChange(key, element, instead))
    found += (ItemChange(_key(keyed, element), None, element) for element in come)
    return tuple(sorted(found, key=lambda item: (item.key, item.action)))


def _key(keyed: Keyed, element: Any) -> Names:
    if not keyed.by:
        return (("", str(element)),)
    pairs = ((key_of(name), element.get(key_of(name))) for name in keyed.by)
    return tuple((key, str(value)) for key, value in pairs if value is not None)


def _beside(these: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """These without the others; two equal ones are two."""
    left, beside = list(others), []
    for one in these:
        if one in left:
            left.remove(one)
        else:
            beside.append(one)
    return beside
