"""``portal serve --clock``: real processes, by the clock of this machine."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reconciler.server.midnight import day_at
from tests.cli.command import ENVIRONMENT, reconciler
from tests.cli.office import TODAY, office, seat
from tests.cli.served import MORE, serving

NEW = seat("person.nr20", "20")


def test_the_clock_of_the_calendar(tmp_path: Path):
    """What fell due in the months without a server is carried out when it starts; nobody moves such a portal."""
    with serving(tmp_path, [seat("anna.alt", "11")], [seat("anna.alt", "11"), NEW]) as server:
        assert server.ask("apply", "--yes").exit == 0
        assert server.ask("order", "--yes").exit == 0
        server.stop()
        before = day_at(time.time())
        server.start("--clock", "real")
        calm = server.ask("plan")
        assert "No changes" in calm.out
        assert any(day.isoformat() in calm.out for day in (before, day_at(time.time())))
        moved = reconciler(server.there, "portal", "advance", "--days", "1")
        assert (moved.exit, "serve --clock rehearsal" in moved.last) == (64, True)
        server.stop()
        assert [line["event"] for line in server.log if "event" in line] == ["day"]
        server.start()  # it goes by the same clock until somebody says otherwise
        assert reconciler(server.there, "portal", "advance", "--days", "1").exit == 64
        server.stop()
        server.start("--clock", "rehearsal")
        assert reconciler(server.there, "portal", "advance", "--days", "1").exit == 0
        assert reconciler(server.there, "portal", "serve", "--clock", "sundial").exit == 64


def test_two_servers_start_at_once(schemas: Callable[[], str], tmp_path: Path):
    """Both would carry out what fell due over one database: it happens once."""
    there, url = office(tmp_path, [], []), schemas()
    assert reconciler(there, "portal", "init", "--database", url, "--from", "portal", "--today", TODAY).exit == 0
    command = [sys.executable, "-m", "reconciler", "portal", "serve", "--port", "0", "--clock", "real",
               "--database", url]
    running = [subprocess.Popen(command, cwd=there, env=ENVIRONMENT | MORE, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE) for _ in range(2)]
    assert all(one.stdout and one.stdout.readline().startswith("http://") for one in running)
    for one in running:
        one.terminate()
    days = [line for one in running for line in one.communicate(timeout=20)[1].splitlines() if '"day"' in line]
    assert len(days) == 1, days
    assert "2026-11-22" not in reconciler(there, "portal", "status", "--database", url).out
