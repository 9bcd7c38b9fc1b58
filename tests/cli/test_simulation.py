"""A planner that is wrong: the plan is played on the portal's own rules, and what it would refuse is no plan."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.model.plan import Wave
from reconciler.planning import draft
from reconciler.stages.order.lower import lower
from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish

ANNA, BERT = seat("anna.schmidt", "58"), seat("bert.maier", "59")
DORA, HEIR = seat("dora.dorn", "60"), seat("emil.ernst", "60")
ANALYST = seat("anna.schmidt", "58", "packages: [call-analytics]")
BASE = COMPANY.replace("quota: 200", "packages: [call-analytics-basic], quota: 200")
END = Order("wrong", "cart", "cancel", Address("company", "lindenhof"), item="call-analytics-basic")
Waves = Sequence[Wave]


def backwards(waves: Waves) -> Waves:
    """Each day's orders in the opposite order."""
    return [replace(wave, orders=tuple(reversed(wave.orders))) for wave in waves]


def early(waves: Waves) -> Waves:
    """What waits goes a day too early."""
    first, *later = waves
    return [first, *(replace(w, not_before=w.not_before - timedelta(days=1)) for w in later)]


def at_once(waves: Waves) -> Waves:
    """Nothing waits for anything."""
    return [Wave(waves[0].not_before, tuple(o for wave in waves for o in wave.orders))]


def needless(waves: Waves) -> Waves:
    """The company's package ends while a workplace begins to need it: the portal sees that only on the day."""
    first, *later = waves
    return [replace(first, orders=(END, *first.orders)), *later]


NEEDED = "workplace/anna.schmidt still needs call-analytics-basic"
WRONG = {
    "order": (backwards, [seat("anna.schmidt", "59"), seat("bert.maier", "58"), DORA],
              ("NUM-4", "change of workplace/", "belongs to workplace/")),
    "term": (early, [seat("anna.schmidt", "61"), BERT],
             ("TERM-1", "deletion of workplace/dora.dorn on 2027-01-18", "")),
    "at once": (at_once, [ANNA, BERT, HEIR], ("NUM-4", "activation of workplace/emil.ernst", "dora.dorn")),
    "at delivery": (needless, [ANALYST, BERT, DORA],
                    ("PKG-5", "cancellation of call-analytics-basic for company/", NEEDED)),
}


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Three workplaces, one of them within its term, and a package of the company whose term is over."""
    folder = office(tmp_path, [ANNA, BERT], [], unmanaged="delete")
    for documents, day in (([ANNA, BERT], "2026-12-20"), ([ANNA, BERT, DORA], "2026-12-23")):
        wish(folder, BASE, *documents)
        assert reconciler(folder, "apply", "--yes").exit == 0
        assert reconciler(folder, "order", "--yes").exit == 0
        assert reconciler(folder, "portal", "advance", "--to", day).exit == 0
    return folder


@pytest.fixture(params=WRONG)
def broken(there: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str, str]:
    """A wish and a planner that gets it wrong; the rule, the step and the reason by which that is seen."""
    spoil, documents, expected = WRONG[request.param]
    wish(there, BASE, *documents)
    right: Callable[..., Waves] = lower
    monkeypatch.setattr(draft, "lower", lambda *args: tuple(spoil(right(*args))))
    return expected


def test_a_wrong_plan_is_no_plan(there: Path, broken: tuple[str, str, str]):
    """It exits with 3, names the step, its day, the rule and the portal's reason; and apply changes nothing."""
    rule, step, reason = broken
    said = unchanged(there, "plan", "--output", "json")
    errors: list[dict[str, Any]] = [f for f in json.loads(said.out)["findings"] if f["severity"] == "error"]
    assert said.exit == 3
    assert rule in [e["rule"] for e in errors]
    assert [e for e in errors if e["rule"] == rule and step in e["message"] and reason in e["message"]
            and "The portal would refuse the" in e["message"]]
    assert unchanged(there, "apply", "--yes").exit == 3
    assert "Das Portal würde die" in " ".join(unchanged(there, "plan", "--lang", "de").out.split())


def test_whoever_does_not_want_to_know(there: Path, broken: tuple[str, str, str]):
    """``--no-simulate`` leaves it out."""
    rule, *_ = broken
    told = json.loads(unchanged(there, "plan", "--no-simulate", "--output", "json").out)
    assert rule not in [f["rule"] for f in told["findings"]]
    assert told["waves"]


def test_the_plan_itself_is_good(there: Path):
    """Without the mistake all of these wishes are planned."""
    for _, documents, _ in WRONG.values():
        wish(there, BASE, *documents)
        assert unchanged(there, "plan").exit == 0
