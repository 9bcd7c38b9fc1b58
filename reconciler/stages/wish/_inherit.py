"""Layers in a chain of precedence: what a workplace inherits, and from which part of which document."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from reconciler.model.address import Address
from reconciler.model.document import Document, Path
from reconciler.model.finding import Breach, Spot
from reconciler.model.kind import Kind
from reconciler.model.message import Word
from reconciler.model.resource import Layer, Resource, State
from reconciler.model.text import Text
from reconciler.stages.wish._defaults import MOST, Criteria, Matches, crowd

TEMPLATE = "template"
ADDED = ("packages", "devices")
CHOICES: tuple[Path, ...] = ((), ("template",), ("group",), ("department",))
"""What of a workplace, where nobody knows it, leaves open from whom it inherits."""

DISAGREE = Text("ebenso genau passend", "matches just as closely")


class Origin(NamedTuple):
    """Values in a workplace's keys, and where they stand (None: only in the portal)."""

    values: Mapping[str, Any]
    layer: Layer | None


class Inheritance(NamedTuple):
    """All that one combination of template, group, department and labels gives, the strongest laid on top."""

    values: Mapping[str, Any]
    client: Mapping[str, Any] | None
    layers: tuple[Layer, ...]


class Chain:
    """What resources of a kind inherit; the answer for each combination is worked out once.

    ``lost`` collects those whose template exists nowhere.
    """

    def __init__(self, kind: Kind, wished: State, base: State, kinds: Mapping[str, Kind]) -> None:
        self.kind = kind
        self._wished, self._base, self._kinds = wished, base, kinds
        self._from, self._fallback = kind.inherits, kind.fallback
        company = next(iter((*wished.of("company").values(), *base.of("company").values())), None)
        self._company = self._origin(company, self._from["company"])
        self._defaults = Matches(wished.of("defaults").values())
        self._known: dict[tuple[object, ...], Inheritance] = {}
        self._matched: dict[tuple[Criteria, ...], tuple[tuple[Origin, ...], int]] = {}
        self._crowds: list[Breach] = []
        self._disagreements: dict[tuple[Address, Address, Path], Breach] = {}
        self.lost: set[Address] = set()

    def given(self, kind: str, path: Path = ()) -> Iterator[Path]:
        """The fields of an heir that may come from what stands at ``path`` in a document of this kind."""
        if kind == "defaults":
            inside = path[1:] if path[:1] == ("workplace",) else ()
            return (f.at for f in self.kind.fields if f.at[: len(inside)] == inside[: len(f.at)])
        keys = {ours for ours, theirs in self._from.get(kind, {}).items() if path[:1] in ((), (theirs,))}
        keys |= {"devices"} if "desktopClient" in keys else set()
        return (f.at for f in self.kind.fields if f.at[0] in keys)

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """The defaults that disagree, each pair once for each field; and where too many hold at once."""
        return (*self._disagreements.values(), *self._crowds)

    def effective(self, spec: Mapping[str, Any], document: Document) -> tuple[dict[str, Any], tuple[Layer, ...]]:
        """The spec with everything inherited, and the layers that it came from, the strongest first."""
        labels = document.content["metadata"].get("labels") or {}
        known = self._defaults.labels
        if known != labels.keys():
            labels = {label: value for label, value in labels.items() if label in known}
        inherited = self._inherited(spec, labels, document.address)
        merged = dict(inherited.values)
        _lay(merged, spec)
        if inherited.client and not _lists(spec.get("devices"), inherited.client):
            devices = merged.get("devices") or []
            merged["devices"] = [*devices, inherited.client] if isinstance(devices, list) else devices
        integration = merged.get("mobileIntegration")
        integrated = isinstance(integration, dict) and integration.get("type") == "magentaeins"
        if integration and integrated and merged.get("directoryMobile") is None:
            merged["directoryMobile"] = integration.get("mobile")
        effective = {key: self._fallback.get(key) if value is None else value for key, value in merged.items()}
        effective = {key: value for key, value in effective.items() if value is not None}
        return effective, (Layer(document), *inherited.layers)

    def _inherited(self, spec: Mapping[str, Any], labels: Mapping[str, str], who: Address) -> Inheritance:
        template, group, department = spec.get("template"), spec.get("group"), spec.get("department")
        key = (_key(template), _key(group), _key(department), *labels.items())
        if key not in self._known:
            origins, count = self._work_out(template, group, department, labels)
            if count > MOST:
                self._crowds.append(crowd(count, who))
            values: dict[str, Any] = dict(self._fallback)
            for origin in reversed(origins):
                _lay(values, origin.values)
            client = values.pop("desktopClient", None)
            device = {"profile": f"desktop-client-{client}"} if client else None
            self._known[key] = Inheritance(values, device, tuple(o.layer for o in origins if o.layer))
        if template and not self._template(template):
            self.lost.add(who)
        return self._known[key]

    def _work_out(
        self, template: object, group: object, department: object, labels: Mapping[str, str]
    ) -> tuple[tuple[Origin, ...], int]:
        pattern = self._template(template)
        first = (pattern,) if pattern else ()
        criteria = {"group": group or (pattern and pattern.values.get("group")), "department": department,
                    "template": template}
        if not criteria["group"]:
            early, _ = self._matching(criteria, labels)
            criteria["group"] = _first("group", (*early, self._company))
        if not department:
            early, _ = self._matching(criteria, labels)
            criteria["department"] = _first("department", early)
        defaults, count = self._matching(criteria, labels)
        site = self._origin(self._find("group", criteria["group"]), self._from["group"])
        return (*first, *defaults, site, self._company), count

    def _matching(self, criteria: Mapping[str, object], labels: Mapping[str, str]) -> tuple[tuple[Origin, ...], int]:
        fitting = self._defaults.fitting(criteria, labels)
        if fitting not in self._matched:
            found, count = self._defaults.of(fitting)
            self._report_disagreement(found)
            layers = ((r, Layer(r.layers[0].document, ("spec", "workplace"))) for r in reversed(found))
            self._matched[fitting] = tuple(Origin(_workplace_of(r), layer) for r, layer in layers), count
        return self._matched[fitting]

    def _report_disagreement(self, found: list[Resource]) -> None:
        for weaker, stronger in pairwise(found):
            if weaker.body.match.specificity != stronger.body.match.specificity:
                continue
            mine, theirs = (dict(_flat(_workplace_of(r))) for r in (stronger, weaker))
            for path in sorted(p for p in mine.keys() & theirs.keys() if mine[p] != theirs[p] and p[0] not in ADDED):
                where: Path = ("workplace", *path)
                self._disagreements[stronger.address, weaker.address, where] = Breach(
                    "DEF-1", stronger.address, where, {"field": Word(".".join(path)), "other": weaker.address},
                    also=(Spot(weaker.address, where, DISAGREE),))

    def _template(self, name: object) -> Origin | None:
        found = self._find("template", name)
        return self._origin(found, self._from["template"]) if found else None

    def _find(self, kind: str, name: object) -> Resource | None:
        if not isinstance(name, str):
            return None
        return self._wished.of(kind).get(name) or self._base.of(kind).get(name)

    def _origin(self, resource: Resource | None, names: Mapping[str, str]) -> Origin:
        if resource is None:
            return Origin({}, None)
        spec = _spec_of(resource) or self._kinds[resource.address.kind].plain(resource.body)
        values = {ours: spec[theirs] for ours, theirs in names.items() if spec.get(theirs) is not None}
        return Origin(values, Layer(resource.layers[0].document, ("spec",), names) if resource.layers else None)


def _spec_of(resource: Resource) -> Mapping[str, Any]:
    spec = resource.layers[0].document.content.get("spec") if resource.layers else None
    return spec if isinstance(spec, dict) else {}


def _workplace_of(defaults: Resource) -> Mapping[str, Any]:
    written = _spec_of(defaults).get("workplace")
    return written if isinstance(written, dict) else {}


def _lay(under: dict[str, Any], over: Mapping[str, Any]) -> None:
    for key, value in over.items():
        below = under.get(key)
        if key == "packages" and isinstance(below, list) and isinstance(value, list):
            under[key] = [*below, *(v for v in value if v not in below)]
        elif key == "devices" and isinstance(below, list) and isinstance(value, list):
            under[key] = [*below, *value]
        elif isinstance(below, dict) and isinstance(value, dict):
            merged = dict(below)
            _lay(merged, value)
            under[key] = merged
        else:
            under[key] = value


def _lists(devices: object, client: Mapping[str, Any]) -> bool:
    """Whether a workplace itself lists the desktop client that its template brings."""
    profile = client["profile"]
    return isinstance(devices, list) and any(isinstance(d, dict) and d.get("profile") == profile for d in devices)


def _first(key: str, origins: tuple[Origin, ...]) -> object:
    return next((o.values[key] for o in origins if o.values.get(key)), None)


def _flat(values: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, (*above, key))
        else:
            yield (*above, key), value


def _key(value: object) -> object:
    return value if isinstance(value, str) else repr(value)
