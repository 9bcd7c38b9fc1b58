"""Shows that the generated company loads back and is what it should be.

Read by another parser than the tool's, then by the tool's kinds: so a mistake of the generator is not taken
for one of the tool.
"""

from collections import Counter
from typing import Any

import yaml

from benchmarks.company import Shape, company, defaults, fact, is_changed, seat, wish
from reconciler.kinds import all_kinds
from reconciler.numbers.internal import broken_rule


def _load(text: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return content


def _body(content: dict[str, Any]) -> Any:
    return all_kinds()[content["kind"].lower()].read(content["spec"])


def _scalars(node: object) -> int:
    if isinstance(node, dict):
        return sum(map(_scalars, node.values()))
    return sum(map(_scalars, node)) if isinstance(node, list) else 1


def check(n: int, shape: Shape) -> str:
    """Every document fits its kind, wish and fact agree, nothing is there twice; what was counted."""
    shared = [_load(text) for text in (*company(n, shape), *defaults())]
    bodies = {(c["kind"], c["metadata"]["name"]): _body(c) for c in shared}
    assert len(bodies) == len(shared), "the same kind and name twice"
    blocks = [body for (kind, _), body in bodies.items() if kind == "NumberBlock"]
    by_base = {block.base: block for block in blocks}
    seen: Counter[str] = Counter()
    scalars = size = 0
    for i in range(n):
        s = seat(i, shape, n)
        text = wish(s)
        content = _load(text)
        ours, theirs, changed = _body(content), _body(_load(fact(s))), _body(_load(wish(s, changed=True)))
        assert ours.number == theirs.number and ours.login == theirs.login and ours.user == theirs.user
        assert (ours.group, ours.department, ours.directory_mobile) == (
            theirs.group, theirs.department, theirs.directory_mobile)
        assert set(ours.devices) < set(theirs.devices) and set(ours.packages) <= set(theirs.packages)
        assert (changed != ours) == is_changed(i)
        assert not broken_rule(ours.number.internal)
        block = by_base[ours.number.external[:-2]]
        assert block.holds(ours.number.external) and block.group == ours.group
        assert ("Group", ours.group) in bodies and ("Template", ours.template) in bodies
        assert ("BlockingProfile", theirs.blocking_profile) in bodies
        seen.update((content["metadata"]["name"], ours.number.external, ours.number.internal))
        scalars += _scalars(content)
        size += len(text)
    assert set(seen.values()) == {1}, "a name or number twice"
    return (f"{n} workplaces of {scalars / n:.1f} scalars and {size / n:.0f} bytes, {len(blocks)} blocks, "
            f"{sum(kind == 'Group' for kind, _ in bodies)} groups: fine")
