"""A dump in a folder: one file a kind."""

from collections.abc import Mapping
from pathlib import Path

from reconciler import disk
from reconciler.cli._flags import Flags
from reconciler.cli._say import put
from reconciler.commands.dump import stamped, untouched
from reconciler.model.inert import inert
from reconciler.model.message import Joined, Said, sentence
from reconciler.model.text import NOTHING


def into(folder: Path, texts: Mapping[str, str], flags: Flags) -> Said:
    """Write all or none; gives what an earlier dump left there and this one does not know."""
    files = {folder / name: stamped(text) for name, text in texts.items()}
    for file in files:
        disk.check(file, untouched, force=flags.force)
    disk.write(files)
    put("" if flags.quiet else "".join(f"{inert(str(file))}\n" for file in files))
    return _left(folder, texts)


def _left(folder: Path, texts: Mapping[str, str]) -> Said:
    """Files of an earlier dump that this one has not written: what stands there is no longer in the portal."""
    others = (file for file in folder.glob("*.yaml") if file.name not in texts)
    left = sorted(file.name for file in others if disk.is_ours(file, untouched))
    return sentence("Von einem früheren dump übrig, im Portal nicht mehr vorhanden: {names}. Zu löschen.",
                    "Left of an earlier dump and no longer in the portal: {names}. To be deleted.",
                    names=Joined(tuple(left))) if left else NOTHING
