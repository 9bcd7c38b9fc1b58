"""A rehearsal tool: a portal that fails where it is told to.

    portal = Faulty(service, [Fault("execute", 3, "lose-after"), Fault("observe", 1, "unreachable")])

The third order takes effect, but its answer gets lost; the first look at the portal finds nobody. Calls are
counted from 1 and by method, so that a sweep over n finds every place at which a run can be cut.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Literal, TypeVar

from reconciler.errors import AnswerLost, Unreachable
from reconciler.model.noun import noun
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Observation, Position
from reconciler.model.text import Text
from reconciler.ports import Portal

R = TypeVar("R")


@noun
class Fault:
    """What happens at the ``at``-th call of ``method`` (``execute``, ``submit``, ``observe`` …).

    ``refuse``: rejected by ``rule``, for ``execute`` and ``submit``. ``lose-before``: the answer is lost and
    nothing happened. ``lose-after``: the answer is lost and all happened. ``unreachable``: nobody is there.
    """

    method: str
    at: int
    what: Literal["refuse", "lose-before", "lose-after", "unreachable"]
    rule: str = "CART-1"


class Faulty:
    """A portal with faults; everything else is passed on."""

    def __init__(self, portal: Portal, faults: Iterable[Fault]) -> None:
        self._portal = portal
        self._faults = {(fault.method, fault.at): fault for fault in faults}
        self.calls: Counter[str] = Counter()

    def observe(self, kinds: Collection[str] | None = None) -> Observation:
        """See ``ports.Portal``."""
        return self._pass("observe", lambda: self._portal.observe(kinds))

    def acquire(self, holder: str, plan: str = "") -> int:
        """See ``ports.Portal``."""
        return self._pass("acquire", lambda: self._portal.acquire(holder, plan))

    def release(self, token: int) -> None:
        """See ``ports.Portal``."""
        self._pass("release", lambda: self._portal.release(token))

    def close(self) -> None:
        """See ``ports.Portal``."""
        self._portal.close()

    def execute(self, order: Order, token: int, *actor: str) -> Receipt:
        """See ``ports.Portal``; what only the reference portal is told is passed on."""
        fault = self._faults.get(("execute", self.calls["execute"] + 1))
        if fault and fault.what == "refuse":
            return self._refuse("execute", str(order.ref), fault)
        return self._pass("execute", lambda: self._portal.execute(order, token, *actor))

    def find(self, ref: str) -> Receipt | None:
        """See ``ports.Portal``."""
        return self._pass("find", lambda: self._portal.find(ref))

    def positions(self) -> tuple[Position, ...]:
        """See ``ports.Portal``."""
        return self._pass("positions", self._portal.positions)

    def submit(self, contents: Mapping[str, str], token: int, *actor: str) -> Receipt:
        """See ``ports.Portal``; passed on as for ``execute``."""
        fault = self._faults.get(("submit", self.calls["submit"] + 1))
        if fault and fault.what == "refuse":
            return self._refuse("submit", "", fault)
        return self._pass("submit", lambda: self._portal.submit(contents, token, *actor))

    def _pass(self, method: str, call: Callable[[], R]) -> R:
        self.calls[method] += 1
        fault = self._faults.get((method, self.calls[method]))
        if fault is None:
            return call()
        if fault.what == "unreachable":
            raise Unreachable(Text("Das Portal antwortet nicht (Übung).", "The portal does not answer (rehearsal)."))
        if fault.what == "lose-after":
            call()
        raise AnswerLost(Text("Die Antwort ging verloren (Übung).", "The answer was lost (rehearsal)."))

    def _refuse(self, method: str, ref: str, fault: Fault) -> Receipt:
        self.calls[method] += 1
        return Receipt(ref, Outcome.REJECTED, fault.rule, Text("Abgelehnt (Übung).", "Refused (rehearsal)."))
