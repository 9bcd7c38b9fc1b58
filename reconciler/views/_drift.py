"""Drift for a terminal: each field as the portal has it and as the manifest wants it, and what is pending."""

from collections.abc import Iterator

from reconciler.model.change import Action, Change
from reconciler.model.inert import inert
from reconciler.model.pending import Pending
from reconciler.model.plan import Plan
from reconciler.model.report import Report
from reconciler.model.text import Text
from reconciler.views import _words as words
from reconciler.views import _words_looking as own
from reconciler.views._ahead import foreign_section, unmanaged_section
from reconciler.views._counts import chosen, tallies
from reconciler.views._describe import SIGN_OF, differing, shift, step, was
from reconciler.views._layout import wrap
from reconciler.views._manual import manual_section
from reconciler.views._plan import blocked_section
from reconciler.views._sheet import Sheet, heading, row
from reconciler.views._yes import lingering

CHANGES = 2
"""The exit code of drift."""

FIELDS_OF = (Action.UPDATE, Action.REPLACE)
"""Actions whose fields say what differs; of the others the whole resource does."""


def drift_sections(on: Sheet) -> Iterator[list[str]]:
    """What drifted, what is blocked, what is pending, and what no manifest names."""
    language, options = on.options.language, on.options
    lines = [line for change in on.plan.changes for line in _drifted(on, change)]
    yield [*heading(drift_title(on.report).of(language), options), *lines] if lines else []
    calm = own.NO_DRIFT_CHOSEN if chosen(on.report) else own.NO_DRIFT
    yield wrap(f"{(own.ON_ITS_WAY if on.report.pending else calm).of(language)}.",
               options.width) if not on.report.exit else []
    yield [line for left in lingering(on.report, language) for line in wrap(left.told(0, language), options.width)]
    yield blocked_section(on)
    pending = [line for p in on.report.pending for line in _pending(on, p)]
    yield [*heading(own.PENDING.of(language), options), *pending] if pending else []
    yield manual_section(on.report, options)
    yield unmanaged_section(on)
    yield foreign_section(on)
    yield _legend(on)


def drift_title(report: Report) -> Text:
    """What the changes are; where manifests break a rule nobody can say what is due."""
    return own.DRIFTED if report.exit == CHANGES else words.DIFFERENCES


def drift_counts(report: Report, plan: Plan, language: str) -> str:
    """``1 create, …, 0 blocked, 2 pending``: addresses."""
    pending = words.number(len({p.address for p in report.pending}), language)
    return f"{tallies(plan, language)}, {pending} {own.PENDING_COUNT.of(language)}"


def why(change: Change, language: str) -> Iterator[str]:
    """What is to be done, what the resource was called, and why, where no field says it."""
    yield words.ACTIONS[change.action].of(language)
    if was(change):
        yield words.WAS.of(language).format(name=was(change))
    if change.action not in FIELDS_OF and change.reason in words.REASONS:
        yield words.REASONS[change.reason].of(language)


def step_of(pending: Pending, language: str) -> str:
    """What will happen, its state, and on which day: ``book assistant, ordered, takes effect on …``."""
    state, day = own.PENDING_STATES.get(pending.state, (Text(pending.state, pending.state), own.POSSIBLE))
    return ", ".join((step(pending.verb, pending.item, language), state.of(language),
                      day.of(language).format(day=pending.until)))


def reason(pending: Pending, language: str) -> str:
    """Rule and sentence of what it waits for; that it lies in the cart, or is ordered, says enough."""
    if pending.state != "waiting":
        return ""
    return ": ".join(filter(None, (pending.rule, pending.message.of(language))))


def _drifted(on: Sheet, change: Change) -> list[str]:
    language, detail = on.options.language, on.options.detail
    tells = change.action in FIELDS_OF or detail == "full"
    fields = list(differing(change)) if tells else []
    said = [*why(change, language)]
    if detail == "concise":
        said += [shift(f, language) for f in fields]
    lines = row(on, SIGN_OF[change.action], str(change.address), ", ".join(said))
    for field in fields if detail != "concise" else ():
        lines += wrap(shift(field, language), on.options.width, " " * 8, " " * 10)
        place = on.report.places.get((str(change.address), field.path))
        lines += [f"{' ' * 10}--> {inert(place)}"] if place else []
    return lines


def _pending(on: Sheet, pending: Pending) -> list[str]:
    language = on.options.language
    lines = row(on, SIGN_OF.get(pending.verb, "~"), str(pending.address), step_of(pending, language))
    said = reason(pending, language)
    if said and on.options.detail != "concise":
        lines += wrap(said, on.options.width, " " * 8, " " * 10)
    return lines


def _legend(on: Sheet) -> list[str]:
    if on.options.detail == "concise":
        return []
    used = {SIGN_OF[c.action] for c in on.plan.changes} | {SIGN_OF.get(p.verb, "~") for p in on.report.pending}
    used |= {"!"} if on.plan.blocked else set()
    told = ", ".join(f"{mark} {text.of(on.options.language)}" for mark, text in words.SIGNS.items() if mark in used)
    return wrap(f"{words.LEGEND.of(on.options.language)}: {told}", on.options.width, "", "  ") if told else []
