"""How many orders a served portal takes: ``python -m benchmarks.portal``.

A whole server process over SQLite and over PostgreSQL, both with every commit on the disk; clients in this process,
each with one connection, send direct orders one after the other. Beside each figure stands the floor of the same run:
how often the same database commits one row by itself, one commit after the other.
"""

import argparse
import http.client
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import sqlalchemy as sql

from benchmarks.ours import RECONCILER, REPOSITORY, TODAY
from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.wire.sent import sent_json
from scripts.postgres import Server, programs

ZONES = ("Europe/Vienna", "Europe/Berlin")


class Load(NamedTuple):
    """What so many clients at once came to: orders a second, milliseconds of an answer, and answers by status."""

    clients: int
    rate: float
    middle: float
    slowest: float
    answers: Counter[int]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="how long each load lasts")
    parser.add_argument("--workplaces", type=int, default=1000)
    parser.add_argument("--clients", default="1,8,64")
    asked = parser.parse_args()
    print(f"{'':12}{'clients':>8}{'orders/s':>10}{'× floor':>9}{'median ms':>11}{'p99 ms':>9}  answers")
    with TemporaryDirectory(prefix="reconciler-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        _call("-m", "benchmarks.company", str(asked.workplaces), str(folder / "company"), cwd=REPOSITORY)
        for what, url, floor in _databases(folder):
            for load in _measured(folder / "company", url, [int(c) for c in asked.clients.split(",")], asked.seconds):
                print(f"{what:12}{load.clients:>8}{load.rate:>10.0f}{load.rate / floor:>9.2f}{load.middle:>11.1f}"
                      f"{load.slowest:>9.1f}  {dict(load.answers)}")
            print(f"{what:12}{'floor':>8}{floor:>10.0f}{1:>9.2f}")


def _databases(folder: Path) -> Iterator[tuple[str, str, float]]:
    path = folder / "portal.db"
    with closing(sqlite3.connect(folder / "floor.db", isolation_level=None)) as plain:
        plain.execute("PRAGMA synchronous=FULL")
        plain.execute("CREATE TABLE t (x INTEGER)")
        yield "SQLite", f"sqlite:///{path}", _floor(lambda: plain.execute("INSERT INTO t VALUES (1)"))
    found = programs()
    if found is None:
        print("PostgreSQL is not installed")
        return
    server = Server(folder / "pg", found)
    (folder / "pg").mkdir()
    server.start()
    try:
        url = server.url("postgres")
        engine = sql.create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql("CREATE TABLE floor (x INTEGER)")
            floor = _floor(lambda: connection.exec_driver_sql("INSERT INTO floor VALUES (1)"))
            connection.exec_driver_sql("DROP TABLE floor")
        engine.dispose()
        yield "PostgreSQL", url, floor
    finally:
        server.stop()


def _floor(commit: Callable[[], object]) -> float:
    """Commits a second of one row each."""
    start, done = time.perf_counter(), 0
    while time.perf_counter() < start + 1:
        commit()
        done += 1
    return done / (time.perf_counter() - start)


def _measured(company: Path, url: str, clients: list[int], seconds: float) -> Iterator[Load]:
    _call("-m", "reconciler", "portal", "init", "--from", "portal", "--today", TODAY, "--database", url, cwd=company)
    token = _call("-m", "reconciler", "portal", "token", "create", "bench", "--rights", "read,queue,order",
                  "--database", url, cwd=company).strip()
    with _served(company, url) as address:
        first = _connected(address)
        page = _ask(first, token, "GET", "/v1/resources?kinds=workplace&limit=500", None)[1]
        lease = _ask(first, token, "POST", "/v1/lease", {"holder": "bench"})[1]["token"]
        names, refs = [item["address"] for item in page["items"]], count(1)
        for number in clients:
            yield _load(_Target(address, token, lease, names, refs), number, seconds)


class _Target(NamedTuple):
    """A server, who asks it, and what is changed there."""

    address: str
    token: str
    lease: int
    names: list[str]
    refs: Iterator[int]


def _load(target: _Target, clients: int, seconds: float) -> Load:
    """So many clients, for so long."""
    took: list[float] = []
    answers = Counter[int]()
    until = time.perf_counter() + seconds
    threads = [threading.Thread(target=_client, args=(target, until, took, answers)) for _ in range(clients)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate, cuts = len(took) / (time.perf_counter() - start), quantiles(took, n=100)
    return Load(clients, rate, cuts[49] * 1000, cuts[98] * 1000, answers)


def _client(target: _Target, until: float, took: list[float], answers: Counter[int]) -> None:
    connection, headers = _connected(target.address), {"Lease-Token": str(target.lease)}
    while time.perf_counter() < until:
        number = next(target.refs)
        name = target.names[number % len(target.names)]
        body = {"timeZone": ZONES[number // len(target.names) % 2]}
        order = Order(f"bench-{number}", "direct", "update", Address.parse(name), body=body)
        start = time.perf_counter()
        status, _ = _ask(connection, target.token, "PUT", f"/v1/orders/{order.ref}", sent_json(order), headers)
        took.append(time.perf_counter() - start)
        answers[status] += 1


def _ask(
    connection: http.client.HTTPConnection, token: str, method: str, path: str, body: object,
    headers: Mapping[str, str] = MappingProxyType({}),
) -> tuple[int, Any]:
    text = None if body is None else json.dumps(body)
    connection.request(method, path, text, {"Authorization": f"Bearer {token}", "Content-Type": "application/json",
                                            **headers})
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())


@contextmanager
def _served(company: Path, url: str) -> Iterator[str]:
    server = subprocess.Popen([*RECONCILER, "portal", "serve", "--port", "0", "--database", url], cwd=company,
                              env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield str(server.stdout and server.stdout.readline()).strip()
    finally:
        server.terminate()
        server.wait()


def _connected(address: str) -> http.client.HTTPConnection:
    found = urlsplit(address)
    return http.client.HTTPConnection(found.hostname or "", found.port)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY)}


def _call(*argv: str, cwd: Path) -> str:
    return subprocess.run([sys.executable, *argv], cwd=cwd, env=_environment(), check=True, capture_output=True,
                          text=True).stdout


if __name__ == "__main__":
    main()
