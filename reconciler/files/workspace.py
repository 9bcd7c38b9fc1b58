"""The workspace file ``reconciler.yaml``: finding and reading it."""

from pathlib import Path

from reconciler.errors import ConfigProblem
from reconciler.files.folder import WORKSPACE_FILE
from reconciler.files.lines import shown_name
from reconciler.files.manifest import read_one
from reconciler.model.document import Document
from reconciler.model.finding import Breach
from reconciler.model.message import Message, Said
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
    shown = shown_name(str(here))
    raise ConfigProblem(
        f"Weder in {shown} noch darüber liegt eine {WORKSPACE_FILE}. Mit -C ORDNER lässt sich ein Arbeitsbereich "
        "wählen; examples/start ist eine Vorlage für einen neuen.",
        f"There is no {WORKSPACE_FILE} in {shown} nor above it. -C DIR chooses a workspace; examples/start is a "
        "model for a new one.",
    )


def read_workspace(path: Path) -> Document:
    """The one document of a workspace file; its spec is not looked at.

    Raises:
        ConfigProblem: if it cannot be read, is no ``Workspace``, or is not the only document.
    """
    documents, breaches = read_one(path, path.name, (KIND,))
    if breaches:
        place, rule, reason = breaches[0].place, breaches[0].rule, _reason(breaches[0])
        raise ConfigProblem(f"{place}: {reason.de} ({rule})", f"{place}: {reason.en} ({rule})")
    if len(documents) > 1:
        where = f"{shown_name(path.name)}:{documents[1].line}:1"
        raise ConfigProblem(f"{where}: Hier darf nur ein Dokument stehen", f"{where}: only one document may stand here")
    return documents[0]


def _reason(breach: Breach) -> Said:
    problem = breach.values.get("problem")
    return problem if isinstance(problem, Text | Message) else Message(_REASONS[breach.rule], breach.values)
