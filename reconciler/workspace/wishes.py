"""What a workspace wishes for: its manifests, and beside them its price book."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reconciler.files.lines import shown_name
from reconciler.files.locate import locate
from reconciler.files.manifest import read_manifests, read_one
from reconciler.files.prices import is_prices, read_prices
from reconciler.kinds import all_kinds
from reconciler.model.document import Document
from reconciler.model.finding import Breach
from reconciler.model.message import sentence
from reconciler.model.place import Place
from reconciler.model.text import Text
from reconciler.workspace.settings import Workspace


class Prices(NamedTuple):
    """The document of the price book, if the workspace names one, and what is wrong with its form."""

    documents: tuple[Document, ...] = ()
    breaches: tuple[Breach, ...] = ()


class Wishes(NamedTuple):
    """The documents of the manifests, what is wrong with their form, and how many files there were.

    ``prices`` is no manifest and steers no change, nor are the ``settings`` of the workspace.
    """

    documents: list[Document]
    breaches: list[Breach]
    files: int
    prices: Prices = Prices()
    settings: tuple[Document, ...] = ()

    @property
    def lost(self) -> frozenset[str]:
        """The kinds of which a document could not be read; all of them where one could be of any."""
        seen = frozenset(breach.lost for breach in self.breaches)
        return frozenset(all_kinds()) if "" in seen else seen

    @property
    def everything(self) -> tuple[Document, ...]:
        """What is read beside each other: manifests, price book, settings."""
        return (*self.documents, *self.prices.documents, *self.settings)


def read_wishes(workspace: Workspace) -> Wishes:
    """All manifests of the workspace, and its price book.

    Raises:
        ConfigProblem: if the price book cannot be read.
    """
    names = [k.name for k in all_kinds().values() if k.key != "workspace"]
    found, breaches, files = read_manifests(workspace.root, workspace.settings.manifests, names)
    breaches = [_at_its_entry(breach, workspace) for breach in breaches]
    prices = Prices(*read_prices(workspace.root, workspace.settings.price_book, found))
    settings = (workspace.document,) if workspace.document else ()
    return Wishes([d for d in found if not is_prices(d)], breaches, files, prices, settings)


def nothing_there(workspace: Workspace, wishes: Wishes) -> tuple[Breach, ...]:
    """The breach that no manifest was found at all, at the line that says where they are."""
    if wishes.documents or wishes.breaches:
        return ()
    names = ", ".join(map(shown_name, workspace.settings.manifests))
    problem = sentence("In „{names}“ liegt kein Manifest", "there is no manifest in “{names}”", names=names)
    way_out = Text("Manifeste hineinlegen (.yaml, .yml, .json) oder in reconciler.yaml den richtigen Ordner nennen.",
                   "Put manifests there (.yaml, .yml, .json), or name the right folder in reconciler.yaml.")
    return (Breach("YAML-9", values={"value": names, "problem": problem}, place=_entry(workspace), help=way_out),)


def _at_its_entry(breach: Breach, workspace: Workspace) -> Breach:
    """What is wrong with a file or folder that the settings name is shown there."""
    shown = [shown_name(entry) for entry in workspace.settings.manifests]
    if breach.rule != "YAML-10" or breach.place is None or breach.place.file not in shown:
        return breach
    return replace(breach, place=_entry(workspace, shown.index(breach.place.file)))


def _entry(workspace: Workspace, *which: int) -> Place | None:
    return locate(workspace.document, ("spec", "manifests", *which)) if workspace.document else None


def read_facts(workspace: Workspace, entries: tuple[Path, ...]) -> Wishes:
    """Documents for ``portal init``: files, or folders of files, anywhere."""
    names = [k.name for k in all_kinds().values() if k.key != "workspace"]
    documents: list[Document] = []
    breaches: list[Breach] = []
    files = 0
    for entry in entries:
        root = Path.cwd() if entry.exists() else workspace.root
        if not (root / entry).is_dir():
            found = Wishes(*read_one(root / entry, str(entry), names), 1)
        elif entry.is_absolute() or ".." in entry.parts:
            found = Wishes(*read_manifests(root / entry, ("",), names))
        else:
            found = Wishes(*read_manifests(root, (str(entry),), names))
        documents += found.documents
        breaches += found.breaches
        files += found.files
    return Wishes(documents, breaches, files)
