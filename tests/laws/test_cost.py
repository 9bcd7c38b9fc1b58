"""Laws of sums: nothing left out, nothing invented, and what a plan foretells is what is paid in the end."""

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from jsonschema import Draft202012Validator

from reconciler.commands.opened import Opened
from reconciler.commands.plan import plan_on, plan_text
from reconciler.files.plan import read_plan
from reconciler.model.cost import NOUGHT, Cost
from reconciler.model.money import decimal_text
from reconciler.model.sections import Costs
from reconciler.planning.pricing import cart_cost, plan_cost
from reconciler.wire.cost import cost_json, cost_of
from reconciler.workspace.wishes import Prices, Wishes
from tests.engine.engine import KIT, REQUEST, Round, portal_of, workspace
from tests.engine.pairs import held, pairs, story
from tests.engine.prices import BOOK, PRICED
from tests.engine.worlds import documents

SCHEMA = json.loads((Path(__file__).parents[2] / "specs/schemas/report.schema.json").read_text())
COST = Draft202012Validator({**SCHEMA["$defs"]["CostJson"], "$defs": SCHEMA["$defs"]})


def cost(found: Round) -> Cost:
    """What the plan of a round says that it costs."""
    told = plan_cost(PRICED, found.before, found.draft.plan, KIT).cost
    assert told
    return told


@pairs
def test_lines_are_the_sums(first: str, then: str) -> None:
    """The sums of the lines are the totals; what has no price is named, by a finding too."""
    for found in story(first, then).rounds:
        priced = plan_cost(PRICED, found.before, found.draft.plan, KIT)
        told = priced.cost
        assert told
        assert sum((line.before.sum or NOUGHT for line in told.lines), NOUGHT) == told.monthly.before
        assert sum((line.after.sum or NOUGHT for line in told.lines), NOUGHT) == told.monthly.after
        unpriced = {line.item for line in told.lines if None in (line.before.sum, line.after.sum)}
        assert unpriced <= set(told.unpriced)
        assert [f.rule for f in priced.findings] == ["PRICE-5"] * bool(told.unpriced)
        assert all(item.name in f.message.en for f in priced.findings for item in told.unpriced)


@pairs
def test_what_is_foretold_is_paid(first: str, then: str) -> None:
    """When all was carried out, the next plan begins with the sum that this one ended with."""
    rounds = story(first, then).rounds
    costs = [cost(found) for found in rounds]
    assert costs[-1].monthly.before == costs[-1].monthly.after
    assert {told.monthly.after for told in costs} == {costs[-1].monthly.before}
    for told, following in pairwise(costs):
        assert told.cart
        assert told.cart.after == following.monthly.before


@pairs
def test_the_cart_costs_what_was_planned(first: str, then: str) -> None:
    """What apply put into the cart costs what the plan said, and what it binds."""
    wishes = Wishes([], [], 0, Prices(BOOK))
    for found in story(first, then).rounds:
        refs = {p.ref for p in found.after.positions if p.state == "in-cart"}
        told = cart_cost(wishes, found.after, refs, KIT).cost
        assert told
        assert told.monthly == cost(found).cart


@pairs
def test_a_plan_file_holds_the_cost(first: str, then: str, tmp_path: Path) -> None:
    """Byte for byte, by its schema; and without a price book there is none."""
    observation = portal_of(held(first)).observe()
    for prices in (Prices(), Prices(BOOK)):
        report = plan_on(Opened(KIT, workspace(), Wishes(list(documents(then)), [], 1, prices)), observation, REQUEST)
        path, text = tmp_path / "plan.json", plan_text(report, "en")
        path.write_text(text, encoding="utf-8")
        assert plan_text(read_plan(path), "en") == text
        plain, cost = json.loads(text)["cost"], (report.get(Costs) or Costs()).cost
        assert (plain is None) == (not prices.documents)
        assert cost_of(plain) == cost
        if cost:
            COST.validate(plain)
            assert cost_json(cost_of(plain)) == plain
            assert decimal_text(Decimal(plain["monthly"]["after"]) - Decimal(plain["monthly"]["before"])) == (
                plain["monthly"]["difference"])
