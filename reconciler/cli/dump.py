"""dump: the portal as manifests, to stdout, or one file a kind, all or none."""

from typing import Annotated

from reconciler.cli._command import Command
from reconciler.cli._flags import DIR, Flags, Force, Outputs, Quiet
from reconciler.cli._option import Flag
from reconciler.cli._outputs import place
from reconciler.model.message import sentence
from reconciler.model.text import NOTHING, Text

MANIFESTS = Text("dump schreibt immer Manifeste, auf die Standardausgabe oder mit --out in einen Ordner",
                 "dump always writes manifests, to stdout or with --out into a folder")
Out = Annotated[str | None, Flag("--out", value=DIR, text=Text("Ordner, eine Datei je Art", "folder, one file a kind"))]
Life = Annotated[bool, Flag("--status", text=Text("mit dem Leben jedes Objekts (aktiv, seit wann, was gebucht ist)",
                                                  "with the life of each object (active, since when, what is booked)"))]


def dump(flags: Flags, out: Out = None, *, life: Life = False) -> int:
    """Write the portal as manifests."""
    from reconciler.cli._dumped import into
    from reconciler.cli._say import put, say
    from reconciler.commands.dump import dump as dumped

    folder = place(out, "--out") if out is not None else None
    texts, note = dumped(flags.folder, status=life)
    if folder is None:
        put("---\n".join(texts.values()))
    left = into(folder, texts, flags) if folder else NOTHING
    if not flags.quiet:
        say(left, flags)
        say(note, flags)
        kinds = Text("Art", "kind") if len(texts) == 1 else Text("Arten", "kinds")
        say(sentence("{n} {kinds} ausgegeben.", "{n} {kinds} written.", n=len(texts), kinds=kinds), flags)
    return 0


COMMAND = Command(
    dump, 90, takes=(Force, Quiet), lacks={Outputs: MANIFESTS}, example="dump --out manifests",
    short=Text("das Portal als Manifeste schreiben", "Write the portal as manifests"),
    long=Text("Auf die Standardausgabe, oder in einen Ordner: je Art eine Datei, alle oder keine. Ersetzt werden nur "
              "Dateien, die dump geschrieben und seither niemand geändert hat. Was im Warenkorb liegt oder bestellt "
              "ist, steht darin, wie es sein wird: Ein Plan damit nimmt nichts zurück, wenn der Arbeitsbereich "
              "„unmanaged: delete“ hat. Mit --status steht da, was heute ist.",
              "To stdout, or into a folder: one file a kind, all or none. Only files are replaced that dump wrote and "
              "nobody changed since. What lies in the cart or is ordered is in it as it will be: a plan with it takes "
              "nothing back where the workspace has “unmanaged: delete”. With --status it is what is there today."),
)
