"""The workspace file ``reconciler.yaml``: where manifests lie, which portal, and what is allowed."""

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal

from reconciler.kinds._types import Name, Prose, Words, at_most
from reconciler.model.kind import CONFIG, Kind, checked, refuse
from reconciler.model.marks import Ours


def _limit(text: str) -> str:
    if re.fullmatch(r"[0-9]{1,6}|[0-9]{1,3}%", text, re.ASCII):
        return text
    raise refuse("FORM-2", value=text[:40], expected="50, 5%")


Limit = Annotated[Words, checked(_limit)]
"""A guard: a count, or a share of what exists (``5%``)."""


def _pattern(text: str) -> str:
    kind, slash, name = text.partition("/")
    if slash and kind and name and not re.search(r"\s", text):
        return f"{kind.lower()}/{name}"
    raise refuse("FORM-2", value=text[:40], expected="workplace/empfang-*, group/zentrale")


Pattern = Annotated[Words, checked(_pattern)]
"""Addresses: kind and name, ``*`` stands for any text."""


@dataclass(frozen=True, slots=True)
class PortalSettings:
    """Which driver, and where: ``path`` for ``local``, ``url`` for ``http``."""

    __pydantic_config__ = CONFIG

    driver: Literal["local", "http", "listimport"] = "local"
    path: Prose = ".reconciler/portal.db"
    url: Prose | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """The guards on how much one plan may do."""

    __pydantic_config__ = CONFIG

    deletes: Limit = "5%"
    updates: Limit = "30%"
    creates: Limit = "50"


@dataclass(frozen=True, slots=True)
class Policy:
    """What happens to what no manifest names, where credentials may go, the limits, and what they never touch.

    ``protect`` and ``keep`` are patterns of addresses: the ones are never deleted and never replaced, the others are
    left alone where what no manifest names is deleted.
    """

    __pydantic_config__ = CONFIG

    unmanaged: Literal["report", "delete"] = "report"
    mail_domains: Annotated[tuple[Name, ...], at_most(1000)] = ()
    limits: Limits = field(default_factory=Limits)
    protect: Annotated[tuple[Pattern, ...], at_most(1000)] = ()
    keep: Annotated[tuple[Pattern, ...], at_most(1000)] = ()


@dataclass(frozen=True, slots=True)
class Workspace:
    """One folder with manifests of one company."""

    __pydantic_config__ = CONFIG

    manifests: Annotated[tuple[Prose, ...], at_most(1000)] = ("manifests",)
    portal: PortalSettings = field(default_factory=PortalSettings)
    language: Literal["de", "en"] | None = None
    price_book: Prose | None = None
    policy: Policy = field(default_factory=Policy)


KIND = Kind("Workspace", Workspace, rank=9, marks=(Ours(),))
