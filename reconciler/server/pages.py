"""Pages of what the portal holds. What one revision tells is read once, and cut into pages until there is another."""

from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Any

from pydantic_core import to_json

from reconciler.model.kind import Kind
from reconciler.model.position import Observation
from reconciler.portal.service import Service
from reconciler.server.problems import Problem
from reconciler.wire.held import held_position_json, held_resource_json
from reconciler.wire.told import PortalJson, life_json, portal_json, tag_of

LARGEST = 4 * 1024 * 1024
"""Bytes of the items of one page; it is cut earlier than asked for where they are larger."""

ATTEMPTS = 5
"""How often a list is read that changes while it is read."""

Items = tuple[tuple[str, Callable[[], Any]], ...]
"""Each with what it is sorted by, and what makes it plain."""

Listed = tuple[tuple[str, str], Items]
"""Portal and revision, and the items."""


class Pages:
    """All that a portal tells, as pages of one revision."""

    def __init__(self, portal: Callable[[], Service], kinds: Mapping[str, Kind]) -> None:
        self._portal, self._kinds = portal, kinds
        self._lock = Lock()
        self._mark: tuple[Service, tuple[str, str]] | None = None
        self._lists: dict[tuple[str, ...], Items] = {}

    def head(self) -> tuple[PortalJson, str]:
        """The portal as a whole, and the tag of its revision."""
        observation = self._portal().observe(())
        return portal_json(observation), tag_of(observation.origin, observation.revision)

    def listed(self, what: str, kinds: tuple[str, ...] | None) -> tuple[Listed, str]:
        """A list of what the portal holds now, and the tag of its revision."""
        found = self._list(what, kinds)
        return found, tag_of(*found[0])

    def page(self, listed: Listed, after: str, limit: int) -> bytes:
        """The items of a list behind ``after``, at most ``limit``, as JSON."""
        mark, items = listed
        left = [item for item in items if item[0] > after] if after else items
        parts: list[bytes] = []
        size = 0
        for _, plain in left[:limit]:
            part = to_json(plain())
            size += len(part)
            if parts and size > LARGEST:
                break
            parts.append(part)
        following = left[len(parts) - 1][0] if len(parts) < len(left) else None
        head = to_json({"origin": mark[0], "revision": mark[1], "count": len(items), "next": following})
        return b'%s,"items":[%s]}' % (head[:-1], b",".join(parts))

    def _list(self, what: str, kinds: tuple[str, ...] | None) -> Listed:
        if kinds is not None and not set(kinds) <= self._kinds.keys():
            raise Problem("wrong-query")
        asked = (what, "*") if kinds is None else (what, "", *sorted(kinds))
        with self._lock:
            for _ in range(ATTEMPTS):
                portal = self._portal()
                mark = portal.revision()
                if (portal, mark) != self._mark:  # one made anew may have the same names
                    self._mark, self._lists = (portal, mark), {}
                if asked in self._lists:
                    return mark, self._lists[asked]
                found = self._read(portal, what, kinds)
                if portal.revision() == mark:
                    self._lists[asked] = found
        raise Problem("busy")

    def _read(self, portal: Service, what: str, kinds: tuple[str, ...] | None) -> Items:
        if what == "history":
            return _items((p.ref, p, held_position_json) for p in portal.positions())
        seen: Observation = portal.observe(kinds if what == "resources" else ())
        if what == "positions":
            return _items((p.ref, p, held_position_json) for p in seen.positions)
        if what == "lives":
            return _items((str(life[0]), life, life_json) for life in seen.lives.items())
        return _items((str(r.address), r, lambda one: held_resource_json(one, self._kinds[one.address.kind]))
                      for r in seen.state)


def _items(found: Iterable[tuple[str, Any, Callable[[Any], Any]]]) -> Items:
    return tuple(sorted(((key, lambda one=one, write=write: write(one)) for key, one, write in found),
                        key=lambda item: item[0]))
