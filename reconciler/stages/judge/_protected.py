"""What stays, whatever the manifests say: what is protected by a pattern, by its document, or by its number."""

from collections.abc import Collection, Iterator, Sequence

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff
from reconciler.model.document import Path
from reconciler.model.finding import Breach, Spot
from reconciler.model.resource import Resource
from reconciler.model.selection import matches
from reconciler.model.text import Text

ENDING = (Action.DELETE, Action.REPLACE)
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
THEIRS = Text("Die Löschung kommt nicht aus den Manifesten: Sie liegt im Warenkorb oder ist bestellt. Am Portal "
              "klären, wer sie wollte, und sie dort herausnehmen.",
              "The deletion does not come from the manifests: it lies in the cart or is ordered. Find out at the "
              "portal who wanted it, and take it out there.")
HERE = Text("geschützt durch dieses Muster", "protected by this pattern")


def protected(diff: Diff, patterns: Sequence[str], leaving: Collection[Address]) -> Iterator[Breach]:
    """Every change that would delete or replace what stays.

    ``leaving`` are those whose deletion lies in the cart already: unless it is taken out, it would be bought.
    """
    central = {b.body.block.central for b in diff.before.of("numberblock").values() if b.body.block}
    changed = {c.address for c in diff.changes}
    for change in diff.changes:
        if change.action in ENDING:
            yield from _breach(change, patterns, central, diff)
    for address in sorted(set(leaving) - changed):
        gone = Change(address, Action.DELETE, "leaving", before=diff.before.get(address))
        yield from _breach(gone, patterns, central, diff)


def number(resource: Resource | None) -> str:
    """The public number of a resource; empty if it has none."""
    held = getattr(resource.body, "number", None) if resource else None
    return held.external if held else ""


def _breach(change: Change, patterns: Sequence[str], central: Collection[str], diff: Diff) -> Iterator[Breach]:
    names = [r.address for r in (change.before, change.after) if r]
    fitting = next((n for n, pattern in enumerate(patterns) if any(matches(a, (pattern,)) for a in names)), None)
    values: dict[str, Text | str] = {"address": str(change.address)}
    if fitting is not None:
        way = TAKE_IN if change.action is Action.DELETE else THEIRS if change.reason == "leaving" else LOOSEN
        values["cause"] = f"policy.protect: {patterns[fitting]}"
        help_ = way.filled({"address": str(change.address), "pattern": patterns[fitting]})
        spots = tuple(Spot(address, ("policy", "protect", fitting), HERE) for address in _settings(diff))
        yield Breach("PROTECTED", change.address, (), values, spots, help=help_)
    elif change.after and getattr(change.after.body, "protect", False):
        path: Path = ("protect",)
        yield Breach("PROTECTED", change.address, path, {**values, "cause": DOCUMENT}, help=UNPROTECT)
    elif number(change.before) in central:
        yield Breach("PROTECTED", change.address, (), {**values, "cause": CENTRAL}, help=MOVE)


def _settings(diff: Diff) -> list[Address]:
    return [r.address for r in diff.after.of("workspace").values()]
