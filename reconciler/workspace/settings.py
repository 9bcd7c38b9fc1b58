"""The settings of a workspace: ``reconciler.yaml``, read and interpreted as any document."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reconciler.errors import ConfigProblem
from reconciler.files.workspace import find_workspace, read_workspace
from reconciler.kinds import all_kinds
from reconciler.kinds.workspace import Workspace as Settings
from reconciler.model.document import Document
from reconciler.model.message import Word, sentence
from reconciler.model.resource import State
from reconciler.request import Folder
from reconciler.stages.judge.tell import tell
from reconciler.stages.wish.interpret import interpret
from reconciler.workspace.kit import load_kit
from reconciler.workspace.place import place_in_file


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


def workspace_of(folder: Folder) -> Workspace:
    """The workspace that ``folder`` belongs to; whoever asks with the same folder gets the same, read once.

    Raises:
        ConfigProblem: if there is none, or its file is wrong.
    """
    found = _opened(folder)
    if isinstance(found, ConfigProblem):
        raise found
    return found


@lru_cache(maxsize=1)
def _opened(folder: Folder) -> Workspace | ConfigProblem:
    try:
        return open_workspace(folder.path)
    except ConfigProblem as problem:
        return problem


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
        raise ConfigProblem(sentence("{where}: {what} {way_out}", "{where}: {what} {way_out}", what=finding.message,
                                     where=finding.place or Word(path.name), way_out=finding.help))
    settings = reading.state.of("workspace")[document.address.name].body
    return Workspace(path.parent, document.address.name, settings, document)
