"""Workplaces whose name can never be changed, and who was called otherwise before."""

from reconciler.model.renames import WAS
from reconciler.model.resource import Life, Resource, State


def predecessor(wish: Resource, wished: State, before: State) -> Resource | None:
    """What the wish says it was called before, if that is still there, nobody wishes for it, and the new name is free.

    What only lies in the cart is nobody yet: it is withdrawn.
    """
    was = wish.annotations.get(WAS)
    old = before.get(wish.address._replace(name=was)) if isinstance(was, str) else None
    if old is None or old.address in wished or wish.address in before:
        return None
    return None if (old.life or Life()).state == "in-cart" else old
