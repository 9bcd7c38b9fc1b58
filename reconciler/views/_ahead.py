"""What is read before the waves of a plan, and what is left alone; long lists are cut with a count."""

from reconciler.model.change import Action
from reconciler.model.consequences import Handover
from reconciler.model.inert import inert
from reconciler.model.position import Position
from reconciler.views import _words as words
from reconciler.views._describe import Known, step
from reconciler.views._layout import listed, wrap
from reconciler.views._sheet import Sheet, heading, most, row
from reconciler.views._yes import consequences, emergencies, emergency_words

_ROWS = 20
"""So many rows about emergency calls or numbers are shown unless all are asked for."""


def yes_section(on: Sheet) -> list[str]:
    """What the plan brings with it; in short one line for each, with names only where all of them fit."""
    language, width = on.options.language, on.options.width
    lines: list[str] = []
    if not (on.plan.waves or on.plan.blocked):  # a rule is broken: there is nothing to say yes to
        return lines
    for consequence in consequences(on.report, language):
        told = wrap(consequence.told(most(on), language), width, "  ", "    ")
        if on.options.detail == "concise" and (len(told) > 1 or len(consequence.names) > most(on)):
            told = wrap(consequence.counted(language), width, "  ", "    ")
        lines += told
    return [*heading(words.BEFORE_YES.of(language), on.options), *lines] if lines else []


def emergency_section(on: Sheet) -> list[str]:
    """Which changes touch emergency calls, and by what."""
    touched, language = emergencies(on.report), on.options.language
    if not touched:
        return []
    title = words.EMERGENCY.of(language)
    if on.options.detail == "concise":
        short = len(touched) <= most(on)
        names = ", ".join(a for a, _ in touched) if short else words.CHANGED.of(len(touched), language)
        return wrap(names, on.options.width, f"{title}: ", "  ")
    rows = [line for address, fields in touched[: _rows(on)]
            for line in row(on, "", address, emergency_words(fields, language))]
    return [*heading(title, on.options), *rows, *_rest(on, len(touched))]


def numbers_section(on: Sheet) -> list[str]:
    """Which number goes from whom to whom."""
    language, numbers = on.options.language, on.report.numbers
    if not numbers:
        return []
    title = words.NUMBERS.of(language)
    if on.options.detail == "concise":
        free = sum(h.taker is None for h in numbers)
        counts = ((words.PASSED, len(numbers) - free), (words.FREE, free))
        return wrap(", ".join(c.of(n, language) for c, n in counts if n), on.options.width, f"{title}: ", "  ")
    told = ((f"{' ' * 6}{inert(h.number)}  ", handed(h, language, on.known)) for h in numbers[: _rows(on)])
    rows = [line for front, said in told for line in wrap(said, on.options.width, front, " " * 10)]
    return [*heading(title, on.options), *rows, *_rest(on, len(numbers))]


def handed(handover: Handover, language: str, of: Known) -> str:
    """From whom to whom, in words; where nobody takes it, with the other number that its holder gets."""
    sentence = (words.PASSES if handover.taker else words.FREED).of(language)
    said = sentence.format(giver=handover.giver, taker=handover.taker)
    change = None if handover.taker else of.changes.get(handover.giver)
    new = [f.after for f in change.fields if f.path == "number.external" and f.after] if change else []
    if new and change and change.action in (Action.UPDATE, Action.REPLACE):
        return said + words.INSTEAD.of(language).format(name=change.address, number=new[0])
    return said


def unmanaged_section(on: Sheet) -> list[str]:
    """What no manifest names, told apart where only the policy keeps it from being deleted."""
    kept = set(on.plan.kept)
    names = [str(a) for a in on.plan.unmanaged if a not in kept]
    return _left_alone(on, words.UNMANAGED, names) + _left_alone(on, words.KEPT, [str(a) for a in on.plan.kept])


def foreign_section(on: Sheet) -> list[str]:
    """What others put into the cart or ordered."""
    return _left_alone(on, words.FOREIGN_LEFT, [position(p, on.options.language) for p in on.report.positions])


def position(position: Position, language: str) -> str:
    """A position as one piece of a list: what it does, and to whom."""
    return f"{step(position.verb, position.item, language)} ({position.address})"


def short_together(on: Sheet, *sections: list[str]) -> list[list[str]]:
    """In the short form sections of a line or two follow each other without a gap."""
    return [[line for section in sections for line in section]] if on.options.detail == "concise" else [*sections]


def _left_alone(on: Sheet, word: words.Count, names: list[str]) -> list[str]:
    if not names:
        return []
    text = word.of(len(names), on.options.language)
    if on.options.detail == "concise":
        return wrap(text, on.options.width, "", "  ")
    told = listed(names[: most(on)], len(names), on.options.language)
    return wrap(f"{text}: {told}", on.options.width, "", "  ")


def _rows(on: Sheet) -> int:
    return max(_ROWS, most(on))


def _rest(on: Sheet, count: int) -> list[str]:
    left = count - _rows(on)
    return wrap(words.MORE.of(left, on.options.language), on.options.width, " " * 6) if left > 0 else []
