"""``portal serve`` and who asks it: real processes, and every command over the wire."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import REPOSITORY, reconciler
from tests.cli.office import seat, wish
from tests.cli.served import Server, server_file, serving

COUNT = 8
SEATS = [seat(f"person.nr{n}", f"{n}") for n in range(20, 20 + COUNT)]
PEM = REPOSITORY / "tests" / "server" / "localhost.pem"
PEOPLE = ("person.nr", "49170", "lindenhof.example")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A company of one, and manifests that want more."""
    with serving(tmp_path, [seat("anna.alt", "11")], [seat("anna.alt", "11"), *SEATS]) as found:
        yield found


def test_from_the_first_plan_to_the_last(server: Server):
    """Plan, apply, the server dies in the middle and comes back, apply again, order, a day later nothing is left."""
    assert server.ask("plan", "--out", "plan.json").exit == 0
    run = server.asking("apply", "plan.json", holder="a pipeline")
    while [line["method"] for line in server.log].count("PUT") < 3:
        server.line()
    server.stop(signal.SIGKILL)
    out, err = run.communicate(timeout=60)
    assert run.returncode in (7, 8), out + err
    assert "Traceback" not in err

    server.start()
    (server.here / ".reconciler" / "journal.jsonl").unlink()
    again = server.ask("apply", "plan.json", RECONCILER_HOLDER="later")
    assert again.exit == 6, again  # the right to write of the one that was cut still runs
    again = server.ask("apply", "plan.json", RECONCILER_HOLDER="a pipeline")
    assert again.exit == 0, again
    cart = json.loads(server.ask("cart", "--output", "json").out)["positions"]
    assert sorted(p["address"] for p in cart) == [f"workplace/person.nr{n}" for n in range(20, 20 + COUNT)]
    assert server.ask("order", "plan.json", "--yes").exit == 0
    assert reconciler(server.there, "portal", "advance", "--days", "1").exit == 0
    calm = server.ask("plan")
    assert "No changes" in calm.out
    _audited(server)
    assert server.stop() == 0
    gone = server.ask("plan")
    assert (gone.exit, gone.out, len(gone.err.splitlines())) == (6, "", 1), gone
    _quiet(server, out + err + again.out + again.err + calm.out + calm.err)


def _audited(server: Server):
    """Each order and each position bought has one row, by this token and for this plan; who it was about is in none."""
    plan = json.loads((server.here / "plan.json").read_text())["digest"]
    said = reconciler(server.there, "portal", "audit", "--verify", "--output", "json")
    assert said.exit == 0, said
    rows = json.loads(said.out)["audit"]["rows"]
    sent = [row for row in rows if row["action"] in ("activate", "buy")]
    assert len({(row["action"], row["ref"]) for row in sent}) == len(sent) == 2 * COUNT
    assert {(row["actor"], row["plan"]) for row in sent} == {("all", plan)}
    assert {row["actor"] for row in rows if row not in sent} == {"(local)"}
    assert not [person for person in (*PEOPLE, "pipeline") if person in said.out]


def _quiet(server: Server, said: str) -> None:
    """No token anywhere, and no person in what the server says or logs."""
    assert server.token not in said + server.errors
    assert server.token.encode() not in server_file(server)
    assert not [person for person in PEOPLE if person in server.errors]
    assert {"at", "method", "route", "status", "request", "token", "ms"} == {key for line in server.log for key in line}


def test_two_at_once(server: Server):
    """One wins, the other changes nothing; nothing is there twice."""
    assert server.ask("plan", "--out", "plan.json").exit == 0
    runs = [server.asking("apply", "plan.json", holder=f"person {n}") for n in range(2)]
    codes = sorted((run.communicate(timeout=60), run.returncode)[1] for run in runs)
    assert codes in ([0, 0], [0, 6])
    cart = json.loads(server.ask("cart", "--output", "json").out)["positions"]
    assert len({p["address"] for p in cart}) == len(cart) == COUNT


def test_tokens(server: Server):
    """Each right for itself; a token that was revoked or has ended opens nothing, at once."""
    def made(name: str, *more: str) -> str:
        return reconciler(server.there, "portal", "token", "create", name, *more).out.strip()

    reader, writer = made("reader", "--rights", "read"), made("writer", "--rights", "read,queue")
    old = made("old", "--rights", "read", "--expires", "2020-01-01")
    before = server_file(server)
    for line, token, code, word in (
        ("plan", "", 1, "RECONCILER_TOKEN"), ("plan", "x" * 20, 6, "RECONCILER_TOKEN"), ("plan", old, 6, "no longer"),
        ("plan", f"Bearer {reader}", 1, "RECONCILER_TOKEN"), ("plan", reader + "\n", 1, "RECONCILER_TOKEN"),
        ("apply --yes", reader, 6, "queue"),
    ):
        said = server.ask(*line.split(), RECONCILER_TOKEN=token)
        assert (said.exit, word in said.last) == (code, True), said
        assert not token or token not in said.err
    assert server_file(server) == before
    assert server.ask("plan", RECONCILER_TOKEN=reader).exit == 0
    assert server.ask("apply", "--yes", RECONCILER_TOKEN=writer).exit == 0
    bought = server.ask("order", "--yes", RECONCILER_TOKEN=writer)
    assert (bought.exit, "order" in bought.last) == (6, True)
    assert reader not in reconciler(server.there, "portal", "token", "list").out
    assert reconciler(server.there, "portal", "token", "revoke", "reader").exit == 0
    assert server.ask("plan", RECONCILER_TOKEN=reader).exit == 6
    assert reconciler(server.there, "portal", "token", "revoke", "reader").exit == 1


def test_what_others_do_to_the_file_is_noticed(server: Server):
    """The clock is moved beside the server, and the portal made anew: old tokens are none of the new one."""
    assert server.ask("apply", "--yes").exit == 0
    assert reconciler(server.there, "portal", "advance", "--to", "2026-12-24").exit == 0
    assert "2026-12-24" in server.ask("plan").out
    assert reconciler(server.there, "portal", "init", "--from", "portal", "--today", "2027-01-01", "--force").exit == 0
    assert server.ask("plan").exit == 6
    server.token = reconciler(server.there, "portal", "token", "create", "new", "--rights", "read").out.strip()
    assert "2027-01-01" in server.ask("plan").out


def test_strangers_see_pseudonyms(server: Server):
    """What the portal refuses is told to strangers without names, though it comes finished over the wire."""
    wish(server.here, seat("anna.alt", "11"), SEATS[0])
    assert server.ask("plan", "--out", "plan.json").exit == 0
    wish(server.here, seat("anna.alt", "11"))
    said = server.ask("apply", "plan.json", "--output", "markdown")
    assert said.exit == 5
    assert "person.nr20" not in said.out + said.err


def test_where_a_server_may_not_listen(server: Server):
    """Nothing is served in the clear to other machines, and a port that is taken says so."""
    for line, word in (
        ("--host 0.0.0.0", "--tls-cert"), ("--host 192.0.2.1", "--tls-cert"), ("--tls-cert x.pem", "--tls-key"),
        ("--tls-cert no.pem --tls-key no.pem", "certificate"), ("--port 99999", "--port"),
        (f"--port {server.url.rpartition(':')[2]}", "not free"),
    ):
        said = reconciler(server.there, "portal", "serve", *line.split())
        assert (said.exit, said.out) == (64 if "99999" in line else 1, "")
        assert word in said.last


def test_a_certificate(tmp_path: Path):
    """The portal proves who it is, by certificates that the workspace names; else not a byte of the token leaves."""
    with serving(tmp_path, [], [SEATS[0]], "--tls-cert", str(PEM), "--tls-key", str(PEM)) as server:
        untrusted = server.ask("plan")
        assert (untrusted.exit, "certificate" in untrusted.last) == (6, True), untrusted
        (server.here / "trusted.pem").write_text(PEM.read_text())
        path = server.here / "reconciler.yaml"
        path.write_text(path.read_text().replace("timeout: 5s", "ca: trusted.pem"))
        assert server.ask("plan", SSL_CERT_FILE="/nowhere", HTTPS_PROXY="http://127.0.0.1:1").exit == 0
        path.write_text(path.read_text().replace("ca: trusted.pem", "ca: nothing.pem"))
        assert server.ask("plan").exit == 1
