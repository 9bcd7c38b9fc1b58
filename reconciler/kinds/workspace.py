"""The workspace file ``reconciler.yaml``: where manifests lie, which portal, and what is allowed."""

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, Literal

from reconciler.kinds._types import FileName, Name, Prose, Words, at_most
from reconciler.model.kind import Kind, refuse
from reconciler.model.marks import Ours
from reconciler.model.message import Word, sentence
from reconciler.model.nearest import nearest
from reconciler.model.noun import noun
from reconciler.model.schema import Checked, Shown
from reconciler.registry import names

COMING = ("http", "listimport")
"""Drivers that this version has not: manifests for such a portal can be checked here all the same."""


def _limit(text: str) -> str:
    if re.fullmatch(r"[0-9]{1,6}|[0-9]{1,3}%", text, re.ASCII):
        return text
    raise refuse("FORM-2", value=text[:40], expected="50, 5%")


Limit = Annotated[Words, Checked(_limit)]
"""A guard: a count, or a share of what exists (``5%``)."""


def _pattern(text: str) -> str:
    kind, slash, name = text.partition("/")
    if slash and kind and name and not re.search(r"\s", text):
        return f"{kind.lower()}/{name}"
    raise refuse("FORM-2", value=text[:40], expected="workplace/empfang-*, group/zentrale")


Pattern = Annotated[Words, Checked(_pattern)]
"""Addresses: kind and name, ``*`` stands for any text."""


def drivers() -> tuple[str, ...]:
    """The drivers that there are, by the names of their files, and those that are spoken of."""
    return tuple(dict.fromkeys((*names("reconciler.drivers"), *COMING)))


def _driver(text: str) -> str:
    known = drivers()
    if text in known:
        return text
    listed, near = Word(", ".join(known)), nearest(text, known)
    meant = sentence("{listed}; gemeint ist wohl {near}", "{listed}; {near} is probably meant",
                     listed=listed, near=Word(near))
    raise refuse("FORM-2", value=text[:40], expected=meant if near else listed)


def _listed(_text: Mapping[str, Any]) -> dict[str, Any]:
    """For editors: the drivers that may be named."""
    return {"enum": list(drivers()), "type": "string"}


DriverName = Annotated[Words, Checked(_driver), Shown(_listed)]


@noun
class PortalSettings:
    """Which driver, and where: ``path`` for ``local``, ``url`` for ``http``."""

    driver: DriverName = "local"
    path: FileName = ".reconciler/portal.db"
    url: Prose | None = None


@noun
class Limits:
    """The guards on how much one plan may do."""

    deletes: Limit = "5%"
    updates: Limit = "30%"
    creates: Limit = "50"


@noun
class Policy:
    """What happens to what no manifest names, where credentials may go, the limits, and what they never touch.

    ``protect`` and ``keep`` are patterns of addresses: the ones are never deleted and never replaced, the others are
    left alone where what no manifest names is deleted.
    """

    unmanaged: Literal["report", "delete"] = "report"
    mail_domains: Annotated[tuple[Name, ...], at_most(1000)] = ()
    limits: Limits = field(default_factory=Limits)
    protect: Annotated[tuple[Pattern, ...], at_most(1000)] = ()
    keep: Annotated[tuple[Pattern, ...], at_most(1000)] = ()


@noun
class Workspace:
    """One folder with manifests of one company."""

    manifests: Annotated[tuple[FileName, ...], at_most(1000)] = ("manifests",)
    portal: PortalSettings = field(default_factory=PortalSettings)
    language: Literal["de", "en"] | None = None
    price_book: Prose | None = None
    policy: Policy = field(default_factory=Policy)


KIND = Kind("Workspace", Workspace, rank=9, marks=(Ours(),))
