"""Which defaults hold for a workplace: found by what they ask for, so that many of them cost little."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.model.message import sentence
from reconciler.model.resource import Resource
from reconciler.model.text import Text

MOST = 20
"""So many defaults hold for one workplace; the most specific ones, and an error, where there are more."""

LIMIT = Text(f"höchstens {MOST} für einen Arbeitsplatz", f"at most {MOST} for one workplace")

Criteria = frozenset[tuple[str, ...]]


class Matches:
    """All defaults, those with the same criteria together."""

    def __init__(self, defaults: Iterable[Resource]) -> None:
        self.labels: set[str] = set()
        self._alike: dict[Criteria, list[Resource]] = {}
        self._by: dict[tuple[str, ...] | None, list[Criteria]] = {}
        for resource in defaults:
            self.labels.update(resource.body.match.labels)
            asked = [*_asked(resource.body.match)]
            if (criteria := frozenset(asked)) not in self._alike:
                self._by.setdefault(asked[0] if asked else None, []).append(criteria)
            self._alike.setdefault(criteria, []).append(resource)

    def fitting(self, criteria: Mapping[str, object], labels: Mapping[str, str]) -> tuple[Criteria, ...]:
        """Those of all criteria that a workplace fulfils."""
        have: list[tuple[str, ...]] = [(key, value) for key, value in criteria.items() if isinstance(value, str)]
        have += (("labels", *label) for label in labels.items())
        whole = frozenset(have)
        return tuple(asked for one in (None, *have) for asked in self._by.get(one, ()) if asked <= whole)

    def of(self, fitting: Iterable[Criteria]) -> tuple[list[Resource], int]:
        """The defaults with these criteria, the most specific last; and how many there are in all."""
        count = sum(len(self._alike[asked]) for asked in fitting)
        near = (resource for asked in fitting for resource in self._alike[asked][-MOST:])
        return sorted(near, key=lambda r: (r.body.match.specificity, r.address))[-MOST:], count


def crowd(count: int, who: Address) -> Breach:
    """More defaults hold for a workplace than anybody can keep apart."""
    value = sentence("{count} passende Dokumente der Art Defaults", "{count} matching Defaults documents", count=count)
    return Breach("FORM-12", who, ("metadata", "name"), {"value": value, "limit": LIMIT})


def _asked(match: Any) -> Iterator[tuple[str, ...]]:
    """What a match asks for, the rarest first."""
    yield from (("labels", key, value) for key, value in match.labels.items())
    named = ((key, getattr(match, key)) for key in ("template", "department", "group"))
    yield from ((key, value) for key, value in named if value is not None)
