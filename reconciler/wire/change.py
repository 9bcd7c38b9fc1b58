"""Changes: what happens to one resource, field by field."""

from typing import Any, Literal, NotRequired, TypedDict, cast

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange, ItemChange
from reconciler.model.message import Say
from reconciler.model.plan import Blocked
from reconciler.model.resource import Resource
from reconciler.model.sections import Places
from reconciler.wire._plain import AddressText, Hear, PlaceText, given


class ThingJson(TypedDict):
    """An element with fields of its own, such as a department."""

    key: dict[str, str]
    action: Literal["added", "removed", "changed"]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class WordJson(TypedDict):
    """An element that is a word, such as a package: it comes or goes."""

    key: str
    action: Literal["added", "removed", "changed"]
    before: str | None
    after: str | None


class FieldJson(TypedDict):
    """One field before and after, and where its value was written (``file:line:column``)."""

    path: str
    before: Any
    after: Any
    place: PlaceText | None
    items: NotRequired[list[ThingJson | WordJson]]


class ChangeJson(TypedDict):
    """What happens to one resource, and why; ``was`` is its address before it was called otherwise."""

    address: AddressText
    action: Literal["create", "update", "replace", "delete", "withdraw"]
    reason: str
    was: NotRequired[AddressText]
    fields: list[FieldJson]


class BlockedJson(TypedDict):
    """A change that time alone does not make possible."""

    address: AddressText
    action: str
    rule: str
    message: str
    help: str


def change_json(change: Change, places: Places) -> ChangeJson:
    """One change as plain values."""
    fields = [_field_json(f, places.get((change.address, f.path))) for f in change.fields]
    plain: ChangeJson = {"address": str(change.address), "action": change.action.value, "reason": change.reason,
                              "was": change.was, "fields": fields}
    return given(plain, ChangeJson.__required_keys__)


def change_of(plain: ChangeJson) -> Change:
    """The change that was written so, without the places.

    Raises:
        ValueError: if an element is no key, or an address is none.
    """
    fields = tuple(FieldChange(f["path"], f["before"], f["after"], tuple(map(_item_of, f.get("items", ()))))
                   for f in plain["fields"])
    before = Resource(Address.parse(plain["was"]), None) if "was" in plain else None
    return Change(Address.parse(plain["address"]), Action(plain["action"]), plain["reason"], fields, before)


def places_of(plain: list[ChangeJson]) -> Places:
    """Where the values of these changes were written."""
    return {(Address.parse(c["address"]), f["path"]): f["place"] for c in plain for f in c["fields"] if f["place"]}


def blocked_json(blocked: Blocked, say: Say) -> BlockedJson:
    """One blocked change as plain values."""
    return {"address": str(blocked.address), "action": blocked.action, "rule": blocked.rule,
            "message": say(blocked.message), "help": say(blocked.help)}


def blocked_of(plain: BlockedJson, hear: Hear) -> Blocked:
    """The blocked change that was written so."""
    return Blocked(Address.parse(plain["address"]), plain["action"], plain["rule"], hear(plain["message"]),
                   hear(plain["help"]))


def _field_json(field: FieldChange, place: str | None) -> FieldJson:
    plain: FieldJson = {"path": field.path, "before": field.before, "after": field.after, "place": place,
                        "items": list(map(_item_json, field.items))}
    return given(plain, FieldJson.__required_keys__)


def _item_json(item: ItemChange) -> ThingJson | WordJson:
    if item.key[0][0]:
        return cast("ThingJson", {"key": dict(item.key), "action": item.action, "before": item.before,
                                  "after": item.after})
    return cast("WordJson", {"key": item.name, "action": item.action, "before": item.before, "after": item.after})


def _item_of(plain: ThingJson | WordJson) -> ItemChange:
    key = plain["key"]
    if not key or (isinstance(key, str) and plain["before"] is not None and plain["after"] is not None):
        raise ValueError(key)
    return ItemChange(tuple(key.items()) if isinstance(key, dict) else (("", key),), plain["before"], plain["after"])
