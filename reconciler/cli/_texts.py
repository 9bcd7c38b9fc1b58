"""What each command and each of its own options is, for ``--help``."""

from typing import NamedTuple

from reconciler.model.text import Text


class About(NamedTuple):
    """A command in one line, in a paragraph, by an example, and its own options."""

    short: Text
    long: Text
    example: str
    options: dict[str, Text]
    arguments: str = ""


TOOL = Text("Eine Cloud PBX in Git halten: prüfen, planen, den Warenkorb füllen, bestellen.",
            "Keep a Cloud PBX in Git: check, plan, fill the cart, order.")
PORTAL = Text("Das Portal zum Üben: anlegen, ansehen, seine Uhr vorstellen.",
              "The portal for rehearsals: make it, look at it, let its clock run.")

_NO_CHANGE = Text("Am Portal wird nichts geändert.", "Nothing is changed at the portal.")
_PLAN = "[PLAN]"

ABOUT = {
    "validate": About(
        Text("Manifeste gegen alle Regeln prüfen", "Check the manifests against every rule"),
        Text("Prüft die Manifeste, alle Befunde auf einmal. Ein Portal wird nicht gebraucht.",
             "Checks the manifests and tells all findings at once. No portal is needed."),
        "validate -C examples/musterwerke", {}),
    "plan": About(
        Text("sagen, was zu bestellen ist, und wann", "Say what has to be ordered, and when"),
        Text("Vergleicht die Manifeste mit dem Portal. " + _NO_CHANGE.de,
             "Compares the manifests with the portal. " + _NO_CHANGE.en),
        "plan --out plan.json --output markdown=comment.md",
        {"--out": Text("den Plan in diese Datei schreiben", "write the plan to this file"),
         "--detailed-exitcode": Text("Exit 2, wenn es Änderungen gibt", "exit 2 if there are changes")}),
    "show": About(
        Text("zeigen, was in einer Plandatei steht", "Show what a plan file says"),
        Text("Zeigt eine Plandatei, ohne Portal und ohne Manifeste.",
             "Shows a plan file, without a portal and without manifests."),
        "show plan.json --concise", {}, "PLAN"),
    "apply": About(
        Text("den Warenkorb füllen und direkte Änderungen ausführen; kauft nichts",
             "Fill the cart and make direct changes; buys nothing"),
        Text("Führt aus, was fällig ist. Ohne Plandatei wird geplant, gezeigt und gefragt; mit einer wird nur "
             "gesendet, was darin steht und auch ein neuer Plan enthält. Gekauft wird nichts.",
             "Carries out what is due. Without a plan file it plans, shows and asks; with one it sends only what "
             "stands there and in a fresh plan too. Nothing is bought."),
        "apply plan.json", {}, _PLAN),
    "cart": About(
        Text("zeigen, was im Warenkorb liegt, bestellt ist oder abgelehnt wurde",
             "Show what lies in the cart, was ordered, or was rejected"),
        Text("Zeigt eigene und fremde Positionen. " + _NO_CHANGE.de,
             "Shows positions of ours and of others. " + _NO_CHANGE.en),
        "cart --output json", {}),
    "order": About(
        Text("kaufen, was im Warenkorb liegt; kostenpflichtig", "Buy what lies in the cart; chargeable"),
        Text("Kauft den Warenkorb als Ganzes, wenn er genau das enthält, was die Manifeste (oder die Plandatei) sagen.",
             "Buys the cart as a whole, if it holds exactly what the manifests (or the plan file) say."),
        "order plan.json",
        {"--with-foreign": Text("auch Positionen kaufen, die andere hineingelegt haben",
                                "buy positions of others too")},
        _PLAN),
    "drift": About(
        Text("sagen, wo das Portal jetzt von den Manifesten abweicht",
             "Tell where the portal differs from the manifests now"),
        Text("Abweichung ist, was jetzt zu ändern wäre oder blockiert ist; dann Exit 2, sonst 0. Was im Warenkorb "
             "liegt, bestellt ist oder nur auf einen Tag wartet, ist unterwegs und keine Abweichung.\n\n"
             "Nirgends steht, was zuletzt angewendet wurde: Eine Änderung in Git, die niemand angewendet hat, sieht "
             "aus wie eine von Hand am Portal. Deshalb gehört drift auf den Branch, der angewendet wird.",
             "Drift is what would have to be changed now, or is blocked; then exit 2, else 0. What lies in the cart, "
             "is ordered, or only waits for a day is pending, and no drift.\n\n"
             "Nothing remembers what was applied: an edit in Git that nobody applied looks like one made by hand at "
             "the portal. So drift belongs on the branch that is applied."),
        "drift --output markdown=drift.md", {}),
    "terms": About(
        Text("alle Mindestlaufzeiten: was wann enden darf", "List every minimum term: what may end when"),
        Text("Liest nur das Portal. Geordnet nach dem ersten Tag, an dem das Portal das Ende annimmt; --full zeigt "
             "auch, was schon enden darf, --concise zählt je Tag. Mit --output ics wird daraus ein Kalender; noch "
             "einmal eingelesen, ändert er dieselben Termine (mit --redact none, oder mit demselben "
             "RECONCILER_REDACT_KEY).",
             "Reads the portal only. Sorted by the first day on which the portal accepts the end; --full also lists "
             "what may end already, --concise counts by day. With --output ics it is a calendar; importing it again "
             "updates the same events (with --redact none, or with the same RECONCILER_REDACT_KEY)."),
        "terms --output ics=terms.ics", {}),
    "dump": About(
        Text("das Portal als Manifeste schreiben", "Write the portal as manifests"),
        Text("Auf die Standardausgabe, oder in einen Ordner: je Art eine Datei, alle oder keine. Ersetzt werden nur "
             "Dateien, die dump geschrieben und seither niemand geändert hat. Was im Warenkorb liegt oder bestellt "
             "ist, steht darin, wie es sein wird: Ein Plan damit nimmt nichts zurück, wenn der Arbeitsbereich "
             "„unmanaged: delete“ hat. Mit --status steht da, was heute ist.",
             "To stdout, or into a folder: one file a kind, all or none. Only files are replaced that dump wrote and "
             "nobody changed since. What lies in the cart or is ordered is in it as it will be: a plan with it takes "
             "nothing back where the workspace has “unmanaged: delete”. With --status it is what is there today."),
        "dump --out manifests",
        {"--out": Text("Ordner, eine Datei je Art", "folder, one file a kind"),
         "--status": Text("mit dem Leben jedes Objekts (aktiv, seit wann, was gebucht ist)",
                          "with the life of each object (active, since when, what is booked)")}),
    "explain": About(
        Text("eine Regel oder ein Feld erklären", "Explain a rule or a field"),
        Text("Ohne Portal und ohne Arbeitsbereich.", "Without a portal and without a workspace."),
        "explain workplace.number.internal",
        {"--list": Text("alle Regeln und Felder", "all rules and fields")}, "[ID|FIELD]"),
    "schema": About(
        Text("JSON-Schemas der Manifeste, für Editoren", "JSON Schemas of the manifests, for editors"),
        Text("Gibt das Schema einer Art aus (Workplace), oder das für alle (manifest).",
             "Prints the schema of a kind (Workplace), or the one for all (manifest)."),
        "schema Workplace",
        {"--write": Text("alle Schemas in diesen Ordner schreiben", "write all schemas into this folder")}, "[KIND]"),
    "portal init": About(
        Text("ein Portal zum Üben aus Dokumenten anlegen", "Make a portal for rehearsals from documents"),
        Text("Ein vorhandenes Portal wird nur mit --force ersetzt.",
             "A portal that exists is replaced only with --force."),
        "portal init --from portal --today 2026-11-22",
        {"--from": Text("Datei oder Ordner mit Dokumenten; weitere können folgen",
                        "file or folder of documents; more may follow"),
         "--today": Text("der Tag des Portals", "the portal's day")}, "[FILE]..."),
    "portal status": About(
        Text("das Portal in wenigen Zahlen", "Show the portal in a few figures"), _NO_CHANGE, "portal status", {}),
    "portal advance": About(
        Text("die Uhr des Portals vorstellen und Fälliges ausführen",
             "Let the portal's clock run and carry out what is due"),
        Text("Entweder bis zu einem Tag oder um so viele Tage.", "Either to a day, or by so many days."),
        "portal advance --days 30",
        {"--to": Text("neuer Tag", "new day"), "--days": Text("um so viele Tage", "by so many days")}),
}
