"""explain: rules and fields in words."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from textwrap import fill

from reconciler.errors import UsageProblem
from reconciler.kinds import all_kinds
from reconciler.kinds._explain import ENVELOPE, FIELDS
from reconciler.model.marks import rule_of
from reconciler.model.message import Say, Word, sentence
from reconciler.model.rule import Example, Rule
from reconciler.model.text import Text
from reconciler.rules import all_rules

EXPLAINED = {**ENVELOPE, **FIELDS}
"""Path → its explanation, of what every document has and of what the kinds have."""

PLACEHOLDER = re.compile(r"\{\w+\}")
"""Where a finding puts in the user's own value."""

WORDS = {
    "why": Text("Warum", "Why"), "fix": Text("Abhilfe", "Way out"), "source": Text("Quelle", "Source"),
    "bad": Text("Falsch", "Wrong"), "good": Text("Richtig", "Right"), "example": Text("Beispiel", "Example"),
    "rules": Text("Regeln", "Rules"), "says": Text("Meldung", "Message"),
    "error": Text("Fehler", "error"), "warning": Text("Warnung", "warning"), "info": Text("Hinweis", "info"),
}


GUARDS = ("creates", "updates", "deletes", "replaces", "numbers", "empty")
"""The guards that a counted yes may be given to by name."""


def allowances() -> tuple[str, ...]:
    """All that a counted yes may be given to: the guards, and the rules that ask for one."""
    return (*GUARDS, *(rule.id for rule in all_rules().values() if rule.asks))


def explain_one(subject: str, say: Say) -> str:
    """A rule by its id or a field by its path.

    Raises:
        UsageProblem: for what is neither, with the nearest that is.
    """
    rules = all_rules()
    if subject.upper() in rules:
        return "".join(f"{line}\n" for line in _rule(rules[subject.upper()], say))
    if subject in EXPLAINED:
        return "".join(f"{line}\n" for line in _field(subject, say))
    near = get_close_matches(subject, [*rules, *EXPLAINED], 1)
    hint = near[0] if near else "--list"
    raise UsageProblem(sentence("„{subject}“ ist weder Regel noch Feld. Versuch: reconciler explain {hint}",
                                "“{subject}” is neither a rule nor a field. Try: reconciler explain {hint}",
                                subject=subject, hint=Word(hint)))


def list_all(say: Say) -> str:
    """One line a rule, then one line a field."""
    lines = [f"{r.id:<14} {say(WORDS[r.severity]):<8} {say(r.title)}" for r in all_rules().values()]
    return "".join(f"{line}\n" for line in [*lines, "", *sorted(EXPLAINED)])


def _rule(rule: Rule, say: Say) -> Iterator[str]:
    yield f"{rule.id} ({say(WORDS[rule.severity])}): {say(rule.title)}"
    yield ""
    for name, text in (("says", rule.message), ("why", rule.why), ("fix", rule.fix), ("source", rule.source)):
        if said := say(text):
            yield _paragraph(say(WORDS[name]), PLACEHOLDER.sub("…", said))
    for name, example in (("bad", rule.bad), ("good", rule.good)):
        if example:
            yield ""
            yield say(WORDS[name]) + ":"
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for line in example.manifests.strip("\n").splitlines():
        yield f"    {line}"


def _field(path: str, say: Say) -> Iterator[str]:
    text = EXPLAINED[path]
    yield path
    yield ""
    yield fill(say(text.meaning), 78)
    yield _paragraph(say(WORDS["example"]), text.example)
    if rules := dict.fromkeys((*text.rules, *_marked(path))):
        yield _paragraph(say(WORDS["rules"]), ", ".join(rules))


def _marked(path: str) -> Iterator[str]:
    """The rules that the marks of a field, or of a kind as a whole, speak of."""
    key, _, inside = path.partition(".")
    kind = all_kinds().get(key)
    field = kind.field(inside) if kind and inside else None
    marks = field.marks if field else kind.marks if kind and not inside else ()
    yield from filter(None, map(rule_of, marks))


def _paragraph(name: str, text: str) -> str:
    return fill(f"{name}: {text}", 78, subsequent_indent="  ")
