"""What PostgreSQL and its driver report, in words."""

from reconciler.errors import ConfigProblem, Damaged, Denied, PortalProblem, Unreachable
from reconciler.model.message import Message, Quote, Value
from reconciler.model.text import Text
from reconciler.portal.books.rows import Unreadable

NO_TABLES = ("42P01", "42703", "3F000")
"""No table of this name, none with these columns, no schema."""

DOWN, LOGIN, RIGHT, LOCKED, CROSSED, FULL, READ_ONLY, OCCUPIED, DAMAGED = range(9)

_TOLD = (
    ("55P03", LOCKED), ("57014", LOCKED), ("40", CROSSED), ("53", FULL), ("25006", READ_ONLY), ("42501", RIGHT),
    ("42P07", OCCUPIED), ("08", DOWN), ("57P", DOWN), ("25P03", DOWN), ("25P04", DOWN), ("42P01", DAMAGED),
    ("42703", DAMAGED), ("22", DAMAGED), ("23", DAMAGED), ("58", DAMAGED), ("XX", DAMAGED),
)
"""How the codes of PostgreSQL begin (its manual, appendix A); all others are mistakes of ours."""

_PASSING = ("starting up", "shutting down", "too many", "connection slots", "recovery")
"""Words of a server that refuses for the moment. Before somebody is let in there are words only, and no codes."""

_SENTENCES = {
    DOWN: Text("{path}: PostgreSQL antwortet nicht ({reason}). Den Server starten oder Rechner und Port prüfen, dann "
               "noch einmal versuchen.",
               "{path}: PostgreSQL does not answer ({reason}). Start the server or check host and port, then try "
               "again."),
    LOGIN: Text("{path}: PostgreSQL lässt so niemanden ein ({reason}). Benutzer, Passwort und den Namen der Datenbank "
                "prüfen.",
                "{path}: PostgreSQL lets nobody in like that ({reason}). Check user, password and the name of the "
                "database."),
    RIGHT: Text("{path}: PostgreSQL erlaubt das diesem Benutzer nicht ({reason}). Das Recht gibt mit GRANT, wem die "
                "Datenbank gehört.",
                "{path}: PostgreSQL does not allow this user that ({reason}). Whoever owns the database gives the "
                "right by GRANT."),
    LOCKED: Text("{path} wird gerade von jemand anderem geschrieben ({reason}). Später noch einmal versuchen.",
                 "{path} is being written by somebody else ({reason}). Try again later."),
    CROSSED: Text("{path}: jemand anders kam dazwischen ({reason}). Noch einmal versuchen.",
                  "{path}: somebody else got in the way ({reason}). Try again."),
    FULL: Text("{path}: dem Server fehlt etwas ({reason}). Platz schaffen, dann noch einmal versuchen.",
               "{path}: the server has run out of something ({reason}). Make room, then try again."),
    READ_ONLY: Text("{path} darf nur gelesen werden ({reason}). Den Server nennen, der auch schreibt.",
                    "{path} may only be read ({reason}). Name the server that writes too."),
    OCCUPIED: Text("{path} hat Tabellen anderer, die so heißen wie die eines Portals ({reason}). Eine andere Datenbank "
                   "nehmen.",
                   "{path} has tables of others that are called like a portal's ({reason}). Take another database."),
    DAMAGED: Text("{path} ist beschädigt ({reason}). Eine Sicherung zurückspielen, oder das Portal mit `reconciler "
                  "portal init --force` neu anlegen.",
                  "{path} is damaged ({reason}). Restore a copy, or make the portal anew by `reconciler portal init "
                  "--force`."),
}
_CLASSES: dict[int, type[PortalProblem]] = {LOGIN: Denied, RIGHT: Denied, OCCUPIED: Denied, DAMAGED: Damaged}


def state(error: BaseException | None) -> str:
    """PostgreSQL's code of an error; empty where the server said nothing."""
    return getattr(error, "sqlstate", None) or ""


def severity(error: BaseException) -> str:
    """ERROR ends a transaction, FATAL a connection; empty where the server said nothing."""
    return getattr(getattr(error, "diag", None), "severity_nonlocalized", None) or ""


def problem(name: str, error: BaseException) -> PortalProblem | None:
    """The same for people. Nothing was changed."""
    kind = _kind(error)
    return None if kind is None else _CLASSES.get(kind, Unreachable)(_said(kind, name, error))


def misspelt(name: str, error: BaseException) -> ConfigProblem:
    """That an address holds what the driver does not know."""
    return ConfigProblem(Message(Text(
        "{path}: die Adresse ist so nicht zu verstehen ({reason}).",
        "{path}: the address cannot be understood ({reason})."), _values(name, error)))


def _kind(error: BaseException) -> int | None:
    if isinstance(error, Unreadable):
        return DAMAGED
    if code := state(error):
        return next((kind for start, kind in _TOLD if code.startswith(start)), None)
    if "OperationalError" not in (base.__name__ for base in type(error).__mro__):  # the driver is not ours to import
        return None
    words = str(error)
    refused = any(word in words for word in ("FATAL", "password", "authentication"))
    return LOGIN if refused and not any(word in words for word in _PASSING) else DOWN


def _said(kind: int, name: str, error: BaseException) -> Message:
    return Message(_SENTENCES[kind], _values(name, error))


def _values(name: str, error: BaseException) -> dict[str, Value]:
    """Of all that the driver says the server's own words: one line, and nothing that acts on a terminal."""
    first = str(error).strip().partition("\n")[0].rpartition(" failed: ")[2]
    shown = "".join(c for c in first if c.isprintable())[:200]
    return {"path": name, "reason": Quote(Text(shown, shown))}
