"""Whom it touches elsewhere: who changes by what was edited, and whose calls are blocked differently."""

from collections.abc import Iterator, Mapping

from reconciler.model.consequences import Blocking
from reconciler.model.profiles import DIRECTIONS
from reconciler.model.sections import Outlook
from reconciler.views.say import words
from reconciler.views.say.consequence import Consequence, Part
from reconciler.views.spoken import Spoken

_Ranges = Mapping[str, tuple[str, ...]]


def at_a_distance(outlook: Outlook, voice: Spoken) -> Iterator[Consequence]:
    """Who changes by what was edited elsewhere, or went astray from it, and what is blocked differently."""
    known = {b.address: b for b in outlook.blocking if b.address.kind == "blockingprofile"}
    edited = dict(known)
    for cause, names in outlook.indirect.items():
        count = voice.count(len(names), words.INDIRECT)
        head, brief = _edited(edited.pop(cause, None), voice)
        brief += ": " + voice.count(len(names), words.INDIRECT_BRIEF)
        yield Consequence(f"{head}: {count}: {{names}}", tuple(map(str, names)), str(cause), brief=brief,
                          parts=_ranges(known.get(cause), voice))
    for cause, blocking in edited.items():
        head, brief = _edited(blocking, voice)
        yield Consequence(head, (), str(cause), brief=brief, parts=_ranges(blocking, voice))
    for source, names in outlook.astray.items():
        yield Consequence(f"{{cause}}: {voice.count(len(names), words.ASTRAY)}: {{names}}", tuple(map(str, names)),
                          str(source), brief=f"{{cause}}: {voice.count(len(names), words.ASTRAY_BRIEF)}")
    for renamed, names in outlook.followers.items():
        sentence = voice.count(len(names), words.FOLLOWERS)
        yield Consequence(f"{sentence}: {{names}}", tuple(map(str, names)), str(renamed), brief=sentence)
    yield from _switches(outlook, voice)


def _edited(blocking: Blocking | None, voice: Spoken) -> tuple[str, str]:
    """What was edited, with what became of the blocking: at length, and in short."""
    if blocking is None:
        return "{cause}", "{cause}"
    brief = f"{{cause}} {voice.say(words.EFFECTS[blocking.effect])}"
    return brief + " ({parts})", brief


def _switches(outlook: Outlook, voice: Spoken) -> Iterator[Consequence]:
    """Who is under another profile from now on, those with the same effect together."""
    alike: dict[tuple[str, str], list[Blocking]] = {}
    for blocking in outlook.blocking:
        if blocking.address.kind != "blockingprofile":
            alike.setdefault((blocking.before, blocking.after), []).append(blocking)
    for (before, after), same in alike.items():
        effect = voice.say(words.BLOCKING, effect=voice.say(words.EFFECTS[same[0].effect]))
        names = tuple(_concerned(b, voice) for b in same)
        yield Consequence(effect + " ({parts}), {cause}: {names}", names, f"{before} → {after}",
                          brief=effect + ", {cause}: {names}", parts=_ranges(same[0], voice))


def _concerned(blocking: Blocking, voice: Spoken) -> str:
    if blocking.address.kind == "workplace":
        return str(blocking.address)
    return f"{blocking.address} ({voice.count(blocking.workplaces, words.WORKPLACES)})"


def _ranges(blocking: Blocking | None, voice: Spoken) -> tuple[Part, ...]:
    """The ranges, the first of each direction with what happens to it."""
    if blocking is None:
        return ()
    return (*_side(voice.say(words.BLOCKS), blocking.blocks, {}, voice),
            *_side(voice.say(words.OPENS), blocking.opens, blocking.stays, voice))


def _side(verb: str, by_direction: _Ranges, stays: _Ranges, voice: Spoken) -> Iterator[Part]:
    for direction, found in by_direction.items():
        word = DIRECTIONS.get(direction)
        head = f"{verb} {voice.say(word)}" if word else verb
        yield from (Part("" if place else head, one) for place, one in enumerate(found))
        yield from (Part("" if place else voice.say(words.EXCEPT), one)
                    for place, one in enumerate(stays.get(direction, ())))
