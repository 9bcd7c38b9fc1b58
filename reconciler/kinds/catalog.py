"""A catalogue of the customer's own device profiles and packages: ours, never sent."""

from dataclasses import dataclass

from reconciler.model.kind import CONFIG, Kind
from reconciler.model.marks import Ours


@dataclass(frozen=True, slots=True)
class Catalog:
    """Names that are known beside those that come with the tool."""

    __pydantic_config__ = CONFIG

    devices: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()


KIND = Kind("Catalog", Catalog, rank=7, marks=(Ours(),))
