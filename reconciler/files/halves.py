"""Work on both cores: the second half of a long list in a child process.

Parsing is half of what a plan of thousands of workplaces costs. The child sends plain values only; whatever it
could not make plain, or could not send, is simply made again here, so the result never depends on it.
"""

import marshal
import os
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

WORTH_IT = 1_000
"""A child costs about as much as some hundred documents."""


def mapped(work: Callable[[T], object], items: Sequence[T]) -> list[object]:
    """``work`` of every item, in order; ``work`` must depend on nothing but its item."""
    if len(items) < WORTH_IT or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return [work(item) for item in items]
    middle = len(items) // 2
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as pipe:
        child = _fork()
        if child == 0:
            _answer(work, items[middle:], writer)
        os.close(writer)
        first = [work(item) for item in items[:middle]]
        answer = pipe.read()
    if child:
        os.waitpid(child, 0)
    return first + _understood(work, items[middle:], answer)


def _fork() -> int | None:
    """Zero in the child, the child's number here; None where the system has no room for one."""
    try:
        return os.fork()
    except OSError:
        return None


def _answer(work: Callable[[T], object], items: Sequence[T], writer: int) -> None:
    """In the child: write the plain results, None for the others, and end at once."""
    try:
        made = [work(item) for item in items]
        plain = [result if isinstance(result, dict) else None for result in made]
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(marshal.dumps(plain))
    finally:
        os._exit(0)


def _understood(work: Callable[[T], object], items: Sequence[T], answer: bytes) -> list[object]:
    try:
        plain = marshal.loads(answer)  # noqa: S302 - written by our own child a moment ago
    except (ValueError, EOFError, TypeError):
        plain = []
    if len(plain) != len(items):
        plain = [None] * len(items)
    return [work(item) if result is None else result for result, item in zip(plain, items, strict=True)]
