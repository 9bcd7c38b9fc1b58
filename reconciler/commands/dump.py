"""dump: the portal written back as manifests."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from reconciler.drivers.local import is_kept
from reconciler.files.write import to_yaml
from reconciler.model.kind import Kind
from reconciler.model.resource import Resource
from reconciler.opening import connect, load_kit, open_workspace

API_VERSION = "cloudpbx/v1"
STAMP = "# reconciler dump sha256:"
"""How the first line of a dumped file begins; what follows is the digest of all that stands below."""


def dump(directory: Path, *, status: bool) -> Iterator[tuple[str, str]]:
    """The portal as manifests: the name of a file for each kind, and its text."""
    kit = load_kit()
    observation = connect(open_workspace(directory), kit).observe()
    for kind in kit.kinds.values():
        resources = observation.state.of(kind.key).values()
        if resources and is_kept(kind):
            documents = (to_yaml(_document(r, kind, status=status)) for r in resources)
            yield f"{kind.key}.yaml", "---\n".join(documents)


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
    if status and life and life.began and kind.carted:
        document["status"] = {"state": life.state, "activatedOn": life.began.isoformat()}
        if life.booked:
            document["status"]["bookedOn"] = {k: v.isoformat() for k, v in sorted(life.booked.items())}
    return document

