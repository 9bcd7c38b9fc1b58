"""Where something was written, for those who tell of it."""

from reconciler.files.locate import locate
from reconciler.model.document import Document, Path
from reconciler.model.place import Place


def place_in_file(document: Document, path: Path, at_key: bool, piece: str) -> Place:  # noqa: FBT001
    """Where something was written; what the stage ``tell`` asks."""
    return locate(document, path, at_key=at_key, piece=piece)
