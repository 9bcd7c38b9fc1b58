"""Rules are values: a sentence in two languages, a source, two examples and a check."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from reconciler.model.change import Change, Diff
from reconciler.model.finding import Breach, Severity
from reconciler.model.noun import noun
from reconciler.model.resource import Resource, State
from reconciler.model.text import NOTHING, Text
from reconciler.model.unread import Unread

T = TypeVar("T")


@dataclass(slots=True)
class Facts:
    """What a rule may look at: the state as it will be, as it is, and the day.

    ``after`` holds the wishes and all that stays although no manifest names it. ``before`` is the projected
    portal, empty where no portal was asked. ``diff`` is None until both were compared. ``asked`` is False where
    the manifests alone are looked at, and ``complete`` where something may be there then that no manifest names.
    ``lost`` are the kinds of which a document could not be read: more of them may be wished than anybody sees.
    """

    after: State
    before: State = field(default_factory=State)
    today: date = date.min
    diff: Diff | None = None
    wished: State = field(default_factory=State)
    mail_domains: tuple[str, ...] = ()
    asked: bool = True
    complete: bool = True
    lost: frozenset[str] = frozenset()
    _memory: dict[Callable[..., Any], Any] = field(default_factory=dict)
    _unknown: set[Callable[..., Any]] = field(default_factory=set)

    def index(self, make: "Callable[[Facts], T]") -> T:
        """What ``make`` finds in these facts; made once, however many rules ask.

        Raises:
            Unread: if it depends on what could not be read.
        """
        found: T
        if make in self._memory:
            found = self._memory[make]
        elif make in self._unknown:
            raise Unread
        else:
            try:
                found = self._memory[make] = make(self)
            except Unread:
                self._unknown.add(make)
                raise
        return found

    def need_all(self, *kinds: str) -> None:
        """Asked by whoever counts these kinds, or concludes something from what of them is not there.

        Raises:
            Unread: if a document of one of these kinds could not be read.
        """
        if not self.lost.isdisjoint(kinds):
            raise Unread


EachCheck = Callable[[Resource, Facts], Iterable[Breach]]
WholeCheck = Callable[[Facts], Iterable[Breach]]
ChangeCheck = Callable[[Change, Facts], Iterable[Breach]]
ChoreCheck = Callable[[Resource, Resource | None], Iterable[Breach]]
"""A wish, and what is active of it, if anything; what it finds is left to a person."""


@noun
class Example:
    """Documents that break the rule, or keep it, put over the base company of the tests.

    ``portal`` are documents that the portal already holds, for rules that look at a change. ``asked`` is False for
    what is told only where no portal is asked.
    """

    manifests: str
    portal: str = ""
    asked: bool = True


@noun
class Rule:
    """One rule.

    Exactly one of ``each`` (called for every resource of the kinds ``of``), ``whole`` (called once) and
    ``change`` (called for every change) is set, or none where another stage reports it while reading.
    ``portal`` says that the portal itself refuses what breaks it: a single resource in every order, the ``whole`` when
    it is bought (and all of it in the facts that a portal for rehearsal is made from).
    ``silenceable`` is False for dialling safety; errors can never be silenced. ``asks`` means that the plan
    needs ``--allow ID=N``. ``once`` says of a rule that looks at resources that it falls silent once something is done,
    as a rule on changes does anyway: it speaks of what is new, or where no portal was asked. ``grouped`` says that
    one answer mends all that break it in the same words, so that they are one finding. ``chores`` finds what a person
    must do at the portal: each is a line of the list of work by hand, worded as ``fix``. ``fix_otherwise`` is the way
    out where there is nothing to suggest.
    """

    id: str
    severity: Severity
    title: Text
    message: Text
    why: Text
    fix: Text
    source: Text
    of: tuple[str, ...] = ("workplace",)
    each: EachCheck | None = None
    whole: WholeCheck | None = None
    change: ChangeCheck | None = None
    portal: bool = False
    silenceable: bool = True
    asks: bool = False
    once: bool = False
    grouped: bool = False
    chores: ChoreCheck | None = None
    bad: Example | None = None
    good: Example | None = None
    fix_otherwise: Text = NOTHING

    def errors(self, resource: Resource, facts: Facts) -> Iterator[Breach]:
        """What of a single resource breaks this rule and is an error."""
        if self.each is None or resource.address.kind not in self.of:
            return iter(())
        return self.only_errors(self.each(resource, facts))

    def only_errors(self, breaches: Iterable[Breach]) -> Iterator[Breach]:
        """Those of its breaches that are errors."""
        return (breach for breach in breaches if (breach.severity or self.severity) is Severity.ERROR)
