"""A catalogue of the customer's own device profiles and packages: ours, never sent."""

from typing import Annotated

from reconciler.kinds._types import Name, Sorted, at_most
from reconciler.model.kind import Kind
from reconciler.model.marks import Keyed, Ours
from reconciler.model.noun import noun


@noun
class Catalog:
    """Names that are known beside those that come with the tool."""

    devices: Annotated[tuple[Name, ...], at_most(10_000), Sorted, Keyed()] = ()
    packages: Annotated[tuple[Name, ...], at_most(10_000), Sorted, Keyed()] = ()


KIND = Kind("Catalog", Catalog, rank=7, marks=(Ours(),))
