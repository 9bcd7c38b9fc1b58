"""A catalogue of the customer's own device profiles and packages: ours, never sent."""

from dataclasses import dataclass
from typing import Annotated

from reconciler.kinds._types import Name, at_most
from reconciler.model.kind import CONFIG, Kind
from reconciler.model.marks import Ours

Listed = Annotated[tuple[Name, ...], at_most(10_000)]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Names that are known beside those that come with the tool."""

    __pydantic_config__ = CONFIG

    devices: Listed = ()
    packages: Listed = ()


KIND = Kind("Catalog", Catalog, rank=7, marks=(Ours(),))
