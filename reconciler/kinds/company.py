"""The company: facts of the contract, and what holds for all groups."""

from typing import Annotated, Literal

from reconciler.kinds._types import Count, Name, Named, Sorted, Words, at_most
from reconciler.kinds.workplace import PostalAddress
from reconciler.model.kind import Kind
from reconciler.model.marks import Allows, Assigned, Cart, Emergency, Keyed, Offers, Ref, Term
from reconciler.model.noun import noun
from reconciler.model.text import Text


@noun
class Line:
    """A contractual line: a name of our own choice and the address that emergency calls are routed by."""

    name: Named
    address: Words | PostalAddress | None = None


@noun
class Company:
    """The one company of a workspace."""

    generation: Annotated[Literal["1.0", "2.0"] | None, Assigned()] = None
    contract: Annotated[Literal["line", "pure"] | None, Assigned()] = None
    lines: Annotated[tuple[Line, ...], at_most(1000), Sorted, Keyed(("name",)), Assigned()] = ()
    quota: Annotated[Count | None, Assigned(), Allows("workplace", "QUOTA-1")] = None
    default_group: Annotated[Name | None, Ref("group")] = None
    default_blocking_profile: Annotated[
        Name | None, Ref("blockingprofile", "BLOCK-1", builtin=("system",)), Emergency()
    ] = None
    time_zone: Name = "Europe/Berlin"
    packages: Annotated[
        tuple[Name, ...], at_most(100), Sorted, Keyed(), Offers(), Cart(), Term(30, "TERM-2")
    ] = ()


KIND = Kind("Company", Company, rank=0, marks=(Assigned(),), many=Text("Unternehmen", "companies"))
