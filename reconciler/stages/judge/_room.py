"""How many findings are told: a hundred of one document, and of all as many as a machine can hold."""

from collections import Counter
from collections.abc import Iterator

from reconciler.model.address import Address
from reconciler.model.finding import MOST, MOST_OF_DOCUMENT, Breach, Severity, more, untold

COUNT = "FORM-13"


class Room:
    """Counts what is told; errors never give way to warnings."""

    def __init__(self) -> None:
        self._of: Counter[tuple[Address, bool]] = Counter()
        self._all: Counter[bool] = Counter()
        self._left: Counter[Address] = Counter()
        self._untold: Counter[Severity] = Counter()

    def has(self, breach: Breach, severity: Severity) -> bool:
        """Whether this breach is told; if not, it is counted."""
        error, address = severity is Severity.ERROR, breach.address
        if breach.rule == COUNT:
            return True
        if self._all[error] >= MOST:
            self._untold[severity] += 1
            return False
        if address and self._of[address, error] >= MOST_OF_DOCUMENT:
            self._left[address] += 1
            return False
        self._all[error] += 1
        if address:
            self._of[address, error] += 1
        return True

    def rest(self) -> Iterator[Breach]:
        """What stands for those that are not told."""
        for address, count in self._left.items():
            yield more(count, address)
        if self._untold:
            severity = Severity.ERROR if self._untold[Severity.ERROR] else Severity.WARNING
            yield untold(self._untold.total(), severity)
