"""What is counted in a report, and the line that sums it up."""

from collections import Counter
from collections.abc import Iterable
from typing import assert_never

from reconciler.model.change import Action, Change
from reconciler.model.finding import Severity
from reconciler.model.order import Order
from reconciler.model.report import Report
from reconciler.model.sections import (
    Audit,
    Calm,
    Cart,
    Chosen,
    Costs,
    Differences,
    Emergency,
    Figures,
    Findings,
    Guards,
    LeftAlone,
    Manual,
    NoDrift,
    Notes,
    Numbers,
    Outcomes,
    Outlook,
    Purchase,
    Section,
    Steps,
    Stuck,
    Unbought,
    Underway,
    Waiting,
)
from reconciler.model.term import Terms
from reconciler.views.say import words
from reconciler.views.say import words_cart as own
from reconciler.views.say import words_looking as looking
from reconciler.views.say.calm import calm_sentence
from reconciler.views.say.outcome import outcome_counts
from reconciler.views.say.position import bought_sentence
from reconciler.views.say.term import parts_counted
from reconciler.views.spoken import Spoken


def summary(report: Report, voice: Spoken) -> str:
    """Counts in one line, of what tells most; of findings where there is nothing else. No word of others is in it."""
    found = report.get(Findings) or Findings()
    told = (_counted(section, report, voice) for section in reversed(report.sections))
    return next((line for line in told if line is not None), finding_counts(found, voice))


def says_nothing(report: Report) -> bool:
    """Whether there is nothing but errors: of what could not be read nothing is said."""
    found = report.get(Findings) or Findings()
    steps = report.get(Steps) or report.get(Differences)
    return found.broken and steps is not None and not _changes(steps)


def _counted(section: Section, report: Report, voice: Spoken) -> str | None:  # noqa: PLR0911 - one case a section
    """The line of a section, if it has one; the later one tells more."""
    match section:
        case Steps() | Differences() if says_nothing(report):
            return None
        case Steps(plan):
            return None if report.get(Calm) else _tallies(plan.changes, report, voice)
        case Differences(changes):
            waiting = report.get(Waiting) or Waiting()
            pending = f"{voice.number(waiting.addresses)} {voice.say(looking.PENDING_COUNT)}"
            return f"{_tallies(changes, report, voice)}, {pending}"
        case Outcomes():
            return outcome_counts(section, voice)
        case Calm():
            return calm_sentence(section, voice)
        case Cart(positions):
            return voice.count(len(positions), own.POSITIONS)
        case Purchase():
            return bought_sentence(section, voice)
        case Terms():
            return parts_counted(section, voice)
        case (Audit() | Chosen() | Costs() | Emergency() | Figures() | Findings() | Guards() | LeftAlone() | Manual()
              | NoDrift() | Notes() | Numbers() | Outlook() | Stuck() | Unbought() | Underway() | Waiting()):
            return None
        case _:
            assert_never(section)


def finding_counts(found: Findings, voice: Spoken) -> str:
    """``2 errors, 1 warning in 40 documents``."""
    errors = voice.count(found.count(Severity.ERROR), words.ERRORS)
    warnings = voice.count(found.count(Severity.WARNING), words.WARNINGS)
    where = voice.count(found.documents, words.IN_DOCUMENTS) if found.documents else ""
    return f"{errors}, {warnings} {where}".rstrip()


def by_way(orders: Iterable[Order]) -> tuple[int, int, int, int]:
    """How many orders go into the cart, change what lies there, take something out of it, and take effect at once."""
    ways = Counter("direct" if o.channel == "direct" else o.verb if o.verb in ("change", "withdraw") else "cart"
                   for o in orders)
    return ways["cart"], ways["change"], ways["withdraw"], ways["direct"]


def _changes(steps: Steps | Differences) -> tuple[Change, ...]:
    return steps.plan.changes if isinstance(steps, Steps) else steps.changes


def _tallies(changes: Iterable[Change], report: Report, voice: Spoken) -> str:
    """``2 create, 1 update, …``: addresses, in a fixed order, zeros too."""
    found, stuck = Counter(change.action for change in changes), report.get(Stuck) or Stuck()
    counts = [f"{voice.number(found[action])} {voice.say(words.ACTIONS[action])}" for action in Action]
    return ", ".join([*counts, f"{voice.number(stuck.addresses)} {voice.say(words.BLOCKED_COUNT)}"])
