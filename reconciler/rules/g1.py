"""G1: a change does not open what was blocked without being seen.

Looks at profiles that lose ranges and at workplaces, groups, templates and the company that change to a weaker
profile, a lapse to the default included. Source: this tool. Values: opened.
"""

from reconciler.model.address import Address
from reconciler.model.change import Action, Change
from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.profiles import KINDS, followed, in_effect, path_of, ranges, switching
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.numbers.blocking import beyond
from reconciler.rules._examples import document
from reconciler.rules._layers import inherited
from reconciler.rules._sources import OURS

DIRECTIONS = ("outgoing", "forwarded")
"""The directions in which opening costs money."""

SATELLITE = ("+870", "+881", "+882", "+883")
COSTLY = (
    (("+49900",), Text("0900, teure Dienste", "0900, premium services")),
    (("+49137",), Text("0137, Massenverkehr", "0137, mass calling")),
    (("118", "+49118"), Text("118, Auskunft", "118, directory enquiries")),
    (("+49180",), Text("0180, Servicenummern", "0180, service numbers")),
    (("+4910",), Text("010, Call-by-Call", "010, call-by-call")),
    (SATELLITE, Text("Satellit", "satellite")),
)
ABROAD = Text("Ausland", "international")


def _check(change: Change, facts: Facts) -> tuple[Breach, ...]:
    if change.action not in (Action.UPDATE, Action.REPLACE):
        return ()
    if change.address.kind == "blockingprofile":
        name = change.address.name
        return _breach(change, ("outgoing",), _opened(name, name, facts))
    if change.address.kind not in KINDS or not change.before or not change.after:
        return ()
    path = path_of(change.address.kind)
    if not any(f.path == path[0] for f in change.fields) or _follows(change, facts):
        return ()
    old, new = in_effect(change.before, facts.before), in_effect(change.after, facts.after)
    return _breach(change, path, _opened(old, new, facts) if old != new else ())


def _follows(change: Change, facts: Facts) -> bool:
    """Whether a workplace only follows its group, template or company, which is told so itself."""
    after = change.after
    if change.address.kind != "workplace" or after is None or not inherited(after, ("blockingProfile",)):
        return False
    return followed(after, facts.index(_switching)) is not None


def _switching(facts: Facts) -> frozenset[Address]:
    return switching(facts.diff) if facts.diff else frozenset()


def _opened(old: str, new: str, facts: Facts) -> tuple[str, ...]:
    """The ranges that ``old`` blocked before and ``new`` blocks no longer."""
    gone: dict[str, None] = {}
    for direction in DIRECTIONS:
        left = ranges(new, direction, facts.after)
        gone.update(dict.fromkeys(beyond(ranges(old, direction, facts.before), left)))
    return tuple(gone)


def _breach(change: Change, path: Path, opened: tuple[str, ...]) -> tuple[Breach, ...]:
    if not opened:
        return ()
    told = [_told(blocked) for blocked in opened]
    values = {"opened": Text(", ".join(t.de for t in told), ", ".join(t.en for t in told))}
    return (Breach("G1", change.address, path, values),)


def _told(blocked: str) -> Text:
    """A range with what it costs, where that is known."""
    fallback = ABROAD if blocked.startswith("+") and not blocked.startswith("+49") else None
    kind = next((text for starts, text in COSTLY if blocked.startswith(starts)), fallback)
    return Text(f"{blocked} ({kind.de})", f"{blocked} ({kind.en})") if kind else Text(blocked, blocked)


def _profile(*blocked: str) -> str:
    return document("BlockingProfile", "standard", outgoing=f"[{', '.join(blocked)}]")


RULE = Rule(
    "G1",
    Severity.WARNING,
    Text("Sperre wird schwächer", "Blocking gets weaker"),
    Text("Danach nicht mehr gesperrt: {opened}.", "No longer blocked afterwards: {opened}."),
    Text(
        "Gebührenbetrug nutzt gerade solche Lücken; der Schaden entsteht über Nacht.",
        "Toll fraud lives on such gaps; the damage is done overnight.",
    ),
    Text(
        "Ist die Öffnung nicht gewollt, den Bereich wieder aufnehmen oder das strengere Profil behalten.",
        "If it is not wanted, put the range back or keep the stricter profile.",
    ),
    OURS,
    of=("blockingprofile", *KINDS),
    change=_check,
    bad=Example(_profile('"+49137"'), _profile('"+49900"', '"+49137"')),
    good=Example(_profile('"+49900"', '"+49137"'), _profile('"+49137"')),
)
