"""Bodies of which a portal keeps something to itself: that is no difference."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from reconciler.model.kind import Field
from reconciler.model.marks import Untold


def agrees(field: Field, told: Any, wanted: Any) -> bool:
    """Whether all that the portal tells of a value is as it is wanted; a part at its default is not told."""
    if told == wanted:
        return True
    if field.mark(Untold) is None or not is_dataclass(wanted) or isinstance(wanted, type):
        return False
    blank = type(wanted)()
    parts = {f.name: getattr(told, f.name) for f in fields(wanted) if getattr(told, f.name) != getattr(blank, f.name)}
    return bool(replace(wanted, **parts) == wanted)
