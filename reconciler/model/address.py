"""How things are named: the kind and the name, as in ``workplace/anna.schmidt``."""

from typing import NamedTuple


class Address(NamedTuple):
    """The identity of a resource; sorts by kind, then name."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.name}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read ``kind/name`` back; the inverse of ``str``."""
        kind, _, name = text.partition("/")
        return cls(kind, name)
