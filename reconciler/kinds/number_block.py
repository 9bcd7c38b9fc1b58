"""A number block: granted to the company, assigned to a group."""

from typing import Annotated

from reconciler.kinds._types import Base, Day, Extension, Few, Name
from reconciler.model.kind import Kind
from reconciler.model.marks import Assigned, AvailableFrom, Emergency, Offers, Ours, Ref, Renamable
from reconciler.model.noun import noun
from reconciler.model.text import Text
from reconciler.numbers.block import Block


@noun
class NumberBlock:
    """Base number and range of extensions; ``extended_by`` digits more by block extension.

    ``line`` is ours: the line of the contract whose address the numbers belong to.
    """

    base: Annotated[Base | None, Assigned()] = None
    first: Annotated[Extension | None, Assigned()] = None
    last: Annotated[Extension | None, Assigned()] = None
    available_from: Annotated[Day | None, Assigned(), AvailableFrom("NUM-3")] = None
    group: Annotated[Name | None, Ref("group"), Offers()] = None
    extended_by: Annotated[Few, Offers()] = 0
    line: Annotated[Name | None, Ours(), Emergency()] = None

    @property
    def block(self) -> Block | None:
        """The block for arithmetic; None while facts are missing."""
        if self.base is None or self.first is None or self.last is None:
            return None
        return Block(self.base, self.first, self.last, self.extended_by)


KIND = Kind("NumberBlock", NumberBlock, rank=2, marks=(Assigned(), Renamable()),
            many=Text("Rufnummernblöcke", "number blocks"))
