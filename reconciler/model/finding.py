"""Breaches and findings: what a check has to say to the user."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.message import Message, Said, Value, sentence
from reconciler.model.noun import noun
from reconciler.model.place import Place
from reconciler.model.text import NOTHING, Text

MOST_OF_DOCUMENT = 100
"""So many findings are told of one document; of the rest there is a count."""

MOST = 10_000
"""So many errors are told of one run, and as many warnings and hints."""


class Severity(StrEnum):
    """ERROR stops the run, WARNING asks for a look, INFO only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Spot(NamedTuple):
    """A second place that plays a part: a field of a resource, and what it has to do with it."""

    address: Address
    path: Path = ()
    label: Said = NOTHING


@noun
class Breach:
    """A rule is broken: which, by what, and the values for its sentences.

    ``path`` leads from the spec of the resource to the field (``()`` is the resource itself, and
    ``("metadata", …)`` starts at the document's top). ``piece`` is the smallest wrong part of the field's
    text. ``place`` is set only by those who read the file themselves. ``at_key`` points at the key
    instead of at its value. ``severity`` differs from the rule's own only where the rule says so. ``lost`` is the kind
    of the document that could not be read, as far as it can be seen.
    """

    rule: str
    address: Address | None = None
    path: Path = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    also: tuple[Spot, ...] = ()
    piece: str = ""
    place: Place | None = None
    at_key: bool = False
    severity: Severity | None = None
    help: Said | None = None
    lost: str = ""


def more(count: int, address: Address | None = None, place: Place | None = None) -> Breach:
    """The breach that stands for all those of a document that are not told."""
    what = sentence("In diesem Dokument gibt es {more}", "There {more} in this document", more=_more(count))
    return Breach("FORM-13", address, values={"what": what}, place=place)


def unread(count: int, place: Place) -> Breach:
    """The breach that says from where on nothing was read any more."""
    what = sentence("Von hier an wurde 1 Dokument nicht gelesen", "From here on, 1 document was not read")
    if count != 1:
        what = sentence("Von hier an wurden {count} Dokumente nicht gelesen",
                        "From here on, {count} documents were not read", count=count)
    return Breach("FORM-13", values={"what": what}, place=place)


def untold(count: int, severity: Severity) -> Breach:
    """The breach that stands for all those of a run that are not told."""
    what = sentence("In allen Dokumenten zusammen gibt es {more}", "There {more} in all documents together",
                    more=_more(count))
    return Breach("FORM-13", values={"what": what}, severity=severity)


def _more(count: int) -> Message:
    if count == 1:
        return sentence("1 weiteren Fund", "is 1 more finding")
    return sentence("{count} weitere Funde", "are {count} more findings", count=count)


class Related(NamedTuple):
    """A second place, found in the files."""

    place: Place
    label: Said


@noun
class Finding:
    """A breach as it is told: what, where, why, the way out, and who says so.

    ``others`` are further resources with the same breach, where one answer mends them all.
    """

    rule: str
    severity: Severity
    message: Said
    why: Said = NOTHING
    help: Said = NOTHING
    source: Text = NOTHING
    address: Address | None = None
    path: str = ""
    place: Place | None = None
    also: tuple[Related, ...] = ()
    others: tuple[Address, ...] = ()
