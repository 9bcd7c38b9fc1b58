"""The guards: how much one plan may do without a counted yes, and what it may never do.

There is no global force: each guard is named, and its permission is a number that is written into the plan.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from reconciler.model.address import Address
from reconciler.model.change import Action, Diff
from reconciler.model.finding import Breach, Finding
from reconciler.model.kind import Kind
from reconciler.model.marks import Unique
from reconciler.model.message import Name, Said, Word, sentence, some
from reconciler.model.noun import noun
from reconciler.model.resource import Resource
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.model.written import AUTO, written
from reconciler.stages.judge._protected import number, protected

SHARES_FROM = 10
"""A percentage counts only from this many existing objects of the kind."""

GROUP_FROM = 5
"""A group of this many workplaces may not lose its last one unnoticed."""

COUNTED = (("deletes", Action.DELETE, "LIMIT-DELETES"), ("updates", Action.UPDATE, "LIMIT-UPDATES"),
           ("creates", Action.CREATE, "LIMIT-CREATES"))


@noun
class Guards:
    """``limits`` by name as written (``5%``, ``50``), ``allowed`` counts by name.

    ``protect`` are patterns of addresses that stay, ``leaving`` are those whose deletion lies in the cart and is to be
    bought, and whether it is ours. ``gone`` are those whose deletion others have bought. With ``buying`` nothing else
    is done now.
    """

    limits: Mapping[str, str]
    allowed: Mapping[str, int] = field(default_factory=dict)
    protect: Sequence[str] = ()
    leaving: Mapping[Address, bool] = field(default_factory=dict)
    gone: Collection[Address] = ()
    buying: bool = False

    def allows(self, name: str, count: int) -> bool:
        """Whether this many are allowed by name; never for what nobody allowed."""
        return count <= self.allowed.get(name, 0)


def guard(
    diff: Diff, guards: Guards, kinds: Mapping[str, Kind], rules: Mapping[str, Rule], findings: Iterable[Finding]
) -> tuple[Breach, ...]:
    """What stops the plan, each with the numbers and the exact way to allow it."""
    return (
        *_limits(diff, guards, kinds),
        *_replaces(diff, guards, kinds),
        *protected(diff, guards.protect, guards.leaving),
        *_empty(diff, guards),
        *_asked(diff, guards, rules, findings),
    )


def _limits(diff: Diff, guards: Guards, kinds: Mapping[str, Kind]) -> Iterator[Breach]:
    for name, action, rule in COUNTED:
        for kind in kinds.values():
            count = sum(c.action is action and c.address.kind == kind.key for c in diff.changes)
            existing = len(diff.before.of(kind.key))
            limit = guards.limits[name]
            if count and _over(count, existing, limit) and not guards.allows(name, count):
                share = _percent(f"{100 * count / existing:.0f}%") if existing else Word("–")
                yield Breach(rule, values={"count": count, "existing": existing, "share": share,
                                           "kind": kind.many if kind.many.en else Word(kind.name),
                                            "limit": _percent(limit), "allow": _allow(name, count)})


def _percent(limit: str) -> Text:
    """A limit as people write it; a mere count is no percentage."""
    return Text(limit.replace("%", " %"), limit)


def _allow(name: str, count: int) -> Word:
    return Word(f"--allow {name}={count}")


def _over(count: int, existing: int, limit: str) -> bool:
    if limit.endswith("%"):
        return existing >= SHARES_FROM and count * 100 > existing * int(limit[:-1])
    return count > int(limit)


def _replaces(diff: Diff, guards: Guards, kinds: Mapping[str, Kind]) -> Iterator[Breach]:
    replaces = [c for c in diff.changes if c.action is Action.REPLACE]
    if replaces and not guards.allows("replaces", len(replaces)):
        yield Breach("REPLACES", replaces[0].address, values={
            "count": len(replaces), "names": some([c.address for c in replaces]),
            "allow": _allow("replaces", len(replaces))})
    lost = [c for c in replaces if c.after and not _number_written(c.after, kinds[c.address.kind])]
    if lost and not guards.allows("numbers", len(lost)):
        numbers = [sentence("{number} ({who})", "{number} ({who})", number=number(c.before), who=c.address)
                   for c in lost]
        yield Breach("NUMBERS", lost[0].address, values={
            "count": len(lost), "numbers": some(numbers), "allow": _allow("numbers", len(lost))})


def _number_written(wish: Resource, kind: Kind) -> bool:
    """Whether the wish names its number. Else, once the old one is gone, nothing remembers which one it was."""
    for leaf in kind.fields:
        unique = leaf.mark(Unique)
        if unique and unique.scope == "number":
            return written(wish, leaf.path) not in (None, AUTO)
    return True


def _empty(diff: Diff, guards: Guards) -> Iterator[Breach]:
    theirs = {address for address, ours in guards.leaving.items() if not ours}
    if guards.buying:  # of our own deletions that was asked when they were put into the cart
        staying = [w for w in _existing(diff) if not (w.leaving or w.address in guards.leaving)]
        emptied = [(group, lost) for group, lost in _lost(diff, staying)
                   if any(w.address in theirs for w in lost) or _with_others(lost, guards)]
    else:
        staying = [w for w in diff.after.of("workplace").values() if w.address not in theirs]
        emptied = [(group, lost) for group, lost in _lost(diff, staying)
                   if not all(w.leaving for w in lost) or _with_others(lost, guards)]
    if emptied and not guards.allows("empty", len(emptied)):
        what = some([_emptied(group, len(workplaces)) for group, workplaces in emptied], "; ")
        yield Breach("EMPTY", values={"what": what, "allow": _allow("empty", len(emptied))})


def _with_others(lost: Iterable[Resource], guards: Guards) -> bool:
    """Whether it takes what lies in the cart and what others have bought: nobody was asked for both."""
    addresses = {workplace.address for workplace in lost}
    return not (addresses.isdisjoint(guards.leaving) or addresses.isdisjoint(guards.gone))


def _lost(diff: Diff, staying: Iterable[Resource]) -> list[tuple[str, list[Resource]]]:
    """The company (no name), or the larger groups, that have no workplace any more, with those that they had."""
    after = _by_group(staying)
    lost = {group: workplaces for group, workplaces in _by_group(_existing(diff)).items() if not after.get(group)}
    if not after:
        return [("", [workplace for workplaces in lost.values() for workplace in workplaces])]
    return [(group, workplaces) for group, workplaces in sorted(lost.items()) if len(workplaces) >= GROUP_FROM]


def _emptied(group: str, count: int) -> Said:
    if group:
        return sentence("Gruppe {group} verlöre alle {count} Arbeitsplätze",
                        "group {group} would lose all {count} workplaces",
                        group=Name(Address("group", group)), count=count)
    if count == 1:
        return Text("der einzige Arbeitsplatz würde gelöscht", "the only workplace would be deleted")
    return sentence("alle {count} Arbeitsplätze würden gelöscht", "all {count} workplaces would be deleted",
                    count=count)


def _existing(diff: Diff) -> Iterator[Resource]:
    """What only lies in the cart is nothing that could be lost: to take it out is no deletion."""
    return (r for r in diff.before.of("workplace").values() if not (r.life and r.life.state == "in-cart"))


def _by_group(workplaces: Iterable[Resource]) -> dict[str, list[Resource]]:
    groups: dict[str, list[Resource]] = {}
    for workplace in workplaces:
        groups.setdefault(workplace.body.group, []).append(workplace)
    return groups


def _asked(
    diff: Diff, guards: Guards, rules: Mapping[str, Rule], findings: Iterable[Finding]
) -> Iterator[Breach]:
    """Warnings of rules that ask for a yes, where the plan touches what they speak of."""
    touched: Callable[[Finding], bool] = _touching(diff)
    asked: dict[str, int] = {}
    for finding in findings:
        if rules[finding.rule].asks and touched(finding):
            asked[finding.rule] = asked.get(finding.rule, 0) + 1
    for rule, count in sorted(asked.items()):
        if not guards.allows(rule, count):
            yield Breach("ASKED", values={"rule": Word(rule), "count": count, "allow": _allow(rule, count)})


def _touching(diff: Diff) -> Callable[[Finding], bool]:
    changed = {c.address: c for c in diff.changes}

    def touched(finding: Finding) -> bool:
        change = changed.get(finding.address) if finding.address else None
        if change is None:
            return False
        return change.action in (Action.CREATE, Action.REPLACE) or any(f.path == finding.path for f in change.fields)

    return touched
