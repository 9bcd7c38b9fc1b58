"""Which changes touch emergency calls: where they are routed to, and whether they can be made at all."""

from collections.abc import Iterator, Mapping

from reconciler.model.change import Action, Change, Diff, FieldChange
from reconciler.model.consequences import Touched
from reconciler.model.kind import Kind
from reconciler.model.marks import Emergency, Unique
from reconciler.model.references import references, target
from reconciler.model.resource import State

LINE = "line"
"""Told where a new number belongs to another line of the contract than the old one."""


def emergency(diff: Diff, kinds: Mapping[str, Kind]) -> Iterator[Touched]:
    """Each change that touches emergency calls, with the paths that do."""
    numbers = {key: {f.path: bool(f.mark(Unique)) for f in kind.fields if f.mark(Emergency)}
               for key, kind in kinds.items()}
    for change in diff.changes:
        marked = numbers[change.address.kind]
        touched = [f.path for f in change.fields
                   if f.path in marked and _matters(f, change, number=marked[f.path])]
        if touched and _other_line(change, kinds[change.address.kind], diff.after):
            touched.append(LINE)
        if touched:
            yield Touched(change.address, tuple(touched))


def _matters(difference: FieldChange, change: Change, *, number: bool) -> bool:
    """Of the devices only the last one matters; a new workplace is told with its number and a restriction to a line.

    One that is set up anew is told with its number even where it keeps it: nobody can call from it meanwhile.
    """
    if number and change.action in (Action.CREATE, Action.REPLACE):
        return True
    if difference.before == difference.after:
        return False
    if change.action is Action.CREATE:
        return difference.path == "number.nomadicUse"
    if difference.path == "devices":
        return not difference.after
    return True


def _other_line(change: Change, kind: Kind, state: State) -> bool:
    """Whether the number before and the number after lie in blocks of different lines, as far as these are known."""
    if not change.before or not change.after:
        return False
    lines = [_line(kind, body, state) for body in (change.before.body, change.after.body)]
    return bool(lines[0] and lines[1]) and lines[0] != lines[1]


def _line(kind: Kind, body: object, state: State) -> str:
    inside = (target(r, state) for r in references(kind, body) if r.number)
    block = next((state.get(address) for address in inside if address), None)
    return block.body.line or "" if block else ""
