"""dump: the portal written back as manifests."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from hashlib import sha256
from typing import Any, NamedTuple

from reconciler.drivers.local import is_kept
from reconciler.files.write import to_yaml
from reconciler.model.kind import Kind
from reconciler.model.marks import Emergency, Ours, Term
from reconciler.model.message import Joined, Said, sentence
from reconciler.model.position import Position
from reconciler.model.resource import Resource, State
from reconciler.model.text import NOTHING, Text
from reconciler.request import Folder
from reconciler.stages.wish.project import project
from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import workspace_of

API_VERSION = "cloudpbx/v1"
STAMP = "# reconciler dump sha256:"
"""How the first line of a dumped file begins; what follows is the digest of all that stands below."""


class Dumped(NamedTuple):
    """The portal as manifests: by the name of a file for each kind its text, and what is to be said of it."""

    texts: dict[str, str]
    note: Said


def dump(folder: Folder, *, status: bool) -> Dumped:
    """The portal as manifests that wish for what it will be once all that is under way has happened.

    What others only put into the cart is not under way.

    With ``status`` it is what the portal has today, with its lives, from which ``portal init`` makes the same again.
    """
    kit = load_kit()
    with closing(connect(workspace_of(folder), kit)) as portal:
        observation = portal.observe()
    expected = project(observation.expected, kit.kinds)
    staying = State(r for r in expected if not r.leaving)  # a manifest of what is leaving would ask for another one
    there = observation.state if status else staying
    gone = 0 if status else len(expected) - len(staying)
    texts = {}
    for kind in kit.kinds.values():
        resources = there.of(kind.key).values()
        if resources and is_kept(kind):
            texts[f"{kind.key}.yaml"] = "---\n".join(to_yaml(_document(r, kind, status=status)) for r in resources)
    way = _under_way(observation.positions, gone, status=status)
    notes = [note for note in (way, _lost(there, kit.kinds)) if note.en]
    return Dumped(texts, sentence("{notes}", "{notes}", notes=Joined(tuple(notes), " ")) if notes else NOTHING)


def _lost(there: State, kinds: Mapping[str, Kind]) -> Text:
    """What is ours and no portal keeps, but emergency calls hang on it where the contract has lines."""
    ours = any(f.mark(Ours) and f.mark(Emergency) for r in there for f in kinds[r.address.kind].fields)
    return _LINES if ours and any(getattr(r.body, "lines", ()) for r in there) else NOTHING


def _under_way(positions: Iterable[Position], gone: int, *, status: bool) -> Said:
    """How many positions are not carried out, and what a dump made of them; nothing where there are none.

    ``gone`` resources are left out, because their deletion is under way; their names do not belong on stderr.
    """
    still = [p for p in positions if p.open]
    theirs, lying = (sum(p.theirs is one for p in still if p.state == "in-cart") for one in (True, False))
    ordered = len(still) - theirs - lying
    if not still:
        return NOTHING
    if status:
        return sentence(
            "Nicht enthalten, weil noch nicht ausgeführt: {lying} im Warenkorb (davon {theirs} fremde), {ordered} "
            "bestellt (reconciler cart).",
            "Not contained, because not carried out yet: {lying} in the cart ({theirs} of them of others), {ordered} "
            "ordered (reconciler cart).", lying=lying + theirs, theirs=theirs, ordered=ordered)
    told = []
    if lying or ordered:
        told.append(sentence(
            "Enthalten, als wäre es schon ausgeführt: {lying} im Warenkorb, {ordered} bestellt (reconciler cart).",
            "Contained as if carried out already: {lying} in the cart, {ordered} ordered (reconciler cart).",
            lying=lying, ordered=ordered))
    if gone:
        told.append(sentence("Ohne das, was gelöscht wird (Ressourcen: {gone}).",
                             "Without what is being deleted (resources: {gone}).", gone=gone))
    if theirs:
        told.append(sentence(
            "Nicht enthalten, weil andere es nur in den Warenkorb gelegt haben: {theirs} (reconciler cart).",
            "Not contained, because others only put it into the cart: {theirs} (reconciler cart).", theirs=theirs))
    return sentence("{told}", "{told}", told=Joined(tuple(told), " "))


_LINES = Text("Zu welchem Anschluss ein Rufnummernblock gehört (line), merkt sich kein Portal: In den Manifesten "
              "eintragen, sonst prüft E5 keine Notruf-Adressen.",
              "To which line a number block belongs (line) no portal keeps: write it into the manifests, else E5 "
              "checks no addresses for emergency calls.")


def stamped(text: str) -> str:
    """The text of a dumped file, with a first line by which it is known again as long as nobody changes it."""
    return f"{STAMP}{sha256(text.encode(errors='backslashreplace')).hexdigest()}\n{text}"


def untouched(text: str) -> bool:
    """Whether a file is as a dump has left it."""
    first, _, rest = text.partition("\n")
    return first.startswith(STAMP) and stamped(rest) == text


def _document(resource: Resource, kind: Kind, *, status: bool) -> dict[str, Any]:
    document: dict[str, Any] = {
        "apiVersion": API_VERSION,
        "kind": kind.name,
        "metadata": {"name": resource.address.name},
        "spec": kind.plain(resource.body),
    }
    life = resource.life
    if status and life and kind.carted:
        document["status"] = {"state": life.state}
        if life.began and kind.mark(Term):  # without a term of its own nothing hangs on when it began
            document["status"]["activatedOn"] = life.began.isoformat()
        if life.booked:
            document["status"]["bookedOn"] = {k: v.isoformat() for k, v in sorted(life.booked.items())}
    return document

