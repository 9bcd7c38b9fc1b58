"""The price book: one document, in the file that ``priceBook`` of the workspace names."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from reconciler.errors import ConfigProblem
from reconciler.files.folder import WORKSPACE_FILE
from reconciler.files.lines import shown_name
from reconciler.files.locate import locate
from reconciler.files.manifest import read_manifests
from reconciler.model.document import Document
from reconciler.model.finding import Breach
from reconciler.model.message import Message, Name, Said, Word, sentence
from reconciler.model.text import Text

KIND = "PriceBook"


def is_prices(document: Document) -> bool:
    """Whether a document is a price book."""
    return document.address.kind == KIND.lower()


def read_prices(
    root: Path, name: str | None, manifests: Iterable[Document]
) -> tuple[tuple[Document, ...], tuple[Breach, ...]]:
    """The price book of this name below ``root`` and what is wrong with its form; nothing without a name.

    A price book that stands among the ``manifests``, or behind the first one, is a Breach: nobody would know
    which one counts. A file that is both named and among the manifests is read as what it is named for.

    Raises:
        ConfigProblem: if there is no such file, or it cannot be read.
    """
    path = str(PurePosixPath(name)) if name else ""
    strays = [d for d in manifests if is_prices(d) and d.file != shown_name(path)]
    if not path:
        return (), tuple(map(_stray, strays))
    if (root / path).is_dir():
        raise _unusable(path, _FOLDER)
    documents, breaches, _ = read_manifests(root, [path], [KIND])
    lost = next((b for b in breaches if b.rule == "YAML-10"), None)
    if lost:
        problem = lost.values["problem"]
        raise _unusable(path, problem if isinstance(problem, Text | Message) else Text(str(problem), str(problem)))
    return tuple(documents[:1]), (*breaches, *map(_stray, (*strays, *documents[1:])))


def _stray(document: Document) -> Breach:
    values = {"value": Name(document.address)}
    return Breach("PRICE-4", document.address, values=values, place=locate(document, ("metadata", "name")))


def _unusable(path: str, problem: Said) -> ConfigProblem:
    return ConfigProblem(sentence(
        "{workspace}: Das Preisbuch „{file}“ (spec.priceBook) ist nicht lesbar: {problem}.",
        "{workspace}: the price book “{file}” (spec.priceBook) cannot be read: {problem}.",
        workspace=Word(WORKSPACE_FILE), file=shown_name(path), problem=problem))


_FOLDER = Text("ein Ordner statt einer Datei", "a folder instead of a file")
