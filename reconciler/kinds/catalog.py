"""A catalogue of the customer's own device profiles and packages: ours, never sent."""

from dataclasses import dataclass
from typing import Annotated

from reconciler.kinds._types import AsSet
from reconciler.model.kind import CONFIG, Kind
from reconciler.model.marks import Keyed, Ours


@dataclass(frozen=True, slots=True)
class Catalog:
    """Names that are known beside those that come with the tool."""

    __pydantic_config__ = CONFIG

    devices: Annotated[tuple[str, ...], AsSet, Keyed()] = ()
    packages: Annotated[tuple[str, ...], AsSet, Keyed()] = ()


KIND = Kind("Catalog", Catalog, rank=7, marks=(Ours(),))
