"""``make portal`` as a person uses it: started, its token shown at the door, stopped."""

import re
import signal
import subprocess
import sys

import httpcore2

from tests.cli.command import ENVIRONMENT, REPOSITORY


def test_the_portal_of_the_demo():
    """It says where it is and with which token one comes in, has a full cart, and goes when it is asked to."""
    running = subprocess.Popen([sys.executable, "scripts/portal.py", "0"], cwd=REPOSITORY, env=ENVIRONMENT, text=True,
                               stdout=subprocess.PIPE)
    assert running.stdout
    said = ""
    while "Ctrl-C" not in said:
        line = running.stdout.readline()
        assert line, said
        said += line
    address, token = re.findall(r"^ +(http\S+|rct_\S+)$", said, re.MULTILINE)
    assert httpcore2.request("GET", f"{address}/web/login").status == 200
    cart = httpcore2.request("GET", f"{address}/v1/positions", headers={"Authorization": f"Bearer {token}"})
    assert b'"count":5' in cart.content
    running.send_signal(signal.SIGTERM)
    assert "Stopped" in running.communicate(timeout=20)[0]
    assert running.returncode == 0
