"""G1: a change does not open what was blocked without being seen.

Looks at profiles that lose ranges and at workplaces, groups, templates and the company that change to a weaker
profile, a lapse to the default included. Source: this tool. Values: opened.
"""

from collections.abc import Iterator, Mapping

from reconciler.model.address import Address
from reconciler.model.change import Change
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Joined, Message, Value, Word, sentence
from reconciler.model.profiles import DIRECTIONS, SYSTEM
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.numbers.blocking import ABROAD as ABROAD_RANGES
from reconciler.numbers.blocking import beyond, covered, staying
from reconciler.rules._examples import document
from reconciler.rules._layers import inherited
from reconciler.rules._profiles import NAMING, PROFILES
from reconciler.rules._sources import OURS

Opened = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By direction the ranges that open, each with what stays blocked inside of it."""

SATELLITE = ("+870", "+881", "+882", "+883")
COSTLY = (
    (("+49900",), Text("0900, teure Dienste", "0900, premium services")),
    (("+49137",), Text("0137, Massenverkehr", "0137, mass calling")),
    (("118", "+49118"), Text("118, Auskunft", "118, directory enquiries")),
    (("+49180",), Text("0180, Servicenummern", "0180, service numbers")),
    (("+4910",), Text("010, Call-by-Call", "010, call-by-call")),
    (SATELLITE, Text("Satellit", "satellite")),
)
GERMANY = "+49"
INLAND = Text("Deutschland", "Germany")
ABROAD = Text("Ausland", "international")
EVERYWHERE = Text("das ganze Ausland", "all countries but Germany")


def _check(change: Change, facts: Facts) -> tuple[Breach, ...]:
    opened = _opened(change, facts)
    if not opened or _told_above(change, opened, facts):
        return ()
    leaf = PROFILES.leaves.get(change.address.kind)
    values = {"opened": Joined(tuple(_direction(name, found) for name, found in opened.items()), "; ")}
    return (Breach("G1", change.address, leaf.at if leaf else (next(iter(opened)),), values),)


def _opened(change: Change, facts: Facts) -> Opened:
    """What was blocked by the profile in effect before, and is not by the one in effect afterwards."""
    before, after = change.before, change.after
    if not before or not after:
        return {}
    if change.address.kind == PROFILES.kind:
        old = new = change.address.name
    elif change.address.kind in NAMING:
        old, new = PROFILES.in_effect(before, facts.before), PROFILES.in_effect(after, facts.after)
        if old == new or (new != SYSTEM and new not in facts.after.of(PROFILES.kind)):
            return {}  # of a profile that there is not nobody knows what it blocks
    else:
        return {}
    ranges = PROFILES.ranges
    found = {direction: dict(_gone(ranges(old, direction, facts.before), ranges(new, direction, facts.after)))
             for direction in DIRECTIONS}
    return {direction: gone for direction, gone in found.items() if gone}


def _gone(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for blocked in beyond(old, new):
        yield blocked, staying((blocked,), new)


def _told_above(change: Change, opened: Opened, facts: Facts) -> bool:
    """Whether a workplace only follows its group, template or company, of which all of this is told."""
    after = change.after
    if change.address.kind != "workplace" or after is None or not inherited(after, ("blockingProfile",)):
        return False
    causes = facts.index(_switching)
    cause = PROFILES.followed(after, causes)
    return cause is not None and opened == _opened(causes[cause], facts)


def _switching(facts: Facts) -> Mapping[Address, Change]:
    switched = PROFILES.switching(facts.diff) if facts.diff else frozenset()
    return {c.address: c for c in (facts.diff.changes if facts.diff else ()) if c.address in switched}


def _direction(name: str, opened: Mapping[str, tuple[str, ...]]) -> Message:
    """One direction with all that opens in it."""
    whole = [blocked for blocked, kept in opened.items() if not kept]
    everywhere = all(covered(abroad, whole) for abroad in ABROAD_RANGES)
    told: list[Value] = [EVERYWHERE] if everywhere else []
    told += [_told(blocked, kept) for blocked, kept in opened.items() if not everywhere or _inland(blocked)]
    return sentence("{word} {told}", "{word} {told}", word=DIRECTIONS[name], told=Joined(tuple(told)))


def _told(blocked: str, kept: tuple[str, ...]) -> Value:
    """A range with the countries in it, what it costs, where that is known, and what stays blocked inside of it."""
    notes: list[Value] = [*_countries(blocked, kept), *_costly(blocked, kept)]
    if kept:
        notes.append(sentence("außer {kept}", "except {kept}", kept=Joined(tuple(map(Word, kept)))))
    if not notes:
        return Word(blocked)
    return sentence("{blocked} ({notes})", "{blocked} ({notes})", blocked=Word(blocked),
                    notes=Joined(tuple(notes), "; "))


def _inland(blocked: str) -> bool:
    """Whether a range has numbers of Germany in it, or short ones."""
    return not blocked.startswith("+") or _meets(blocked, GERMANY)


def _countries(blocked: str, kept: tuple[str, ...]) -> Iterator[Text]:
    """Where the numbers of a range are; inside of Germany that need not be said."""
    if blocked.startswith("+") and not blocked.startswith((GERMANY, *SATELLITE)):
        yield ABROAD
    if GERMANY.startswith(blocked) and not covered(GERMANY, kept):
        yield INLAND


def _costly(blocked: str, kept: tuple[str, ...]) -> Iterator[Text]:
    """What is known to be dear in a range, or around it, and is not stopped any more."""
    for starts, text in COSTLY:
        if any(_meets(blocked, start) and not covered(start, kept) for start in starts):
            yield text


def _meets(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _profile(*blocked: str) -> str:
    return document("BlockingProfile", "standard", outgoing=f"[{', '.join(blocked)}]")


RULE = Rule(
    "G1",
    Severity.WARNING,
    Text("Sperre wird schwächer", "Blocking gets weaker"),
    Text("Danach nicht mehr gesperrt: {opened}.", "No longer blocked afterwards: {opened}."),
    Text(
        "Was ausgehend oder weitergeleitet frei ist, nutzt Gebührenbetrug; der Schaden entsteht über Nacht.",
        "Toll fraud uses what is open to outgoing or forwarded calls; the damage is done overnight.",
    ),
    Text(
        "Ist die Öffnung nicht gewollt, den Bereich wieder aufnehmen oder das strengere Profil behalten.",
        "If it is not wanted, put the range back or keep the stricter profile.",
    ),
    OURS,
    of=(PROFILES.kind, *NAMING),
    change=_check,
    bad=Example(_profile('"+49137"'), _profile('"+49900"', '"+49137"')),
    good=Example(_profile('"+49900"', '"+49137"'), _profile('"+49137"')),
)
