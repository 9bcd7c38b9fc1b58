"""A process that dies at one of the effects of a run."""

from tests.engine.engine import Memory


class Crash(BaseException):
    """The process is gone."""


class Dying(Memory):
    """Effects that are counted; the process dies at one of them."""

    def __init__(self, point: int) -> None:
        super().__init__()
        self._left = point

    def _pass(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Crash

    def append(self, line: str) -> None:
        """Die, or keep the line."""
        self._pass()
        super().append(line)

    def sending(self, ref: str) -> None:
        """Die before the order leaves."""
        self._pass()

    def answered(self, ref: str) -> None:
        """Die before the answer is noted."""
        self._pass()
