"""portal serve: the rehearsal portal as a server."""

from pathlib import Path
from typing import Annotated

from reconciler.cli import _completing
from reconciler.cli._command import Command
from reconciler.cli._flags import FILE, Database, Flags
from reconciler.cli._option import Flag
from reconciler.cli._values import number
from reconciler.cli._wrong import one_of
from reconciler.errors import extra
from reconciler.model.text import Text

HIGHEST = 65_535
CLOCKS = ("rehearsal", "real")

Host = Annotated[str, Flag("--host", value=Text("RECHNER", "HOST"), text=Text(
    "worauf gehört wird (127.0.0.1); alles andere nur mit TLS", "where to listen (127.0.0.1); all else only with TLS"))]
Port = Annotated[int, Flag("--port", value=Text("N", "N"), read=lambda text: number(text, "--port", HIGHEST),
                           text=Text("auf welchem Anschluss (8480); 0: einer, der frei ist",
                                     "on which port (8480); 0: one that is free"))]
Certificate = Annotated[Path | None, Flag("--tls-cert", value=FILE, read=Path,
                                          text=Text("Zertifikat samt Kette, PEM", "certificate with its chain, PEM"))]
Key = Annotated[Path | None, Flag("--tls-key", value=FILE, read=Path,
                                  text=Text("der Schlüssel dazu, PEM", "its key, PEM"))]
Clock = Annotated[str, Flag(
    "--clock", value=Text("|".join(CLOCKS), "|".join(CLOCKS)), read=lambda text: one_of("--clock", text, *CLOCKS),
    complete=_completing.among(CLOCKS),
    text=Text("wonach der Tag des Portals geht: seine eigene Uhr (rehearsal), oder der Kalender in Deutschland (real); "
              "sonst wie zuletzt, zuerst rehearsal",
              "what the portal's day goes by: a clock of its own (rehearsal), or the calendar in Germany (real); else "
              "as it was last, rehearsal at first"))]


def serve(
    flags: Flags, *, host: Host = "127.0.0.1", port: Port = 8480, certificate: Certificate = None, key: Key = None,
    clock: Clock = "",
) -> int:
    """Serve the rehearsal portal of the workspace."""
    with extra("server"):
        from reconciler.commands._serve import serve_portal
        from reconciler.server.run import Address
    from reconciler.cli._say import put

    address = Address(host, port, str(certificate) if certificate else None, str(key) if key else None)
    serve_portal(flags.folder, address, lambda where: put(f"{where}\n"), flags.database, clock=clock)
    return 0


COMMAND = Command(
    serve, 230, takes=(Database,), example="portal serve --port 8480",
    short=Text("das Portal zum Üben als Server, für mehrere und mit Token",
               "Serve the portal for rehearsals, to several and with tokens"),
    long=Text("Die erste Zeile der Ausgabe ist die Adresse. Wer fragt, braucht ein Token (portal token create); andere "
              "Rechner erreichen den Server nur mit TLS. Auf stderr steht je Anfrage eine Zeile JSON.",
              "The first line of the output is the address. Whoever asks needs a token (portal token create); other "
              "machines reach the server only with TLS. On stderr there is one line of JSON for each request."),
)
