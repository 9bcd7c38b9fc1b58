"""What the sample reports find: rules, places in lines, errors, and warnings that are many and alike."""

from reconciler.model.address import Address
from reconciler.model.finding import Finding, Related, Severity
from reconciler.model.message import Name, sentence
from reconciler.model.place import Place
from reconciler.model.rule import Rule
from reconciler.model.text import NOTHING, Text


def rule(ident: str, severity: Severity, title: Text, fix: Text = NOTHING) -> Rule:
    """A rule as reports name it."""
    why = Text("So steht es in den Regeln des Portals.", "The rules of the portal say so.")
    return Rule(ident, severity, title, title, why, fix, NOTHING)


RULES = {r.id: r for r in (
    rule("INT-4", Severity.ERROR,
         Text("Interne Rufnummer ist eine Notrufnummer", "internal number is an emergency number"),
         Text("eine andere interne Rufnummer wählen", "choose another internal number")),
    rule("NUM-1", Severity.ERROR, Text("Rufnummer doppelt vergeben", "number is used twice"),
         Text("statt {value} eine freie Rufnummer nehmen", "take a free number instead of {value}")),
    rule("AUTH-3", Severity.WARNING,
         Text("Zugangsdaten ohne Mobilnummer", "first credentials without a mobile number")),
    rule("TERM-1", Severity.ERROR, Text("Mindestlaufzeit noch nicht um", "minimum term is not over yet")),
    rule("NUM-6", Severity.ERROR,
         Text("Rufnummern des Blocks sind noch vergeben", "numbers of the block are still in use"),
         Text("zuerst die Arbeitsplätze umstellen", "move the workplaces first")),
)}


def place(line: int, column: int, text: str, piece: str, file: str = "manifests/bonn.yaml") -> Place:
    """A piece of a line."""
    return Place(file, line, column, len(piece), text)


LINE_INT = "  number: {external: auto, internal: \"1122\"}"
LINE_NUM = "  number: {external: \"+49 228 6380-58\", internal: \"58\"}"
ERRORS = (
    Finding(
        "NUM-1", Severity.ERROR,
        Text("Rufnummer +49 228 6380-58 ist schon an workplace/b.maier vergeben",
             "number +49 228 6380-58 is already taken by workplace/b.maier"),
        Text("Eine Rufnummer gehört zu genau einem Arbeitsplatz; das Portal lehnt die zweite Vergabe ab.",
             "A number belongs to exactly one workplace; the portal refuses to assign it a second time."),
        Text("`auto` schreiben oder eine freie Rufnummer nehmen, z. B. +49 228 6380-61",
             "write `auto`, or take a free number such as +49 228 6380-61"),
        Text("Hilfe zur Cloud PBX, „Arbeitsplatz einrichten“, Rufnummer zuweisen",
             "Cloud PBX help, “Arbeitsplatz einrichten”, Rufnummer zuweisen"),
        Address("workplace", "anna.schmidt"), "number.external",
        place(112, LINE_NUM.index("+") + 1, LINE_NUM, "+49 228 6380-58"),
        (Related(place(9, LINE_NUM.index("+") + 1, LINE_NUM, "+49 228 6380-58", "manifests/köln/empfang.yaml"),
                 Text("zuerst hier vergeben", "assigned here first")),),
    ),
    Finding(
        "INT-4", Severity.ERROR,
        Text("Interne Rufnummer 1122 beginnt mit der Notrufnummer 112",
             "internal number 1122 begins with the emergency number 112"),
        Text("Wer 1122 wählt, landet beim Notruf.", "Whoever dials 1122 reaches the emergency services."),
        Text("eine Nummer nehmen, die nicht mit 110 oder 112 beginnt",
             "take a number that does not begin with 110 or 112"),
        Text("Hilfe zur Cloud PBX, „Interne Rufnummern“", "Cloud PBX help, “Interne Rufnummern”"),
        Address("workplace", "c.lang"), "number.internal",
        place(40, LINE_INT.index("112") + 1, LINE_INT, "112"),
    ),
)


def warning(number: int) -> Finding:
    """One of many alike."""
    name = f"lager.{number:02}"
    line = f"metadata: {{name: {name}}}"
    return Finding(
        "AUTH-3", Severity.WARNING,
        sentence("Für {name} fehlt eine Mobilnummer; das Passwort geht per E-Mail hinaus",
                 "{name} has no mobile number; the password goes out by e-mail", name=Name(Address("workplace", name))),
        Text("Benutzername und Passwort kommen dann auf demselben Weg an.",
             "User name and password then arrive by the same way."),
        Text("login.mobile eintragen oder login.withoutMobile: true setzen",
             "write login.mobile, or set login.withoutMobile: true"),
        Text("Hilfe zur Cloud PBX, „Zugangsdaten“", "Cloud PBX help, “Zugangsdaten”"),
        Address("workplace", name), "login.mobile", place(number, 18, line, name, "manifests/lager.yaml"),
    )
