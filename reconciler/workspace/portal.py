"""The portal of a workspace, by the driver that its settings name."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from reconciler import drivers
from reconciler.errors import ConfigProblem
from reconciler.model.message import Word, sentence
from reconciler.model.text import Text
from reconciler.ports import Portal, Where
from reconciler.workspace.kit import Kit
from reconciler.workspace.settings import Workspace

CANNOT: Mapping[str, Text] = {
    "observe": Text("sagen, was das Portal hat", "tell what the portal has"),
    "cart": Text("in den Warenkorb legen und bestellen", "put into a cart and order"),
    "direct": Text("Einstellungen sofort ändern", "change settings at once"),
    "lease": Text("das Schreibrecht an einen allein geben", "give the right to write to one alone"),
}
"""In words, what a portal may be able to do."""


def connect(workspace: Workspace, kit: Kit, *needs: str) -> Portal:
    """The portal of the workspace; ``needs`` are what it must be able to do besides being observed.

    Raises:
        ConfigProblem: if it does not exist, there is no such driver, or it cannot do that.
    """
    settings = workspace.settings.portal
    if settings.driver not in drivers.known():
        raise ConfigProblem(sentence(
            "Der Treiber „{driver}“ ist in dieser Fassung nicht enthalten; vorhanden: {known}",
            "driver “{driver}” is not part of this version; there is: {known}",
            driver=settings.driver, known=Word(", ".join(drivers.known()))))
    driver = drivers.driver(settings.driver)
    for need in ("observe", *needs):
        if not getattr(driver.can, need):
            raise ConfigProblem(sentence(
                "Der Treiber „{driver}“ (portal.driver in reconciler.yaml) kann nicht {what}; dieser Befehl "
                "braucht das.",
                "driver “{driver}” (portal.driver in reconciler.yaml) cannot {what}; this command needs it.",
                driver=Word(driver.name), what=CANNOT[need]))
    where = Where(workspace.root, settings.path, settings.url, settings.seconds, settings.ca)
    return driver.connect(where, kit.kinds, tuple(kit.rules.values()))


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
    raise ConfigProblem(sentence(
        "portal.path: {path} liegt nicht im Arbeitsordner; dort wird kein Portal angelegt.",
        "portal.path: {path} is not below the workspace; no portal is made there.", path=named))


def local_only(workspace: Workspace) -> None:
    """Nothing, where the portal is one for rehearsal.

    Raises:
        ConfigProblem: else.
    """
    driver = workspace.settings.portal.driver
    if driver != "local":
        raise ConfigProblem(sentence(
            "Das geht nur mit dem Probeportal (portal.driver: local); reconciler.yaml nennt den Treiber „{driver}“.",
            "This needs the portal for rehearsal (portal.driver: local); reconciler.yaml names driver “{driver}”.",
            driver=driver))
