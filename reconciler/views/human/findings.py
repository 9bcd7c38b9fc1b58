"""Findings for a terminal: the user's own line, the wrong piece underlined, why, and the way out."""

from collections.abc import Iterator, Sequence

from reconciler.model.finding import Finding, Severity
from reconciler.model.inert import cells, inert, spelt
from reconciler.model.place import Place
from reconciler.views.human.layout import clip, fitting, wrap
from reconciler.views.human.style import paint, paint_first
from reconciler.views.say import words
from reconciler.views.say.finding import in_order
from reconciler.views.spoken import MORE
from reconciler.views.view import Options

MOST = 50
"""So many findings are shown; of the others there is a count."""
ALIKE = 3
"""More than so many of one rule, if they are no errors, are folded."""

EXCERPT = 1_000
"""Columns of a line of the user's that are shown at most: it is a picture of the place, and the place is named."""


def finding_lines(findings: Sequence[Finding], options: Options) -> list[str]:
    """Errors, then warnings, then hints, each in the order of the files."""
    lines: list[str] = []
    voice = options.voice
    hints = [f for f in findings if f.severity is Severity.INFO]
    if options.concise:
        findings = [f for f in findings if f.severity is not Severity.INFO]
    room, left = MOST, len(findings)
    for group in _groups(in_order(findings), options):
        if min(len(group), ALIKE) > room:
            break
        room -= min(len(group), ALIKE)
        left -= len(group)
        lines += _told(group, options)
    lines += [voice.count(left, words.MORE_FINDINGS)] if left else []
    lines += [voice.count(len(hints), words.HINTS)] if hints and options.concise else []
    return lines[:-1] if lines and not lines[-1] else lines


def _told(group: Sequence[Finding], options: Options) -> list[str]:
    """A block for what has to be mended; a hint only says its sentence."""
    if options.concise:
        return [_brief(group, options)]
    if group[0].severity is Severity.INFO and not options.full:
        return [*_hint(group, options), ""]
    return [*_block(group, options), ""]


def _hint(group: Sequence[Finding], options: Options) -> list[str]:
    lines = _headline(group[0], options)
    names = [str(a) for f in group for a in (f.address, *f.others) if a]
    return lines + (wrap(options.voice.listed(names[:ALIKE], len(names)), options.width, "    ") if names else [])


def _groups(findings: Sequence[Finding], options: Options) -> Iterator[list[Finding]]:
    alike: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.severity, finding.rule), []).append(finding)
    for finding in findings:
        same = alike[finding.severity, finding.rule]
        if len(same) <= ALIKE or finding.severity is Severity.ERROR or options.full:
            yield [finding]
        elif same[0] is finding:
            yield same


def _brief(group: Sequence[Finding], options: Options) -> str:
    first, voice = group[0], options.voice
    severity = voice.say(words.SEVERITIES[first.severity])
    spot = first.place or first.address
    where = inert(f"{spot}: ") if spot else ""
    left = sum(1 + len(f.others) for f in group) - 1
    tail = f" ({voice.count(left, MORE)})" if left else ""
    text = f"{severity}[{inert(first.rule)}] {inert(voice.say(first.message))}"
    room = max(options.width - cells(where) - cells(tail), 30)
    return where + paint(clip(text, room) if options.cut else text, first.severity, colour=options.colour) + tail


def _block(group: Sequence[Finding], options: Options) -> list[str]:
    first, *rest = group
    voice = options.voice
    also = first.also if options.full else first.also[:ALIKE]
    left = len(first.also) - len(also)
    places = [p for p in (first.place, *(r.place for r in also)) if p]
    gutter = " " * max((len(str(p.line)) for p in places), default=1)
    lines = _headline(first, options)
    lines += _where(first, gutter, options)
    if first.place:
        lines += _snippet(first.place, gutter, "^", options)
    for related in also:
        lines += [f"{gutter}... {inert(f'{related.place}  {voice.say(related.label)}')}".rstrip()]
        lines += _snippet(related.place, gutter, "-", options)
    lines += [f"{gutter}... {voice.count(left, MORE)}"] if left else []
    for label, text in ((words.WHY, first.why), (words.HELP, first.help), (words.SOURCE, first.source)):
        if voice.say(text):
            lines += wrap(voice.say(text), options.width, f"{gutter} = {voice.say(label)}: ")
    return lines + _alike(rest, gutter, options)


def _headline(finding: Finding, options: Options) -> list[str]:
    voice = options.voice
    title = f"{voice.say(words.SEVERITIES[finding.severity])}[{inert(finding.rule)}]"
    lines = wrap(voice.say(finding.message), options.width, f"{title}: ", "    ")
    return paint_first(lines, title, finding.severity, colour=options.colour)


def _where(finding: Finding, gutter: str, options: Options) -> list[str]:
    what = inert(" ".join(str(x) for x in (finding.address, finding.path) if x))
    if not finding.place:
        return [f"{gutter}--> {what}"] if what else []
    arrow = f"{gutter}--> {inert(str(finding.place))}"
    if cells(arrow) + 2 + cells(what) <= options.width:
        return [f"{arrow}  {what}".rstrip()]
    return [arrow, *wrap(what, options.width, f"{gutter}    ")]


def _snippet(place: Place, gutter: str, mark: str, options: Options) -> list[str]:
    """The line with its number, and below it the mark under the piece."""
    if not place.text:
        return []
    start, stop = place.column - 1, place.column - 1 + max(place.width, 1)
    chars = spelt(place.text.rstrip())
    before, piece, after = ("".join(part) for part in (chars[:start], chars[start:stop], chars[stop:]))
    before, piece, after = _window(before, piece, after, min(options.width, EXCERPT) - len(gutter) - 3)
    under = paint(mark * max(cells(piece), 1), "error" if mark == "^" else "info", colour=options.colour)
    return [
        f"{gutter} |",
        f"{place.line:>{len(gutter)}} | {before}{piece}{after}",
        f"{gutter} | {' ' * cells(before)}{under}",
    ]


def _window(before: str, piece: str, after: str, room: int) -> tuple[str, str, str]:
    """The part of a long line around the piece, with ``…`` where it is cut."""
    if cells(before + piece + after) <= room:
        return before, piece, after
    piece = clip(piece, room - 2)
    left = max(room - cells(piece) - min(cells(after), 12), 1)
    if cells(before) > left:
        before = "…" + (fitting(before[::-1], left - 1)[::-1] if left > 1 else "")
    return before, piece, clip(after, max(room - cells(before + piece), 1)) if after else ""


def _alike(rest: Sequence[Finding], gutter: str, options: Options) -> list[str]:
    """Where else the same rule is broken."""
    if not rest:
        return []
    head = f"{gutter} = {options.voice.say(words.ALSO)}: "
    hang = " " * cells(head)
    spots = [inert("  ".join(str(x) for x in (f.place, f.address) if x)) for f in rest[: ALIKE - 1]]
    lines = [(head if n == 0 else hang) + spot for n, spot in enumerate(spots)]
    left = len(rest) - len(spots)
    return [*lines, hang + options.voice.count(left, MORE)] if left > 0 else lines
