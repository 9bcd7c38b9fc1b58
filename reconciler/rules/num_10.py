"""NUM-10: no number begins with another one that is assigned.

Source: this tool. Values: value, other.
"""

from bisect import bisect_right
from itertools import pairwise

from reconciler.model.finding import Breach, Severity, Spot
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import together, workplace
from reconciler.rules._holders import SHOWN
from reconciler.rules._sources import OURS
from reconciler.rules.num_4 import PATH, numbers

LONGER = Text("beginnt mit dieser Nummer", "begins with this number")


def _check(facts: Facts) -> tuple[Breach, ...]:
    plan = sorted(facts.index(numbers).first)
    inside = (n for n, (number, following) in enumerate(pairwise(plan)) if following.startswith(number))
    breaches = (_breach(plan, n, facts) for n in inside)
    return tuple(breach for breach in breaches if breach)


def _breach(plan: list[str], n: int, facts: Facts) -> Breach | None:
    """The finding at the shorter number; None if the portal holds all of them as they are."""
    first, wished = facts.index(numbers).first, facts.wished.of("workplace")
    longer = plan[n + 1 : bisect_right(plan, plan[n] + ":")]
    holder = first[plan[n]]
    if holder.name not in wished and not any(first[number].name in wished for number in longer):
        return None
    also = tuple(Spot(first[number], PATH, LONGER) for number in longer[:SHOWN])
    return Breach("NUM-10", holder, PATH, {"value": plan[n], "other": longer[0]}, also)


RULE = Rule(
    "NUM-10",
    Severity.WARNING,
    Text("Rufnummer ist Anfang einer anderen", "Number is the beginning of another"),
    Text(
        "Mit {value} beginnt auch die vergebene Nummer {other}.",
        "The assigned number {other} also begins with {value}.",
    ),
    Text(
        "Wer die längere Nummer langsam wählt, kann bei der kürzeren landen.",
        "Whoever dials the longer number slowly may end up at the shorter one.",
    ),
    Text("Einer der beiden eine andere Nummer geben.", "Give one of the two another number."),
    OURS,
    whole=_check,
    bad=Example(
        together(
            workplace("b.keller", number='{external: "+49 228 6380-2", internal: "20"}'),
            workplace("c.lang", number='{external: "+49 228 6380-21", internal: "21"}'),
        )
    ),
    good=Example(
        together(
            workplace("b.keller", number='{external: "+49 228 6380-20", internal: "20"}'),
            workplace("c.lang", number='{external: "+49 228 6380-21", internal: "21"}'),
        )
    ),
)
