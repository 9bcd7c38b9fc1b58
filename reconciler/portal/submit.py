"""Buying: what lies in the cart becomes an order, if it is what was approved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reconciler.portal import refusals as say
from reconciler.portal.desk import Desk
from reconciler.portal.protocol import Books
from reconciler.portal.refusals import Refusal, refusal


def otherwise(books: Books, contents: Mapping[str, str]) -> Iterator[Refusal]:
    """Everything in which the cart differs from what was approved: reference and digest of the content."""
    for ref, digest in sorted(contents.items()):
        position = books.position(ref)
        if position is None:
            yield refusal("CART-2", say.NOT_IN_CART, ref=ref)
        elif position.state != "in-cart":
            yield refusal("CART-2", say.NO_LONGER_THERE, address=position.address, verb=position.verb,
                          state=say.STATES[position.state])
        elif position.digest != digest:
            yield refusal("CART-2", say.NOT_APPROVED, address=position.address, verb=position.verb,
                          revision=position.revision)


def buy(desk: Desk, refs: Iterable[str]) -> None:
    """These positions of the cart are ordered today."""
    for ref in sorted(refs):
        position = desk.books.position(ref)
        if position is not None:
            desk.books.set_position(replace(position, state="ordered", ordered_on=desk.meta.today))
