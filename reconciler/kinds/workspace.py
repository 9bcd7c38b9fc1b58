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
from reconciler.model.text import Text
from reconciler.registry import names

COMING = ("listimport",)
"""Drivers that this version has not: manifests for such a portal can be checked here all the same."""

LONGEST_WAIT = 300
"""Seconds that one call to a portal may take."""


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


_URL = re.compile(r"(https?)://(localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[::1\])(?::[1-9][0-9]{0,4})?(?:/[a-z0-9._~-]+)*/?",
                  re.ASCII | re.IGNORECASE)
_HERE = re.compile(r"localhost|\[::1\]|127(?:\.[0-9]{1,3}){3}", re.ASCII | re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9.]+", re.ASCII)
_AN_ADDRESS = Text("https://NAME[:ANSCHLUSS], auf demselben Rechner auch http://localhost:ANSCHLUSS",
                   "https://NAME[:PORT], on the same machine also http://localhost:PORT")


def _url(text: str) -> str:
    """An address to which a token may be sent: a name that a certificate can prove, or this very machine."""
    found = _URL.fullmatch(text)
    scheme, host = found.groups() if found else ("", "")
    here = _HERE.fullmatch(host)
    if found and (here or (scheme.lower() == "https" and not _NUMBERS.fullmatch(host))):
        return text.rstrip("/")
    raise refuse("FORM-2", value="", instead=text[:40] if "@" not in text else "…@…", expected=_AN_ADDRESS)


def _seconds(text: str) -> str:
    if re.fullmatch(r"[1-9][0-9]{0,2}s", text, re.ASCII) and int(text[:-1]) <= LONGEST_WAIT:
        return text
    raise refuse("FORM-2", value=text[:40], expected=f"1s … {LONGEST_WAIT}s")


Url = Annotated[Prose, Checked(lambda text: text and _url(text))]
Seconds = Annotated[Words, Checked(_seconds)]


@noun
class PortalSettings:
    """Which driver, and where: ``path`` for ``local``; for ``http`` ``url``, the time for a call, and whom to trust."""

    driver: DriverName = "local"
    path: FileName = ".reconciler/portal.db"
    url: Url | None = None
    timeout: Seconds = "15s"
    ca: Prose | None = None

    @property
    def seconds(self) -> float:
        """How long one call may take."""
        return float(self.timeout.removesuffix("s"))


def _complete(found: PortalSettings) -> PortalSettings:
    if found.driver == "http" and not found.url:
        raise refuse("FORM-3", field="portal.url")
    return found


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
    portal: Annotated[PortalSettings, Checked(_complete)] = field(default_factory=PortalSettings)
    language: Literal["de", "en"] | None = None
    price_book: Prose | None = None
    policy: Policy = field(default_factory=Policy)


KIND = Kind("Workspace", Workspace, rank=9, marks=(Ours(),))
