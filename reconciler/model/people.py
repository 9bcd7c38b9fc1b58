"""Workspaces in which files are named after people."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, permutations

from reconciler.model.address import Address

NAMED = frozenset({"workplace"})
"""The kinds whose names are the names of people."""

_ORDERS = 120
"""So many orders of the parts of a name are looked for where they are written as one word: all of five parts."""

_BETWEEN = re.compile(r"[\W_]+")


def folders_of_people(written: Iterable[tuple[str, Address]]) -> frozenset[str]:
    """Folders (``manifests/people``) in which a file or folder is named after whom it is about.

    ``written`` are files with an address that stands in them. Whatever else lies in such a folder is a person, too.
    """
    return frozenset(folder for file, address in written if address.kind in NAMED
                     for folder in _folders(file, address.name))


def _folders(file: str, name: str) -> Iterator[str]:
    parts, person = file.split("/"), _words(name)
    run_together = {"".join(order) for order in islice(permutations(person), _ORDERS)}
    for at, part in enumerate(parts):
        found = _words(re.sub(r"\.ya?ml$", "", part))
        if found == person or "".join(found) in run_together:
            yield "/".join(parts[:at])


def _words(name: str) -> list[str]:
    return sorted(filter(None, _BETWEEN.split(name.casefold())))
