"""Blocked steps: time alone does not make them possible.

So it is with what is taken away while somebody uses it who does not leave, and with what waits for a position that
others put into the cart, which may use or hold it: nothing here buys that, and nobody knows when they do. And nothing
is deleted for the sake of what cannot be set up in its place.
"""

from collections.abc import Collection, Mapping, Sequence

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.marks import Ours
from reconciler.model.plan import Blocked
from reconciler.model.references import Reference, references, refers_by, target
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.model.text import Text
from reconciler.stages.order._edges import GONE, Edge, closes, let_go, offers, relied_on
from reconciler.stages.order._paired import Single
from reconciler.stages.order._quotas import Quota

User = tuple[Resource, Reference]


def blockages(
    steps: Sequence[Step], links: Sequence[Edge], diff: Diff, kinds: Mapping[str, Kind]
) -> dict[int, Blocked]:
    """The steps that cannot be sent, by position, with those that wait for them."""
    ending = [n for n, s in enumerate(steps) if not s.sent and (s.verb == "remove" or _shrinks(s, kinds))]
    ended = {steps[n].address for n in ending}
    users = _users(steps, ended, diff, kinds) if ended else {}
    found = {n: Blocked(step.address, step.verb, "ACTIVE", *say.asleep(step)) for n, step in enumerate(steps)
             if step.verb == "book" and not step.sent and _sleeps(step)}
    for n in ending:
        gone = steps[n].verb in GONE
        used = users.get(steps[n].address, ())
        if holding := [user for user in used if gone or closes(steps[n], user[1], kinds)]:
            found[n] = _blocked(steps[n], holding, kinds)
    return with_followers(_relied_on(steps, ending, diff, kinds) | _unbought(steps, links) | found, steps, links)


def _relied_on(
    steps: Sequence[Step], ending: Sequence[int], diff: Diff, kinds: Mapping[str, Kind]
) -> dict[int, Blocked]:
    """What ends although something needs it that others put into the cart."""
    found: dict[int, Blocked] = {}
    needs = [(step, reference) for step in steps if step.theirs for reference in relied_on(step, kinds)]
    for first, reference in needs if ending else ():
        used = target(reference, diff.before)
        for n in (n for n in ending if steps[n].address == used):
            if steps[n].verb in GONE or closes(steps[n], reference, kinds):
                rule = refers_by(kinds[first.address.kind], reference).in_use
                what = say.needed(steps[n].address, reference)
                found[n] = Blocked(steps[n].address, steps[n].verb, rule, *say.unbought(first, what))
    return found


def _unbought(steps: Sequence[Step], links: Sequence[Edge]) -> dict[int, Blocked]:
    found: dict[int, Blocked] = {}
    for first, step, n in ((steps[link.first], steps[link.then], link.then) for link in links if link.carried):
        if first.theirs and not step.sent:
            values = sorted(value for _, value in step.claims & first.releases if first.verb == "activate")
            held = values[0] if values and first.address != step.address else ""
            found[n] = Blocked(step.address, step.verb, "SEQ-1", *say.unbought(first, held))
    return found


def _sleeps(step: Step) -> bool:
    return bool(step.before and step.before.life and step.before.life.state == "inactive")


def _shrinks(step: Step, kinds: Mapping[str, Kind]) -> bool:
    return step.verb in ("update", "cancel") and offers(step, kinds[step.address.kind])


def _users(
    steps: Sequence[Step], ended: Collection[Address], diff: Diff, kinds: Mapping[str, Kind]
) -> dict[Address, list[User]]:
    """Who refers to these resources now and in the end, and does not let go in between."""
    left = {(s.address, reference) for s in steps for reference in let_go(s, kinds)}
    found: dict[Address, list[User]] = {}
    for resource in (r for r in diff.after if not kinds[r.address.kind].mark(Ours)):
        known, kind = diff.before.get(resource.address), kinds[resource.address.kind]
        kept = set(references(kind, known.body)).intersection(references(kind, resource.body)) if known else ()
        for reference in kept:
            used = target(reference, diff.before)
            stays = used != resource.address and (resource.address, reference) not in left
            if used and used in ended and stays:
                found.setdefault(used, []).append((resource, reference))
    return found


def _blocked(step: Step, users: Sequence[User], kinds: Mapping[str, Kind]) -> Blocked:
    """By the rule by which the portal would refuse it."""
    resource, reference = users[0]
    what = say.needed(step.address, reference)
    message, help_ = say.still_used(what, dict.fromkeys(user.address for user, _ in users))
    return Blocked(step.address, step.verb, refers_by(kinds[resource.address.kind], reference).in_use, message, help_)


def stuck(step: Step) -> Blocked:
    """A step that waits for itself by way of others."""
    return Blocked(step.address, step.verb, "SEQ-1", _RING, _RING_HELP)


def unreachable(step: Step) -> Blocked:
    """A step that would leave something without a number for days."""
    return Blocked(step.address, step.verb, "E8", _ALONE, _ALONE_HELP)


def no_room(step: Step, quota: Quota, going: Blocked | None) -> Blocked:
    """A step for which there is no room, whoever goes; ``going`` cannot."""
    return Blocked(step.address, step.verb, quota.mark.rule, *say.no_room_at_all(quota.most, going))


def single(step: Step, one: Single, other: Blocked) -> Blocked:
    """A step that gives somebody what none may have alone, while the ``other`` who is to have it is blocked."""
    return Blocked(step.address, step.verb, one.mark.rule, say.never_alone(one.item, other), other.help)


def with_followers(found: dict[int, Blocked], steps: Sequence[Step], links: Sequence[Edge]) -> dict[int, Blocked]:
    """The blocked steps by place, and all that wait for them or would only make place for them, for the same reason."""
    ahead: dict[int, list[int]] = {}
    for link in links:
        ahead.setdefault(link.first, []).append(link.then)
    made = {step.address: n for n, step in enumerate(steps) if step.verb == "activate" and not step.sent}
    for n, step in enumerate(steps):
        if step.heir in made:
            ahead.setdefault(made[step.heir], []).append(n)
    looked_at = list(found)
    while looked_at:
        first = looked_at.pop()
        for n in ahead.get(first, ()):
            if n not in found:
                cause, step = found[first], steps[n]
                found[n] = Blocked(step.address, step.verb, cause.rule, cause.message, cause.help)
                looked_at.append(n)
    return found


_ALONE = Text("ohne freie Nummer zum Ausweichen wäre der Arbeitsplatz tagelang ohne Rufnummer",
              "with no free number to step aside to the workplace would be without a number for days")
_ALONE_HELP = Text("eine Nummer des Blocks freimachen", "free a number of the block")
_RING = Text("Aufträge warten im Kreis aufeinander", "orders wait for each other in a ring")
_RING_HELP = Text("die Änderung auf zwei Schritte verteilen", "make the change in two steps")
