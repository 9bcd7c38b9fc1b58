"""How several processes share the tests (``--dist loadscope``): what stays together, and what comes first.

A module stays together, or a class of it; but of the laws about pairs of worlds those that begin with the same world,
whatever module they stand in, because they look at the same stories. Pieces that take long come first, so that no
process goes on alone in the end.
"""

import re
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]
from xdist.workermanage import WorkerController  # type: ignore[import-untyped]

PAIRS = re.compile(r"tests/laws/test_(?:approval|cost|crash|pairs|plan_file|time)\.py::\w+\[([a-z]+)")
LONG = ("tests/laws/", "tests/cli/test_serve.py", "tests/faults/", "tests/portal/test_orders.py")
"""Where pieces begin that take long, though they may be few tests."""


class Shared(LoadScopeScheduling):  # type: ignore[misc]
    """Pieces of work, the long ones first; what is done is forgotten, so that no list of all tests is gone through."""

    def __init__(self, config: pytest.Config, log: Any) -> None:
        super().__init__(config, log)
        self._places: dict[WorkerController, dict[str, int]] = {}

    def _split_scope(self, nodeid: str) -> str:
        """The piece that a test belongs to."""
        pair = PAIRS.match(nodeid)
        return f"tests/laws/{pair[1]}" if pair else super()._split_scope(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        """Give the longest piece that is left to a process."""
        if node not in self._places:
            self._places[node] = {name: at for at, name in enumerate(self.registered_collections[node])}
        scope = next((scope for scope in self.workqueue if scope.startswith(LONG)), next(iter(self.workqueue)))
        unit = self.workqueue.pop(scope)
        self.assigned_work[node][scope] = unit
        node.send_runtest_some([self._places[node][name] for name, done in unit.items() if not done])

    def mark_test_complete(self, node: WorkerController, item_index: int, duration: float = 0) -> None:
        """Forget a test that is done, and its piece with the last of it."""
        name = self.registered_collections[node][item_index]
        pieces, scope = self.assigned_work[node], self._split_scope(name)
        pieces[scope].pop(name)
        if not pieces[scope]:
            del pieces[scope]
        self._reschedule(node)
