"""What time alone does not make possible: taking away what somebody still uses who does not leave."""

from collections.abc import Mapping, Sequence

from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.marks import Ours
from reconciler.model.plan import Blocked
from reconciler.model.references import Reference, references, target
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.stages import _words
from reconciler.stages._edges import GONE, Edge, offers, takes

User = tuple[Resource, Reference]


def blockages(
    steps: Sequence[Step], links: Sequence[Edge], diff: Diff, kinds: Mapping[str, Kind]
) -> dict[int, Blocked]:
    """The steps that cannot be sent, by position, with those that wait for them."""
    ending = [n for n, s in enumerate(steps) if not s.sent and (s.verb == "remove" or _shrinks(s, kinds))]
    if not ending:
        return {}
    sent = {key: kind for key, kind in kinds.items() if not kind.mark(Ours)}
    users = [(r, ref) for r in diff.after if r.address.kind in sent for ref in references(sent[r.address.kind], r.body)]
    found: dict[int, Blocked] = {}
    for n in ending:
        user = next((u for u in users if _still_needs(u, steps[n], diff)), None)
        if user:
            found[n] = _blocked(steps[n], user)
    return _with_followers(found, steps, links)


def _shrinks(step: Step, kinds: Mapping[str, Kind]) -> bool:
    return step.verb in ("update", "cancel") and offers(step, kinds[step.address.kind])


def _still_needs(user: User, step: Step, diff: Diff) -> bool:
    resource, reference = user
    if reference.kind != step.address.kind or resource.address == step.address:
        return False
    if target(reference, diff.before) != step.address:
        return False
    return step.verb in GONE or takes(step, reference)


def _blocked(step: Step, user: User) -> Blocked:
    resource, reference = user
    message, help_ = _words.still_used(step.address, resource.address)
    return Blocked(step.address, step.verb, "NUM-6" if reference.number else "REF-1", message, help_)


def _with_followers(found: dict[int, Blocked], steps: Sequence[Step], links: Sequence[Edge]) -> dict[int, Blocked]:
    todo = list(found)
    while todo:
        first = todo.pop()
        for link in links:
            if link.first == first and link.then not in found and not steps[link.then].sent:
                cause, step = found[first], steps[link.then]
                found[link.then] = Blocked(step.address, step.verb, cause.rule, cause.message, cause.help)
                todo.append(link.then)
    return found
