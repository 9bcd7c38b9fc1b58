"""Opening a workspace: its settings, its manifests, its portal."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reconciler import drivers
from reconciler.errors import ConfigProblem
from reconciler.files.lines import shown_name
from reconciler.files.locate import locate
from reconciler.files.manifest import read_manifests, read_one
from reconciler.files.prices import is_prices, read_prices
from reconciler.files.workspace import find_workspace, read_workspace
from reconciler.kinds import all_kinds
from reconciler.kinds.workspace import Workspace as Settings
from reconciler.model.document import Document
from reconciler.model.document import Path as FieldPath
from reconciler.model.finding import Breach
from reconciler.model.kind import Kind
from reconciler.model.message import sentence
from reconciler.model.place import Place
from reconciler.model.resource import State
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.ports import Portal, Where
from reconciler.stages.judge.tell import tell
from reconciler.stages.wish.interpret import interpret


class Kit(NamedTuple):
    """What the registry found."""

    kinds: Mapping[str, Kind]
    rules: Mapping[str, Rule]


class Workspace(NamedTuple):
    """An opened workspace: its folder, its name, its settings (the body of kind Workspace), and where they stand."""

    root: Path
    name: str
    settings: Settings
    document: Document | None = None

    @property
    def language(self) -> str:
        """The language of what is kept: plan files."""
        return self.settings.language or "en"

    @property
    def journal(self) -> Path:
        """Where apply keeps its evidence."""
        return self.root / ".reconciler" / "journal.jsonl"


CANNOT: Mapping[str, Text] = {
    "observe": Text("sagen, was das Portal hat", "tell what the portal has"),
    "cart": Text("in den Warenkorb legen und bestellen", "put into a cart and order"),
    "direct": Text("Einstellungen sofort ändern", "change settings at once"),
    "lease": Text("das Schreibrecht an einen allein geben", "give the right to write to one alone"),
}
"""In words, what a portal may be able to do."""


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
    def everything(self) -> tuple[Document, ...]:
        """What is read beside each other: manifests, price book, settings."""
        return (*self.documents, *self.prices.documents, *self.settings)


def load_kit() -> Kit:
    """All kinds and rules."""
    from reconciler.rules import all_rules

    return Kit(all_kinds(), all_rules())


def open_workspace(directory: Path) -> Workspace:
    """The workspace that ``directory`` belongs to.

    Raises:
        ConfigProblem: if there is none, or its file is wrong.
    """
    path = find_workspace(directory)
    document = read_workspace(path)
    kinds = all_kinds()
    reading = interpret([document], kinds, State())
    if reading.breaches:
        finding = tell(reading.breaches, load_kit().rules, reading.state, place_in_file)[0]
        where = str(finding.place or path.name)
        raise ConfigProblem(f"{where}: {finding.message.de} {finding.help.de}",
                            f"{where}: {finding.message.en} {finding.help.en}")
    settings = reading.state.of("workspace")[document.address.name].body
    return Workspace(path.parent, document.address.name, settings, document)


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


def connect(workspace: Workspace, kit: Kit, *needs: str) -> Portal:
    """The portal of the workspace; ``needs`` are what it must be able to do besides being observed.

    Raises:
        ConfigProblem: if it does not exist, there is no such driver, or it cannot do that.
    """
    settings = workspace.settings.portal
    if settings.driver not in drivers.known():
        known = ", ".join(drivers.known())
        raise ConfigProblem(
            f"Der Treiber „{settings.driver}“ ist in dieser Fassung nicht enthalten; vorhanden: {known}",
            f"driver “{settings.driver}” is not part of this version; there is: {known}")
    driver = drivers.driver(settings.driver)
    for need in ("observe", *needs):
        if not getattr(driver.can, need):
            de, en = CANNOT[need]
            raise ConfigProblem(
                f"Der Treiber „{driver.name}“ (portal.driver in reconciler.yaml) kann nicht {de}; dieser Befehl "
                "braucht das.",
                f"driver “{driver.name}” (portal.driver in reconciler.yaml) cannot {en}; this command needs it.")
    return driver.connect(Where(workspace.root, settings.path, settings.url), kit.kinds, tuple(kit.rules.values()))


def own_place(workspace: Workspace) -> Path:
    """Where the workspace's local portal is made: below the workspace, because what lies elsewhere is others'.

    Raises:
        ConfigProblem: if the settings name another place, or another driver.
    """
    local_only(workspace)
    named = workspace.settings.portal.path
    with suppress(OSError, RuntimeError, ValueError):  # a ring of links, a character that no path has
        root, path = workspace.root.resolve(), (workspace.root / named).resolve()
        if path != root and path.is_relative_to(root):
            return path
    raise ConfigProblem(f"portal.path: {named} liegt nicht im Arbeitsordner; dort wird kein Portal angelegt.",
                        f"portal.path: {named} is not below the workspace; no portal is made there.")


def local_only(workspace: Workspace) -> None:
    """Nothing, where the portal is one for rehearsal.

    Raises:
        ConfigProblem: else.
    """
    driver = workspace.settings.portal.driver
    if driver != "local":
        raise ConfigProblem(
            f"Das geht nur mit dem Probeportal (portal.driver: local); reconciler.yaml nennt den Treiber „{driver}“.",
            f"This needs the portal for rehearsal (portal.driver: local); reconciler.yaml names driver “{driver}”.")


def place_in_file(document: Document, path: FieldPath, at_key: bool, piece: str) -> Place:  # noqa: FBT001
    """Where something was written; what the stage ``tell`` asks."""
    return locate(document, path, at_key=at_key, piece=piece)
