"""A server that says what a test tells it to, byte for byte, and notes what it was asked."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

Say = Callable[[socket.socket], None]


@dataclass
class Scripted:
    """``answers`` are given in turn, the last one again and again."""

    answers: list[Say]
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def serve(self, listening: socket.socket) -> None:
        """Answer until the socket is closed."""
        with suppress(OSError):
            while True:
                line, _ = listening.accept()
                with line, suppress(OSError):
                    line.settimeout(5)
                    self.asked.append(_request(line))
                    answer = self.answers[min(len(self.asked), len(self.answers)) - 1]
                    answer(line)


@contextmanager
def scripted(*answers: Say) -> Iterator[Scripted]:
    """Such a server, until the test is over."""
    found = Scripted(list(answers))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        found.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        thread = threading.Thread(target=found.serve, args=(listening,), daemon=True)
        thread.start()
        yield found
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(10)


def http(status: int, body: bytes, kind: str = "application/json", *more: str, length: int | None = None) -> Say:
    """An answer with these headers; ``length`` is what it says of its body."""
    told = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status} X", f"Content-Type: {kind}", f"Content-Length: {told}", "Connection: close", *more]
    return lambda line: line.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


def plain(value: Any, status: int = 200, kind: str = "application/json", *more: str) -> Say:
    """An answer with this JSON."""
    return http(status, json.dumps(value).encode(), kind, *more)


def closed(line: socket.socket) -> None:
    """No answer."""
    del line


def dripping(line: socket.socket) -> None:
    """An answer that does not come to an end, though it never stops."""
    line.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        line.sendall(b"x: y\r\n")
        time.sleep(0.05)


def endless(line: socket.socket) -> None:
    """An answer that is larger than any."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(200):
        line.sendall(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


def _request(line: socket.socket) -> str:
    raw = b""
    while b"\r\n\r\n" not in raw and (more := line.recv(65536)):
        raw += more
    head, _, body = raw.partition(b"\r\n\r\n")
    lengths = [int(one.partition(b":")[2]) for one in head.lower().split(b"\r\n") if one.startswith(b"content-length")]
    while lengths and len(body) < lengths[0] and (more := line.recv(65536)):
        body += more
    return head.decode("latin-1")
