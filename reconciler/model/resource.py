"""Resources, and a state: all resources at one moment."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from reconciler.model.address import Address
from reconciler.model.amended import amended
from reconciler.model.document import Document, Path
from reconciler.model.noun import noun

T = TypeVar("T")

_AS_THEY_ARE: Mapping[str, str] = {}


class Layer(NamedTuple):
    """A part of a document that values come from.

    ``at`` leads to what stands for the spec. ``names`` tells which key of this layer gives which key of the
    resource (a company's ``defaultGroup`` is a workplace's ``group``); empty where they are the same.
    """

    document: Document
    at: Path = ("spec",)
    names: Mapping[str, str] = _AS_THEY_ARE

    def find(self, path: Path) -> Path | None:
        """Where this layer's document holds ``path`` (from the document's top), or None."""
        if self.names:
            if not path or path[0] not in self.names:
                return None
            path = (self.names[str(path[0])], *path[1:])
        node: Any = self.document.content
        for step in (*self.at, *path):
            inside = isinstance(node, list) and isinstance(step, int) and step < len(node)
            if inside or (isinstance(node, Mapping) and step in node):
                node = node[step]
            else:
                return None
        return (*self.at, *path)


@noun
class Life:
    """What the portal tells of a resource beside its settings.

    ``state`` is ``active``, ``inactive``, ``ordered`` (bought, not yet carried out) or ``in-cart``.
    ``began`` is the activation date. ``booked`` tells per item (a package, ``mobileIntegration``) the day it
    was booked. ``leaving`` is the reference of a position that will delete it.
    """

    state: str = "active"
    began: date | None = None
    booked: Mapping[str, date] = field(default_factory=dict)
    leaving: str = ""
    ref: str = ""


@noun
class Resource:
    """One thing, wished or existing: its body is the dataclass of its kind.

    ``layers`` are the parts of documents that its values come from, the strongest first; empty for what
    only the portal knows. ``labels`` and ``annotations`` are the manifest's.
    """

    address: Address
    body: Any
    layers: tuple[Layer, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)
    life: Life | None = None

    @property
    def leaving(self) -> bool:
        """Whether its deletion lies in the cart or is ordered: it is there until then."""
        return bool(self.life and self.life.leaving)


_address = attrgetter("address")


class State:
    """Resources by kind and name, in order of their names; never changed after it was made."""

    def __init__(self, resources: Iterable[Resource] = ()) -> None:
        kinds: dict[str, dict[str, Resource]] = {}
        for resource in sorted(resources, key=_address):
            kinds.setdefault(resource.address.kind, {})[resource.address.name] = resource
        self._kinds: Mapping[str, Mapping[str, Resource]] = kinds
        self._memory: dict[tuple[object, ...], Any] = {}

    def index(self, make: Callable[..., T], *by: str) -> T:
        """What ``make`` finds in this state by these words; made once, however many ask."""
        found: T
        if (key := (make, *by)) in self._memory:
            found = self._memory[key]
        else:
            found = self._memory[key] = make(self, *by)
        return found

    def of(self, kind: str) -> Mapping[str, Resource]:
        """All resources of a kind by name."""
        return self._kinds.get(kind, {})

    def get(self, address: Address) -> Resource | None:
        """The resource of this address, or None."""
        return self._kinds.get(address.kind, {}).get(address.name)

    def staying(self, kind: str) -> list[Resource]:
        """The resources of a kind, active or not, but for those whose deletion lies in the cart or is ordered."""
        return [resource for resource in self.of(kind).values() if not resource.leaving]

    def __iter__(self) -> Iterator[Resource]:
        for resources in self._kinds.values():
            yield from resources.values()

    def __len__(self) -> int:
        return sum(map(len, self._kinds.values()))

    def __contains__(self, address: object) -> bool:
        return isinstance(address, Address) and self.get(address) is not None

    def but(self, resources: Iterable[Resource] = (), without: Iterable[Address] = ()) -> "State":
        """A new state with these put in (or in place of their namesakes) and those left out."""
        touched: dict[str, dict[str, Resource | None]] = {}
        for address in without:
            touched.setdefault(address.kind, {})[address.name] = None
        for resource in resources:
            touched.setdefault(resource.address.kind, {})[resource.address.name] = resource
        kinds = {**self._kinds, **{kind: amended(self.of(kind), changes) for kind, changes in touched.items()}}
        made = State()
        made._kinds = {kind: kinds[kind] for kind in sorted(kinds) if kinds[kind]}
        return made
