"""What is asked of a command."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from reconciler.model.noun import noun


class Folder:
    """A folder to work in, for one run: what all of the run need of it is read once."""

    def __init__(self, path: Path = Path()) -> None:
        self.path = path


@noun
class Request:
    """What the command line asks for, the same for every command.

    ``allow`` counts permissions by guard or rule; ``target`` and ``exclude`` are patterns of addresses,
    ``select`` labels (``team=sales``). ``as_of`` is None for the portal's own date. ``wait`` is how many seconds to
    wait while somebody else is writing. ``buying`` says that what lies in the cart is to be bought, ``foreign`` that of
    others too.
    """

    folder: Folder
    as_of: date | None = None
    allow: Mapping[str, int] = field(default_factory=dict)
    target: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    simulate: bool = True
    wait: float = 0
    buying: bool = False
    foreign: bool = False
