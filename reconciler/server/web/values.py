"""A setting of a workplace for people: as a few short lines."""

from collections.abc import Mapping
from typing import Any

from reconciler.numbers.phone import pretty
from reconciler.server.web import words
from reconciler.views.spoken import Spoken


def label(path: str, voice: Spoken) -> str:
    """What a setting is called; its path, where it has no other name."""
    return voice.say(words.LABELS[path]) if path in words.LABELS else path


def lines(value: Any, voice: Spoken) -> list[str]:
    """A plain value, of a list each part on a line of its own; none where there is nothing."""
    if isinstance(value, list):
        return [line for one in value for line in lines(one, voice)]
    if isinstance(value, Mapping):
        return [_whole(value, voice)] if value else []
    return [] if value in (None, "") else [_single(str(value), voice)]


def _whole(value: Mapping[str, Any], voice: Spoken) -> str:
    """An object in one line: street and house number belong together, so do postal code and city."""
    if "restrictedTo" in value:
        return voice.say(words.RESTRICTED, line=value["restrictedTo"])
    rest = dict(value)
    pairs = [" ".join(filter(None, (rest.pop(first, None), rest.pop(second, None))))
             for first, second in (("street", "houseNumber"), ("postalCode", "city"))]
    without = [voice.say(words.WITHOUT_MOBILE)] if rest.pop("withoutMobile", False) else []
    return ", ".join(filter(None, (*pairs, *(_single(str(one), voice) for one in rest.values()), *without)))


def _single(text: str, voice: Spoken) -> str:
    return voice.say(words.ALLOWED) if text == "allowed" else pretty(text)
