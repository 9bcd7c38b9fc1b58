"""One line to a portal over HTTP, on which nothing happens unasked.

No redirect is followed, no proxy, ``.netrc``, or variable with certificates is looked at, nothing is unpacked. Each
attempt has one deadline for all of it, from the first look for the machine to the last byte.
"""

import os
import ssl
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import httpcore2

from reconciler.errors import ConfigProblem, reason
from reconciler.model.message import Said, Word, sentence
from reconciler.model.text import Text
from reconciler.wire.strict import plain_of

LARGEST = 8 * 1024 * 1024
"""Bytes of one answer."""

JSON = "application/json"

_UNTRUSTED = Text("Dem Zertifikat des Portals ist nicht zu trauen ({reason}).",
                  "The portal's certificate cannot be trusted ({reason}).")
_ABSENT = Text("Unter {url} antwortet kein Portal ({reason}).", "No portal answers at {url} ({reason}).")


class Answer(NamedTuple):
    """What came back; ``plain`` is None where it is no JSON that can be read in one way only, or not whole."""

    status: int
    headers: Mapping[str, str]
    plain: Any

    @property
    def type(self) -> str:
        """What it says it is."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Cut(Exception):
    """No answer came. ``sent`` tells whether a byte of the request had left, so that it may have taken effect."""

    def __init__(self, said: Said, *, sent: bool) -> None:
        super().__init__(said)
        self.said, self.sent = said, sent


class _Attempt:
    """The time that is left for one attempt, and whether anything of it was sent."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self.sent = False

    def left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("deadline")
        return left


class Line:
    """The connections to one portal; ``url`` is its address without a slash at the end."""

    def __init__(self, url: str, token: str, timeout: float, ca: Path | None) -> None:
        self._url, self._timeout = url, timeout
        self._headers = {"Authorization": f"Bearer {token}", "Accept": JSON, "Accept-Encoding": "identity",
                         "User-Agent": "reconciler"}
        self._backend = _Backend()
        self._pool = httpcore2.ConnectionPool(
            trusting(ca) if url.startswith("https:") else None, max_connections=1, keepalive_expiry=10.0,
            network_backend=self._backend)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One attempt.

        Raises:
            Cut: if no answer came.
        """
        attempt = self._backend.attempt = _Attempt(self._timeout)
        given = {**self._headers, **headers, **({"Content-Type": JSON} if body is not None else {})}
        try:
            with self._pool.stream(method, self._url + path, headers=[*given.items()], content=body) as back:
                found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in back.headers}
                return Answer(back.status, found, _plain(found, back.iter_stream(), attempt))
        except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError, OSError) as problem:
            raise Cut(self._told(problem), sent=attempt.sent) from problem

    def close(self) -> None:
        """Let go of all connections."""
        self._pool.close()

    def _told(self, problem: Exception) -> Said:
        cause = problem.__cause__ or problem.__context__ or problem
        if isinstance(cause, ssl.SSLCertVerificationError):
            return sentence(*_UNTRUSTED, reason=Word(cause.verify_message))
        why = Word(cause.strerror) if isinstance(cause, OSError) and cause.strerror else Word(type(problem).__name__)
        return sentence(*_ABSENT, url=self._url, reason=why)


def trusting(ca: Path | None) -> ssl.SSLContext:
    """How a portal proves who it is: by the certificates in ``ca``, else by those that the system trusts.

    Raises:
        ConfigProblem: if ``ca`` cannot be read.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # no default context: that one writes keys where a variable says
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    paths = ssl.get_default_verify_paths()  # those of the build: the others come from variables
    file = str(ca) if ca else paths.openssl_cafile if os.path.isfile(paths.openssl_cafile) else None  # noqa: PTH113
    folder = paths.openssl_capath if not ca and os.path.isdir(paths.openssl_capath) else None  # noqa: PTH112
    try:
        if file or folder:
            context.load_verify_locations(file, folder)
    except (OSError, ssl.SSLError) as problem:
        raise ConfigProblem(sentence("portal.ca: {file} ließ sich nicht lesen: {reason}",
                                     "portal.ca: {file} could not be read: {reason}",
                                     file=file or "", reason=reason(problem))) from problem
    return context


def _plain(headers: Mapping[str, str], parts: Iterable[bytes], attempt: _Attempt) -> Any:
    if "content-encoding" in headers:
        return None
    raw = bytearray()
    for part in parts:
        raw += part
        attempt.left()
        if len(raw) > LARGEST:
            return None
    try:
        return plain_of(bytes(raw))
    except ValueError:
        return None


class _Backend(httpcore2.NetworkBackend):
    """Opens connections on which every wait is for no longer than the attempt has time."""

    def __init__(self) -> None:
        self._real = httpcore2.SyncBackend()
        self.attempt = _Attempt(0)

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore2.NetworkStream:
        del timeout
        stream = self._real.connect_tcp(host, port, self.attempt.left(), local_address, socket_options)
        return _Stream(stream, self)


class _Stream(httpcore2.NetworkStream):
    """A connection of such a backend."""

    def __init__(self, real: httpcore2.NetworkStream, backend: _Backend) -> None:
        self._real, self._backend = real, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        return self._real.read(max_bytes, self._backend.attempt.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        left = self._backend.attempt.left()
        self._backend.attempt.sent = True
        self._real.write(buffer, left)

    def close(self) -> None:
        self._real.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        del timeout
        left = self._backend.attempt.left()
        return _Stream(self._real.start_tls(ssl_context, server_hostname, left), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._real.get_extra_info(info)
