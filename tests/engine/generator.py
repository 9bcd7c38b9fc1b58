"""The manifests of a company that changes day by day, as plain values that are easily edited."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from reconciler.model.document import Document
from tests.engine.worlds import OLD, document, profile, read

FACTS = 'generation: "2.0", contract: line, lines: [{name: hauptsitz, address: {city: Bonn}}], quota: 50'
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
        first, _, last = self.name.partition(".")
        mobile = f'{{type: magentaeins, mobile: "+49171111{sum(map(ord, self.name)):05d}"}}'
        text = document(
            "Workplace", self.name, f"group: {self.group}", f"user: {{firstName: {first}, lastName: {last}}}",
            f'login: {{email: {self.name}@acme.example, mobile: "+4917155500{ord(first[0])}"}}',
            f'number: {{external: "{self.external}", internal: "{self.internal}"}}',
            f"department: {self.department}" if self.department else "",
            f"blockingProfile: {self.profile}" if self.profile else "",
            f"packages: [{', '.join(self.packages)}]" if self.packages else "",
            f"mobileIntegration: {mobile}, devices: [{{profile: mobile-client}}]" if self.magenta else "",
            f"activationDate: {self.begins}" if self.begins else "", status=f"activatedOn: {self.since}")
        return renamed(text, self.was)


def renamed(text: str, was: str) -> str:
    """The document with the annotation that tells its former name, if it has one."""
    return text.replace("}\n", f", annotations: {{reconciler/was: {was}}}}}\n", 1) if was else text


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
        basic = "packages: [call-analytics-basic]" if self.basic else ""
        yield document("Company", "acme", FACTS, basic, status=f"bookedOn: {{call-analytics-basic: {OLD}}}")
        for block, base in BASES.items():
            available = f"availableFrom: {self.begins}" if block == "zwei" else ""
            yield document("NumberBlock", block, f'base: "{base}", first: "00", last: "99"', available,
                           f"group: {self.owners[block]}", f"extendedBy: {self.longer[block]}")
        for group, departments in self.groups.items():
            listed = ", ".join(f"{{name: {d}, was: {w}}}" if w else f"{{name: {d}}}" for d, w in departments.items())
            yield renamed(document("Group", group, f"departments: [{listed}]"), self.was.get(f"group/{group}", ""))
        for name, ranges in self.profiles.items():
            yield renamed(profile(name, *ranges), self.was.get(f"profile/{name}", ""))
        yield from (person.written() for person in self.people.values())


@lru_cache(4096)
def parsed(text: str) -> tuple[Document, ...]:
    """The documents of a text; most texts come again every night."""
    return tuple(replace(one, file=f"{one.address}.yaml") for one in read(text))
