"""Laws of plan files: stopped after any order, the same file completes what it approved; the cart is what it said."""

from functools import partial

from reconciler.model.order import Order
from reconciler.model.position import Observation
from reconciler.stages.judge.approve import approve
from reconciler.stages.judge.verify import verify
from reconciler.stages.order.lower import reference
from tests.engine.engine import KIT, portal_of, send
from tests.engine.pairs import held, pairs, rest, story


@pairs
def test_the_rest_of_a_plan_is_what_a_fresh_plan_would_do(first: str, then: str) -> None:
    """After each prefix all that was sent is there, and the rest of the file is in a plan made now, or ends alike."""
    planned = story(first, then).rounds[0].draft.plan
    portal = portal_of(held(first))
    for sent in range(len(planned.due) + 1):
        send(portal, planned.due[max(sent - 1, 0) : sent])
        now = portal.observe()
        known = {str(o.ref) for o in planned.due if portal.find(str(o.ref))}
        missing = {o.ref for o in verify(planned.due, now, portal.positions(), KIT.kinds)}
        fresh = rest(portal, then).due

        there = partial(_there, missing)
        approval = approve(planned.due, fresh, known, there, partial(_named, now))

        assert not approval.breaches, [(sent, b.address, b.values) for b in approval.breaches]
        assert [o.ref for o in approval.orders[:sent]] == [o.ref for o in planned.due[:sent]]
        detours = {o.ref for o in approval.orders} ^ {o.ref for o in planned.due}
        assert not detours or 0 < sent < len(planned.due)
    lying = {p.ref: p.digest for p in portal.observe(()).positions if p.ours and p.state == "in-cart"}
    assert lying == planned.cart


def _there(missing: set[str | None], order: Order) -> bool:
    return order.ref not in missing


def _named(now: Observation, order: Order) -> str:
    return reference(order, order.expects, now)
