"""What stays, whatever the manifests say: what is protected by a pattern, by its document, or by its number."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff
from reconciler.model.document import Path
from reconciler.model.finding import Breach, Spot
from reconciler.model.message import Message, Said, Value
from reconciler.model.resource import Resource
from reconciler.model.selection import matches
from reconciler.model.text import Text

ENDING = (Action.DELETE, Action.REPLACE)
LIES = "leaving"
"""Why something is deleted by no change of the plan: its deletion lies in the cart and is to be bought."""
DOCUMENT = Text("„protect: true“ im Manifest", "“protect: true” in the manifest")
UNPROTECT = Text("Soll es wirklich weg: erst „protect“ aus dem Manifest nehmen.",
                 "If it shall really go: first take “protect” out of the manifest.")
CENTRAL = Text("die Rufnummer der Zentrale", "the central number")
MOVE = Text("Erst die Zentrale auf einen anderen Arbeitsplatz legen.",
            "First move the central number to another workplace.")
TAKE_IN = Text("{address} wieder in die Manifeste aufnehmen. Soll es wirklich weg: erst „{pattern}“ aus "
               "„policy.protect“ nehmen.",
               "Take {address} back into the manifests. If it shall really go: first take “{pattern}” out of "
               "“policy.protect”.")
LOOSEN = Text("Den Grund des Ersatzes zurücknehmen. Soll es wirklich sein: erst „{pattern}“ aus „policy.protect“ "
              "nehmen.",
              "Take back what makes it a replace. If it shall really be: first take “{pattern}” out of "
              "“policy.protect”.")
THEIRS = Text("Die Löschung kommt nicht aus den Manifesten: Andere haben sie in den Warenkorb gelegt. Am Portal "
              "klären, wer sie wollte, und sie dort herausnehmen; oder ohne --with-foreign bestellen.",
              "The deletion does not come from the manifests: others put it into the cart. Find out at the portal who "
              "wanted it, and take it out there; or order without --with-foreign.")
HERE = Text("geschützt durch dieses Muster", "protected by this pattern")


class Protection(NamedTuple):
    """Why something stays: the ``cause`` in words, the pattern with its place among the others, or a field."""

    cause: Value
    pattern: int | None = None
    path: Path = ()


def protected(diff: Diff, patterns: Sequence[str], leaving: Mapping[Address, bool]) -> Iterator[Breach]:
    """Every change that would delete or replace what stays, but for a deletion that is under way and not bought here.

    ``leaving`` are those whose deletion lies in the cart and would be bought, and whether it is ours.
    """
    central = centrals(diff)
    for change in _ending(diff, leaving):
        found = protection(change.before, change.after, patterns, central)
        if found:
            yield _breach(change, found, patterns, leaving, diff)


def _ending(diff: Diff, leaving: Mapping[Address, bool]) -> Iterator[Change]:
    told: set[Address] = set()
    for change in diff.changes:
        anew = change.action is Action.CREATE and change.before is not None and _name(change) in leaving
        if anew or change.action in ENDING:
            yield change
        if anew or change.action in (*ENDING, Action.WITHDRAW):  # our own is taken out of the cart again
            told.add(_name(change))
    for address in sorted(leaving.keys() - told):
        yield Change(address, Action.DELETE, LIES, before=diff.before.get(address), after=diff.after.get(address))


def protection(
    before: Resource | None, after: Resource | None, patterns: Sequence[str], central: Collection[str]
) -> Protection | None:
    """Why what is there, and wished for or not, stays; None where it need not."""
    names = [r.address for r in (before, after) if r]
    fitting = next((n for n, pattern in enumerate(patterns) if any(matches(a, (pattern,)) for a in names)), None)
    if fitting is not None:
        return Protection(f"policy.protect: {patterns[fitting]}", fitting)
    if after and getattr(after.body, "protect", False):
        return Protection(DOCUMENT, path=("protect",))
    return Protection(CENTRAL) if number(before) in central else None


def centrals(diff: Diff) -> frozenset[str]:
    """The central numbers of all blocks."""
    return frozenset(b.body.block.central for b in diff.before.of("numberblock").values() if b.body.block)


def number(resource: Resource | None) -> str:
    """The public number of a resource; empty if it has none."""
    held = getattr(resource.body, "number", None) if resource else None
    return held.external if held else ""


def _breach(
    change: Change, found: Protection, patterns: Sequence[str], leaving: Mapping[Address, bool], diff: Diff
) -> Breach:
    values: dict[str, Value] = {"address": change.address, "cause": found.cause}
    way: Said = UNPROTECT if found.path else MOVE
    spots = tuple[Spot, ...]()
    if found.pattern is not None:
        loosened = TAKE_IN if change.action is Action.DELETE else LOOSEN
        way = Message(loosened, {"address": change.address, "pattern": patterns[found.pattern]})
        spots = tuple(Spot(address, ("policy", "protect", found.pattern), HERE) for address in _settings(diff))
    if change.action not in ENDING or change.reason == LIES:
        way = way if leaving.get(_name(change), True) else THEIRS
    return Breach("PROTECTED", change.address, found.path, values, spots, help=way)


def _name(change: Change) -> Address:
    return change.before.address if change.before else change.address


def _settings(diff: Diff) -> list[Address]:
    return [r.address for r in diff.after.of("workspace").values()]
