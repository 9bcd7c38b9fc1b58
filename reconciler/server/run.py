"""The server as a process: a socket, a first line that says where it is, and an end when it is asked to stop."""

import logging
import socket
import ssl
from collections.abc import Callable
from contextlib import closing, suppress
from ipaddress import ip_address

import uvicorn
from starlette.types import ASGIApp

from reconciler.errors import ConfigProblem, reason
from reconciler.model.message import Word, sentence
from reconciler.model.noun import noun
from reconciler.model.text import Text

LONGEST_HEADERS = 64 * 1024
IDLE_SECONDS = 30
LAST_SECONDS = 10
"""How long those are waited for who are still being answered at the end."""


@noun
class Address:
    """Where a server listens; with certificate and key it speaks TLS."""

    host: str
    port: int
    certificate: str | None = None
    key: str | None = None


def check(address: Address) -> None:
    """Nothing, if a server may listen there.

    Raises:
        ConfigProblem: if others could reach it and nothing is encrypted, or the certificate is not whole.
    """
    if (address.certificate is None) != (address.key is None):
        raise ConfigProblem(Text("--tls-cert und --tls-key gehören zusammen.", "--tls-cert and --tls-key belong "
                                 "together."))
    if address.certificate is None and not _is_loopback(address.host):
        raise ConfigProblem(sentence(
            "{host} ist auch von anderen Rechnern zu erreichen; das geht nur mit --tls-cert und --tls-key.",
            "{host} can be reached from other machines; that needs --tls-cert and --tls-key.", host=address.host))


def run(app: ASGIApp, address: Address, ready: Callable[[str], None]) -> None:
    """Serve until this process is asked to stop; ``ready`` is told the address once it can be reached.

    Raises:
        ConfigProblem: if it may not, or cannot, listen there.
    """
    check(address)
    for name in ("uvicorn", "asyncio"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # what came in is not told as it came
        logging.getLogger(name).propagate = False
    config = uvicorn.Config(
        app, http="h11", ws="none", lifespan="off", log_config=None, access_log=False, server_header=False,
        proxy_headers=False, h11_max_incomplete_event_size=LONGEST_HEADERS, timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=LAST_SECONDS, ssl_certfile=address.certificate, ssl_keyfile=address.key,
    )
    try:
        config.load()
    except (OSError, ssl.SSLError) as problem:
        raise ConfigProblem(sentence("Zertifikat oder Schlüssel lassen sich nicht lesen: {reason}",
                                     "certificate or key cannot be read: {reason}",
                                     reason=reason(problem))) from problem
    with closing(listen(address)) as listening:
        host, port = listening.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        ready(f"http{'s' if address.certificate else ''}://{shown}:{port}")
        with suppress(KeyboardInterrupt):  # being asked to stop is how a server ends
            uvicorn.Server(config).run(sockets=[listening])


def listen(address: Address) -> socket.socket:
    """A socket there, on which an answer in two pieces leaves at once: its connections have the same options.

    Raises:
        ConfigProblem: if it is not free, or nowhere.
    """
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        listening = socket.create_server((address.host, address.port), family=family, backlog=128)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as problem:
        raise ConfigProblem(sentence("{host}:{port} ist nicht frei: {reason}", "{host}:{port} is not free: {reason}",
                                     host=Word(address.host), port=Word(str(address.port)),
                                     reason=reason(problem))) from problem


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
