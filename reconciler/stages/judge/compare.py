"""Two states in, what differs out. Whose something is, is settled here, before any field is looked at."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff, FieldChange
from reconciler.model.kind import Field, Kind, plain
from reconciler.model.marks import Assigned, Fixed, Manual, Ours
from reconciler.model.position import Position
from reconciler.model.predecessor import predecessor
from reconciler.model.resource import Life, Resource, State
from reconciler.model.selection import matches
from reconciler.stages.judge._list_changes import shifted
from reconciler.stages.judge._untold import agrees


def compare(wished: State, before: State, kinds: Mapping[str, Kind], mine: Sequence[Position], *,
            delete_unmanaged: bool, keep: Sequence[str] = ()) -> Diff:
    """All changes that lead from the projected portal to the wish.

    ``mine`` are our own positions that still lie in the cart: what no manifest asks for is withdrawn, whatever
    the policy. What the portal alone knows is deleted with ``delete_unmanaged``, but for what a pattern of ``keep``
    fits; else it is only listed.
    """
    changes: list[Change] = []
    staying: list[Resource] = []
    own: dict[Address, set[str]] = {}
    for position in mine:
        own.setdefault(position.address, set()).add(position.ref)
    for kind in (k for k in kinds.values() if not k.mark(Ours)):
        gone, by_contract = set[Address](), kind.mark(Assigned)
        for wish in wished.of(kind.key).values():
            was = None if by_contract else predecessor(wish, wished, before)
            present = before.get(wish.address) or was
            gone |= {present.address} if present else set()
            change = _compare_one(wish, present, kind, own.get(present.address if present else wish.address, set()))
            changes += [change] if change else []
        for resource in before.of(kind.key).values():
            if resource.address in gone:
                continue
            delete = delete_unmanaged and not (keep and matches(resource.address, keep))
            change = _unnamed(resource, kind, own.get(resource.address, set()), delete=delete)
            changes += [change] if change else []
            if _stays(resource, change):
                staying.append(resource)
    ours = {kind.key for kind in kinds.values() if kind.mark(Ours)}
    managed = [r for r in wished if r.address.kind not in ours]
    touched = {c.address for c in changes}
    return Diff(
        tuple(sorted(changes, key=lambda c: c.address)),
        before,
        State([*staying, *wished]),
        sum(r.address not in touched for r in managed),
        tuple(sorted(r.address for r in staying)),
        tuple(sorted(r.address for r in staying if delete_unmanaged and matches(r.address, keep)
                     and not kinds[r.address.kind].mark(Assigned))),
    )


def _stays(resource: Resource, change: Change | None) -> bool:
    """Whether a resource that no manifest names is there in the end."""
    life = resource.life or Life()
    if change is None:
        return not life.leaving
    return change.action is Action.WITHDRAW and life.state != "in-cart"


Standing = Literal["in cart", "leaving", "there"]
"""Of what the portal has: it only lies in the cart; it is there and will be deleted; it is there, active or ordered."""


def _standing(life: Life) -> Standing:
    return "in cart" if life.state == "in-cart" else "leaving" if life.leaving else "there"


def _is_ours(life: Life, own: Collection[str]) -> bool:
    """Whether the position in question lies in the cart and is ours: that of it, of its deletion, or any that adds."""
    match _standing(life):
        case "in cart":
            return True  # nobody reckons with what others put there
        case "leaving":
            return life.leaving in own
        case "there":
            return bool(own)


def _unnamed(resource: Resource, kind: Kind, own: Collection[str], *, delete: bool) -> Change | None:
    """What happens to a resource that no manifest names.

    =========  =================  ===========  ==========================================
    standing   position of ours   to be gone
    =========  =================  ===========  ==========================================
    in cart    yes                –            withdraw
    leaving    –                  yes          nothing: it goes already
    leaving    yes                no           withdraw its deletion
    leaving    no                 no           nothing: others want it gone
    there      –                  yes          delete
    there      yes                no           withdraw what was to be added or cancelled
    there      no                 no           nothing
    =========  =================  ===========  ==========================================
    """
    life, to_be_gone = resource.life or Life(), delete and not kind.mark(Assigned)
    match _standing(life), _is_ours(life, own), to_be_gone:
        case ("in cart", True, _) | ("leaving" | "there", True, False):
            return Change(resource.address, Action.WITHDRAW, "no-longer-wanted", before=resource)
        case ("there", _, True):
            return Change(resource.address, Action.DELETE, "not-in-manifests", before=resource)
        case _:
            return None


def _compare_one(wish: Resource, present: Resource | None, kind: Kind, own: Collection[str]) -> Change | None:
    """What happens to a resource that a manifest names; the first line that fits.

    =========  ====================================  ==========================
    standing   difference
    =========  ====================================  ==========================
    absent     exists by contract only               nothing: a rule speaks of it
    absent     –                                     create
    in cart    any field, and the same name          update of the position
    leaving    another name, or a fixed field        create, once it is gone
    leaving    –; the deletion cannot be taken back  create, once it is gone
    –          another name, or a fixed field        replace
    leaving    –                                     withdraw its deletion
    there      any field                             update
    there      none                                  nothing
    =========  ====================================  ==========================
    """
    if present is None:
        fields = _all_fields(wish.body, kind)
        return None if kind.mark(Assigned) else Change(wish.address, Action.CREATE, "not-in-portal", fields, after=wish)
    life, renamed = present.life or Life(), present.address != wish.address
    standing = _standing(life)
    if standing == "there" and not renamed and kind.signature(wish.body) == kind.signature(present.body):
        return None
    fields = tuple(_differences(present.body, wish.body, kind, everything=standing == "in cart"))
    fixed = {f.path for f in kind.fields if f.mark(Fixed)}
    moved = standing != "in cart" and any(f.path in fixed for f in fields)
    given_up = standing == "leaving" and not _is_ours(life, own)
    if renamed or moved or given_up:
        reason = "renamed" if renamed else "fixed-field" if moved else "leaving"
        whole = _with_before(_all_fields(wish.body, kind), fields)
        action = Action.CREATE if standing == "leaving" else Action.REPLACE  # its deletion is no deed of this plan
        return Change(wish.address, action, reason, whole, present, wish)
    if standing == "leaving":
        return Change(wish.address, Action.WITHDRAW, "wanted-again", fields, present, wish)
    return Change(wish.address, Action.UPDATE, "differs", fields, present, wish) if fields else None


def _differences(before: object, after: object, kind: Kind, *, everything: bool) -> Iterator[FieldChange]:
    for field in kind.sent if everything else kind.compared:
        if field.mark(Ours) or (field.mark(Assigned) and not everything):
            continue
        old, new = _value(field, before), _value(field, after)
        if old == new:
            continue
        if not everything and agrees(field, old, new):
            continue
        yield shifted(field, old, new)


def _value(field: Field, body: object) -> object:
    """The value without what is never ordered by the tool."""
    value = field.value(body)
    manual = field.mark(Manual) if isinstance(value, tuple) else None
    return tuple(v for v in value if v not in manual.values) if manual else value


def _all_fields(body: object, kind: Kind) -> tuple[FieldChange, ...]:
    blank = kind.body()
    changed = (f for f in kind.sent if _value(f, body) != f.value(blank))
    return tuple(FieldChange(f.path, None, plain(_value(f, body))) for f in changed)


def _with_before(whole: tuple[FieldChange, ...], changed: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    differing = {f.path: f for f in changed}
    fresh = tuple(differing.get(f.path) or replace(f, before=f.after) for f in whole)
    return fresh + tuple(f for f in changed if f.path not in {w.path for w in whole})
