"""A report: all that one command has to say; a view is a function of this."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from typing import NamedTuple, Self, TypeVar

from reconciler.model.finding import Finding
from reconciler.model.message import Said
from reconciler.model.noun import noun
from reconciler.model.order import Receipt
from reconciler.model.plan import Plan
from reconciler.model.position import Observation
from reconciler.model.rule import Rule
from reconciler.model.sections import Findings, Outcomes, Purchase, Section, Steps
from reconciler.model.text import NOTHING, Text

Part = TypeVar("Part", bound=Section)


class Origin(NamedTuple):
    """Which portal a report speaks of."""

    driver: str
    company: str
    origin: str
    revision: str

    @classmethod
    def of(cls, observation: Observation) -> Self:
        """The portal that was observed."""
        return cls(observation.driver, observation.company, observation.origin, observation.revision)


@noun
class Head:
    """Which command it was, for people its ``title``; how it ended, and of what it tells.

    ``command`` is for machines to read: nothing after the command asks for it. ``exit`` is the exit code, ``digest``
    the plan's.
    """

    command: str
    title: Text = NOTHING
    exit: int = 0
    as_of: date | None = None
    portal: Origin | None = None
    digest: str = ""


@noun
class Secrets:
    """What must be known of a report to show it to strangers.

    ``personal`` are the paths of fields about people (empty: nobody said, so all of them may be), ``people`` the
    folders in which files are named after them. ``rules`` are, by id, the rules that the report names: what they
    say in general stands in for sentences with personal data.
    """

    personal: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    rules: Mapping[str, Rule] = field(default_factory=dict)

    def also(self, more: "Secrets") -> "Secrets":
        """With the people and the rules of another; which fields are about people is the same for all reports."""
        return replace(self, people=self.people | more.people, rules={**self.rules, **more.rules})


@noun
class Report:
    """One command's result: a head, sections in the order in which they are to be read, and the last sentence."""

    head: Head
    sections: tuple[Section, ...] = ()
    closing: Said = NOTHING
    secrets: Secrets = field(default_factory=Secrets)

    def get(self, part: type[Part]) -> Part | None:
        """The section of this type, if there is one."""
        return next((s for s in self.sections if isinstance(s, part)), None)

    def having(self, *parts: Section) -> "Report":
        """The report with these sections in place of those of the same types; new ones come last."""
        new = {type(p): p for p in parts}
        kept = tuple(new.pop(type(s), s) for s in self.sections)
        return replace(self, sections=(*kept, *new.values()))

    def ending(self, code: int, closing: Said) -> "Report":
        """The report with another exit code and last sentence."""
        return replace(self, head=replace(self.head, exit=code), closing=closing)

    @property
    def exit(self) -> int:
        """The exit code."""
        return self.head.exit

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """What the portal said to orders, or to a purchase."""
        return next((s.receipts for s in self.sections if isinstance(s, Outcomes | Purchase)), ())

    @property
    def acted(self) -> bool:
        """Whether something was sent to the portal, so that the report must be told, come what may."""
        return bool(self.receipts)

    @property
    def plan(self) -> Plan | None:
        """The plan that the report tells of, if it does."""
        steps = self.get(Steps) or self.get(Outcomes)
        return steps.plan if steps else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks have to say."""
        found = self.get(Findings)
        return found.findings if found else ()
