"""The language of a visitor: the one that was chosen, else what the browser asks for."""

import re

LANGUAGES = ("de", "en")

_MOST = 20
"""Languages of a browser that are looked at."""

_ASKED = re.compile(r"([a-zA-Z]{1,8})(?:-[a-zA-Z0-9-]{1,40})?(?:\s*;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?", re.ASCII)


def language_of(accepted: str, chosen: str = "") -> str:
    """``chosen`` if it is one of ours, else the best of an ``Accept-Language``, else English."""
    if chosen in LANGUAGES:
        return chosen
    found: dict[str, float] = {}
    for part in accepted.split(",")[:_MOST]:
        asked = _ASKED.fullmatch(part.strip())
        if asked and (name := asked[1].lower()) in LANGUAGES:
            found.setdefault(name, float(asked[2] or 1))
    return max(found, key=lambda name: found[name]) if any(found.values()) else "en"
