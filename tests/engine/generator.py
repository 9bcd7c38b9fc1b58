"""The manifests of a company that changes day by day, as plain values that are easily edited."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from reconciler.model.document import Document
from tests.engine.documents import block, document, group, profile, read, was, workplace
from tests.engine.worlds import ANALYSED, OLD, acme

BASES = {"eins": "+49228100", "zwei": "+49228200", "drei": "+49221300"}


@dataclass
class Person:
    """A workplace as somebody wishes for it."""

    name: str
    group: str
    external: str
    internal: str
    department: str = ""
    profile: str = ""
    packages: list[str] = field(default_factory=list)
    magenta: bool = False
    begins: date | None = None
    was: str = ""
    since: str = OLD

    def written(self) -> str:
        """The document."""
        mobile = f'{{type: magentaeins, mobile: "+49171111{sum(map(ord, self.name)):05d}"}}'
        spec = workplace(
            self.name, f'external: "{self.external}", internal: "{self.internal}"',
            f"department: {self.department}" if self.department else "",
            f"blockingProfile: {self.profile}" if self.profile else "",
            f"packages: [{', '.join(self.packages)}]" if self.packages else "",
            f"mobileIntegration: {mobile}, devices: [{{profile: mobile-client}}]" if self.magenta else "",
            f"activationDate: {self.begins}" if self.begins else "", group=self.group)
        return was(self.was, document("Workplace", self.name, *spec, status=f"activatedOn: {self.since}"))


@dataclass
class Wish:
    """All manifests of the company."""

    groups: dict[str, dict[str, str]]
    """Departments by group, each with its former name or nothing."""
    owners: dict[str, str]
    longer: dict[str, int]
    profiles: dict[str, list[str]]
    people: dict[str, Person]
    basic: bool
    begins: date
    """When the block ``zwei`` is connected."""
    was: dict[str, str] = field(default_factory=dict)
    """Former names of groups and profiles."""

    def documents(self) -> list[Document]:
        """The documents, each as if it came from a file of its own."""
        return [one for text in self._texts() for one in parsed(text)]

    def _texts(self) -> Iterator[str]:
        yield acme(ANALYSED if self.basic else "")
        for name, base in BASES.items():
            available = f"availableFrom: {self.begins}" if name == "zwei" else ""
            yield block(name, base, available, f"group: {self.owners[name]}", f"extendedBy: {self.longer[name]}")
        for name, departments in self.groups.items():
            listed = (f"{{name: {d}, was: {w}}}" if w else d for d, w in departments.items())
            yield was(self.was.get(f"group/{name}", ""), group(name, *listed))
        for name, ranges in self.profiles.items():
            yield was(self.was.get(f"profile/{name}", ""), profile(name, *ranges))
        yield from (person.written() for person in self.people.values())


@lru_cache(4096)
def parsed(text: str) -> tuple[Document, ...]:
    """The documents of a text; most texts come again every night."""
    return tuple(replace(one, file=f"{one.address}.yaml") for one in read(text))
