"""A change as short pieces of text, field by field."""

from collections.abc import Iterator, Mapping
from typing import Any

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange, ItemChange
from reconciler.model.renames import element_path
from reconciler.model.sections import Differences, Places
from reconciler.views.say import words
from reconciler.views.say import words_looking as looking
from reconciler.views.spoken import Spoken

SIGN_OF = {
    "activate": "+", "create": "+", "book": "+", "change": "~", "update": "~",
    "delete": "-", "cancel": "-", "remove": "-", "withdraw": "<", "replace": "-/+",
}  # fmt: skip
FIELDS_OF = (Action.UPDATE, Action.REPLACE)
"""Actions whose fields say what differs; of the others the whole resource does."""


def why(change: Change, voice: Spoken) -> Iterator[str]:
    """What is to be done, what the resource was called, and why, where no field says it."""
    yield voice.say(words.ACTIONS[change.action])
    if change.was:
        yield voice.say(words.WAS, name=change.was)
    if change.action not in FIELDS_OF and change.reason in words.REASONS:
        yield voice.say(words.REASONS[change.reason])


def differing(change: Change) -> Iterator[FieldChange]:
    """The fields that change; a replace carries the others too."""
    return (part for field in change.fields for part in parts(field))


def parts(field: FieldChange) -> Iterator[FieldChange]:
    """What differs of a field, of an object each part as a field of its own; masked numbers only look equal."""
    sides = [{} if side is None else side for side in (field.before, field.after)]
    found = [field]
    if any(sides) and all(isinstance(side, Mapping) for side in sides):
        found = [FieldChange(f"{field.path}.{key}", *(side.get(key) for side in sides))
                 for key in dict.fromkeys((*sides[0], *sides[1]))]
    return (f for f in found if f.before != f.after or words.MASK in str(f.after))


def written(places: Places, address: Address, path: str) -> str | None:
    """Where the value of a field was written; of a part of an object, where the object was."""
    return places.get((address, path)) or places.get((address, path.rpartition(".")[0]))


def shift(field: FieldChange, voice: Spoken) -> str:
    """One field before and after; of a list, what comes, what goes and what of its elements changes."""
    if field.items:
        return "; ".join(_items(field, voice))
    listed = field.path.partition(".")[0]
    if listed in words.ELEMENTS and field.path == element_path(listed, str(field.before)):
        return f"{voice.say(words.ELEMENTS[listed])} {show(field.before, voice)} " + voice.say(
            words.CALLED, name=show(field.after, voice))
    if not field.before and field.after and isinstance(field.after, list):
        return f"{field.path} {voice.say(words.ADDS)} {', '.join(show(x, voice) for x in field.after)}"
    return f"{field.path} {show(field.before, voice)} → {show(field.after, voice)}"


def _items(field: FieldChange, voice: Spoken) -> Iterator[str]:
    thing = voice.say(words.ELEMENTS[field.path]) if field.path in words.ELEMENTS else field.path
    for item in (i for i in field.items if i.action == "changed"):
        yield f"{thing} {item.name}: {', '.join(_inside(item.before, item.after, voice))}"
    sides = ((words.ADDS, [_element(i, i.after, voice) for i in field.items if i.action == "added"]),
             (words.DROPS, [_element(i, i.before, voice) for i in field.items if i.action == "removed"]))
    moved = [f"{voice.say(word)} {', '.join(these)}" for word, these in sides if these]
    if moved:
        yield f"{field.path} {'; '.join(moved)}"


def _element(item: ItemChange, value: Any, voice: Spoken) -> str:
    """An element by its name, with what else it says."""
    rest = {k: v for k, v in value.items() if k not in dict(item.key)} if isinstance(value, Mapping) else {}
    more = ", ".join(f"{key}: {show(one, voice)}" for key, one in rest.items())
    return f"{item.name} ({more})" if more else item.name


def field_rows(field: FieldChange, voice: Spoken) -> Iterator[tuple[str, str, str]]:
    """Path, before and after of a field; of a list of things a row for each that does not stay as it is."""
    things = [item for item in field.items if any(key for key, _ in item.key)]
    for item in things:
        before, after = (_element(item, one, voice) if one else show(one, voice)
                         for one in (item.before, item.after))
        yield f"{field.path}: {item.name}", before, after
    if not things:
        yield field.path, show(field.before, voice), show(field.after, voice)


def _inside(before: Mapping[str, Any], after: Mapping[str, Any], voice: Spoken) -> Iterator[str]:
    """Which parts differ; masked ones may only look equal."""
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        if old != new or words.MASK in str(new):
            yield f"{key} {show(old, voice)} → {show(new, voice)}"


def show(value: Any, voice: Spoken) -> str:
    """A plain value on one line."""
    if value is None or value in ("", [], {}):
        return f"({voice.say(words.EMPTY)})"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {show(v, voice)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(show(v, voice) for v in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def drift_title(differences: Differences, voice: Spoken) -> str:
    """What the changes are; where manifests break a rule nobody can say what is due."""
    return voice.say(looking.DRIFTED if differences.drifted else words.DIFFERENCES)
