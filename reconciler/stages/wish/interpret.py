"""Documents in, the wished state out: forms are checked and values inherited.

Precedence of a workplace's value: workplace, template, defaults (the most specific match first), group,
company, default of the field. Packages along the chain are a set, devices add up. What a document says
wrongly is a Breach, and is left out of the body so that nothing else is blamed for it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.document import Document, Path
from reconciler.model.finding import Breach
from reconciler.model.forms import SECTION, found
from reconciler.model.kind import Kind
from reconciler.model.message import Value, Word
from reconciler.model.resource import Layer, Resource, State
from reconciler.model.unread import is_hidden
from reconciler.stages.wish._each_once import each_once
from reconciler.stages.wish._inherit import Chain
from reconciler.stages.wish._read_body import read_body
from reconciler.stages.wish._unread import uninherited, unknown


class Interpretation(NamedTuple):
    """The wished state, what is wrong with the documents, and which fields could not be read."""

    state: State
    breaches: tuple[Breach, ...]
    unread: frozenset[tuple[Address, Path]]


def interpret(
    documents: Iterable[Document], kinds: Mapping[str, Kind], base: State, lost: Collection[str] = ()
) -> Interpretation:
    """Read every document by its kind; ``base`` is the portal, for templates and groups that only it knows.

    ``lost`` are the kinds of which a document could not be read.
    """
    breaches: list[Breach] = []
    resources: list[Resource] = []
    heirs: list[Document] = []
    for document in documents:
        address = document.address
        if kinds[address.kind].inherits:
            heirs.append(document)
            continue
        spec = _spec(document, breaches)
        body, wrong = read_body(kinds[address.kind], address, spec, kinds)
        breaches += wrong
        resources.append(_resource(document, each_once(body, kinds[address.kind]), (Layer(document),)))
    settings = State(resources)
    unread = {*unknown(breaches, settings)}
    vague = [address for address, path in unread if address.kind == "defaults" and path[:1] in ((), ("match",))]
    known = settings.but(without=vague)
    chains = {kind.key: Chain(kind, known, base, kinds) for kind in kinds.values() if kind.inherits}
    for document in heirs:
        address, kind = document.address, kinds[document.address.kind]
        spec, layers = chains[kind.key].effective(_spec(document, breaches), document)
        body, wrong = read_body(kind, address, spec, kinds)
        breaches += wrong
        resources.append(_resource(document, each_once(body, kind), layers))
    breaches += (breach for chain in chains.values() for breach in chain.breaches)
    state = State(resources)
    unread.update(unknown(breaches, state))
    for chain in chains.values():
        unread.update(uninherited(chain, state, unread, lost))
    missing = tuple(breach for breach in _missing(state, kinds) if not is_hidden(breach, unread))
    return Interpretation(state, (*breaches, *missing), frozenset(unread))


def _missing(state: State, kinds: Mapping[str, Kind]) -> Iterator[Breach]:
    """What must not be empty in the end, and is."""
    for kind in kinds.values():
        required = [f for f in kind.fields if f.path in kind.required]
        for resource in state.of(kind.key).values() if required else ():
            for field in required:
                if not (field.value(resource.body) or "").strip():
                    yield Breach("FORM-3", resource.address, field.at, {"field": Word(field.path)}, at_key=True)


def _spec(document: Document, breaches: list[Breach]) -> Mapping[str, object]:
    spec = document.content.get("spec")
    if spec is None:
        return {}
    if isinstance(spec, dict):
        return spec
    values: dict[str, Value] = {"value": found(spec), "expected": SECTION, "example": Word("spec: {…}")}
    breaches.append(Breach("FORM-2", document.address, ("spec",), values))
    return {}


def _resource(document: Document, body: object, layers: tuple[Layer, ...]) -> Resource:
    metadata = document.content["metadata"]
    return Resource(
        document.address,
        body,
        layers,
        metadata.get("labels") or {},
        metadata.get("annotations") or {},
    )
