"""What is not done: what is blocked, what is left alone, and what the guards stop."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from reconciler.model.plan import Blocked
from reconciler.model.sections import Guards, LeftAlone, Stuck
from reconciler.views.human.blocks import Block
from reconciler.views.human.layout import wrap
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.human.style import paint_first
from reconciler.views.say import words
from reconciler.views.say.order import step
from reconciler.views.say.position import brief_position
from reconciler.views.spoken import Count


def left_blocks(section: Stuck | LeftAlone | Guards, on: Sheet) -> Iterator[Block]:
    """One section; the last of them, in short, stand together, and signs are explained where all rows are over."""
    match section:
        case Stuck(blocked):
            yield Block(_stuck(blocked, on.later))
        case LeftAlone():
            beside = "top" if on.calm else "last" if on.options.concise else ""
            yield Block(_unmanaged(section, on), beside)
            yield Block(_foreign(section, on), beside)
            yield Block(on.legend(), "last")
        case Guards():
            yield Block(_guards(section, on), "last")
        case _:
            assert_never(section)


def _stuck(blocked: Iterable[Blocked], on: Sheet) -> Lines:
    """What time alone does not make possible, and what does."""
    lines = [line for one in blocked for line in _blocked(one, on)]
    return [*on.heading(on.voice.say(words.BLOCKED)), *lines] if lines else []


def _blocked(blocked: Blocked, on: Sheet) -> Lines:
    action = step(blocked.action, "", on.voice)
    message, way_out = on.voice.say(blocked.message), on.voice.say(blocked.help)
    text = f"{action}, {blocked.rule}: {message}" if message else f"{action}, {blocked.rule}"
    lines = on.row("!", str(blocked.address), text)
    if way_out and not on.options.concise:
        lines += wrap(way_out, on.options.width, f"{' ' * 8}{on.voice.say(words.HELP)}: ")
    return lines


def _unmanaged(left: LeftAlone, on: Sheet) -> Lines:
    """What no manifest names, told apart where only the policy keeps it from being deleted."""
    names = [str(a) for a in left.unmanaged if a not in left.kept]
    kept, named = list(map(str, left.kept)), on.calm or not on.options.concise
    return [*_counted(words.UNMANAGED, names, on, named=named), *_counted(words.KEPT, kept, on, named=named)]


def _foreign(left: LeftAlone, on: Sheet) -> Lines:
    """What others put into the cart or ordered."""
    return _counted(words.FOREIGN_LEFT, [brief_position(p, on.voice) for p in left.foreign], on,
                    named=not on.options.concise)


def _guards(guards: Guards, on: Sheet) -> Lines:
    """What was allowed, and what stops the plan; the ways out only in short, else they stand below each finding."""
    lines: Lines = []
    if guards.allowances:
        named = ", ".join(f"{name}={n}" for name, n in guards.allowances.items())
        lines += on.hanging(on.voice.say(words.ALLOWED, guards=named))
    if guards.refused:
        text = on.voice.say(words.REFUSED, guards=", ".join(guards.refused))
        lines += paint_first(on.hanging(text), text.split(",")[0], "error", colour=on.options.colour)
    ways = ((finding.rule, on.voice.say(finding.help)) for finding in guards.ways)
    return lines + [line for rule, way in ways if on.options.concise and way for line in on.hanging(f"{rule}: {way}")]


def _counted(word: Count, names: list[str], on: Sheet, *, named: bool) -> Lines:
    if not names:
        return []
    text = on.voice.count(len(names), word)
    return on.hanging(f"{text}: {on.voice.listed(names[: on.most], len(names))}" if named else text)
