"""The workspace file ``reconciler.yaml``: finding and reading it."""

from pathlib import Path

from reconciler.errors import ConfigProblem
from reconciler.files.folder import WORKSPACE_FILE
from reconciler.files.lines import shown_name
from reconciler.files.manifest import read_one
from reconciler.model.document import Document
from reconciler.model.finding import Breach
from reconciler.model.message import Message, Said, Word, sentence
from reconciler.model.place import Place
from reconciler.model.text import Text

KIND = "Workspace"

_REASONS = {
    "FORM-1": Text("„{key}“ gibt es hier nicht; bekannt sind {known}", "“{key}” is not known here; known are {known}"),
    "FORM-2": Text("Gefunden: {value}; möglich: {expected}", "Found: {value}; possible: {expected}"),
    "FORM-3": Text("{field} fehlt", "{field} is missing"),
    "FORM-6": Text("„{value}“ enthält Steuerzeichen", "“{value}” contains control characters"),
    "FORM-7": Text(
        "„{value}“ passt nicht; hier stehen apiVersion: cloudpbx/v1 und kind: Workspace",
        "“{value}” does not fit; apiVersion: cloudpbx/v1 and kind: Workspace stand here",
    ),
    "FORM-8": Text("{address} ist doppelt, zuerst in {first}", "{address} is written twice, first in {first}"),
    "FORM-9": Text("„{value}“ ist als Name nicht erlaubt", "“{value}” is not allowed as a name"),
    "FORM-12": Text("{value} geht über die Grenze: {limit}", "{value} is beyond the limit: {limit}"),
}


def find_workspace(start: Path) -> Path:
    """The workspace file of the folder ``start``, or of the nearest folder above that has one.

    Raises:
        ConfigProblem: if there is none up to the top.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / WORKSPACE_FILE).is_file():
            return folder / WORKSPACE_FILE
    raise ConfigProblem(sentence(
        "Weder in {folder} noch darüber liegt eine {file}. Mit -C ORDNER lässt sich ein Arbeitsbereich wählen; "
        "examples/start ist eine Vorlage für einen neuen.",
        "There is no {file} in {folder} nor above it. -C DIR chooses a workspace; examples/start is a model for a new "
        "one.",
        folder=shown_name(str(here)), file=Word(WORKSPACE_FILE)))


def read_workspace(path: Path) -> Document:
    """The one document of a workspace file; its spec is not looked at.

    Raises:
        ConfigProblem: if it cannot be read, is no ``Workspace``, or is not the only document.
    """
    documents, breaches = read_one(path, path.name, (KIND,))
    if breaches:
        place, rule = breaches[0].place or Word(path.name), Word(breaches[0].rule)
        raise ConfigProblem(sentence("{place}: {reason} ({rule})", "{place}: {reason} ({rule})",
                                     place=place, reason=_reason(breaches[0]), rule=rule))
    if len(documents) > 1:
        raise ConfigProblem(sentence("{place}: Hier darf nur ein Dokument stehen",
                                     "{place}: only one document may stand here",
                                     place=Place(shown_name(path.name), documents[1].line, 1)))
    return documents[0]


def _reason(breach: Breach) -> Said:
    problem = breach.values.get("problem")
    return problem if isinstance(problem, Text | Message) else Message(_REASONS[breach.rule], breach.values)
