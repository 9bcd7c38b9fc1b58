"""Laws with files and a database: every world and every example as a folder, and plan files that are applied."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copytree

import pytest

from reconciler.commands.apply import apply
from reconciler.commands.dump import dump
from reconciler.commands.opened import open_all
from reconciler.commands.order import order
from reconciler.commands.plan import plan
from reconciler.commands.portal import advance_portal, init_portal
from reconciler.errors import STALE, PlanFileProblem
from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome
from reconciler.model.position import Observation
from reconciler.model.report import Report
from reconciler.request import Folder, Request
from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.engine.documents import document, together
from tests.engine.dying import Crash, Dying
from tests.engine.engine import ALLOWED, TODAY, Memory, Play, portal_of, seen
from tests.engine.pairs import assert_safe
from tests.engine.worlds import WORLDS

EXAMPLES = sorted(p for p in (Path(__file__).parents[2] / "examples").iterdir() if (p / "portal").is_dir())
SETTINGS = document("Workspace", "acme",
                    'policy: {unmanaged: delete, limits: {deletes: "999999", updates: "999999", creates: "999999"}}')
CHOSEN = [("base", "packages"), ("bare", "chain"), ("swapped", "ring"), ("analytics", "base"), ("handover", "crossed")]


def folder(where: Path, first: str, then: str = "") -> Path:
    """A workspace whose portal is the first world, and whose manifests say the second."""
    (where / "manifests").mkdir(parents=True)
    (where / "reconciler.yaml").write_text(SETTINGS)
    (where / "portal.yaml").write_text(together(WORLDS[first]))
    (where / "manifests" / "all.yaml").write_text(together(WORLDS[then or first]))
    assert not init_portal(Folder(where), (where / "portal.yaml",), TODAY, force=False).exit
    return where


def looked_at(where: Path) -> Observation:
    """The portal of a workspace."""
    found: Observation = connect(open_workspace(where), load_kit()).observe()
    return found


def planned(where: Path) -> Report:
    """What ``plan`` says there."""
    return plan(Request(Folder(where), allow=ALLOWED)).report


def due(where: Path) -> tuple[Order, ...]:
    """The orders that are due there."""
    plan = planned(where).plan
    assert plan
    return plan.due


def applied(where: Path, path: Path, effects: Memory) -> Report:
    """What ``apply`` of a plan file does there."""
    return apply(Request(Folder(where)), path, effects, lambda _: False, lambda _order, _receipt: None)


def assert_stale(where: Path, path: Path) -> None:
    """The plan file is refused: compared with a fresh plan, or with what it touches."""
    with suppress(PlanFileProblem):
        assert applied(where, path, Memory()).exit == STALE


def plan_file(where: Path) -> Path:
    """A plan file for this workspace."""
    path = where / "plan.json"
    path.write_text(plan(Request(Folder(where), allow=ALLOWED)).text or "", encoding="utf-8")
    return path


@pytest.mark.parametrize("world", WORLDS)
def test_round_trip(world: str, tmp_path: Path) -> None:
    """The portal written down as manifests plans nothing, and makes the same portal again."""
    where = folder(tmp_path / "first", world)
    before = looked_at(where)
    dumped = dump(Folder(where), status=True).texts
    (where / "manifests" / "all.yaml").write_text("---\n".join(dumped.values()))
    report = planned(where)
    assert not report.exit
    assert report.plan
    assert not (report.plan.changes or report.plan.waves or report.plan.unmanaged)
    again = tmp_path / "again"
    (again / "manifests").mkdir(parents=True)
    (again / "reconciler.yaml").write_text(SETTINGS)
    entries = (where / "manifests" / "all.yaml",)
    assert not init_portal(Folder(again), entries, TODAY, force=False).exit
    after = looked_at(again)
    assert seen(after, refs=False) == seen(before, refs=False)
    for kind in ("workplace", "company"):
        assert [r.life for r in after.state.of(kind).values()] == [r.life for r in before.state.of(kind).values()]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda p: p.name)
def test_examples(example: Path, tmp_path: Path) -> None:
    """Each example converges, and every order on the way is safe."""
    where = copytree(example, tmp_path / example.name)
    init_portal(Folder(where), (where / "portal",), TODAY, force=True)
    opened = open_all(Request(Folder(where)))
    play = Play(portal_of(looked_at(where).state), opened.wishes.documents,
                opened.workspace.settings.policy.unmanaged)
    play.converge(twice=True)
    assert_safe(play.rounds)
    for found in play.rounds:
        assert {r.outcome for r in found.again} <= {Outcome.ALREADY_PRESENT}
        assert found.fresh
        assert not found.fresh.plan.due


def dying(count: int) -> Iterator[Dying]:
    """Effects that die at the first, the second … of all points of so many orders; a few of them."""
    return (Dying(point) for point in range(0, 4 * count, 5))


@pytest.mark.parametrize(("first", "then"), CHOSEN, ids=["-".join(p) for p in CHOSEN])
def test_the_same_plan_file_again(first: str, then: str, tmp_path: Path) -> None:
    """After a crash the same plan file is applied to its end, and once more for nothing; the journal may be lost."""
    count = len(due(folder(tmp_path / "whole", first, then)))
    for number, effects in enumerate(dying(count)):
        where = folder(tmp_path / str(number), first, then)
        path = plan_file(where)
        with pytest.raises(Crash):
            applied(where, path, effects)
        assert applied(where, path, Memory()).exit == 0
        done = seen(looked_at(where))
        report = applied(where, path, Memory())
        assert report.exit == 0
        assert {r.outcome for r in report.receipts} == {Outcome.ALREADY_PRESENT}
        assert seen(looked_at(where)) == done
        assert not due(where)


@pytest.mark.parametrize("sent", [0, 5])
def test_a_changed_portal_is_refused(sent: int, tmp_path: Path) -> None:
    """Somebody changed what the plan touches, before it or in the middle of it: nothing more is sent."""
    where = folder(tmp_path / "there", "base", "packages")
    path = plan_file(where)
    with pytest.raises(Crash):
        applied(where, path, Dying(sent * 4))
    portal = connect(open_workspace(where), load_kit())
    token = portal.acquire("somebody")
    change = Order("theirs", "direct", "update", Address("workplace", "bert.bach"), body={"timeZone": "Europe/Vienna"})
    assert portal.execute(change, token).outcome is Outcome.DONE
    portal.release(token)
    portal.close()
    before = seen(looked_at(where))
    assert_stale(where, path)
    assert seen(looked_at(where)) == before


def test_what_was_done_by_another_plan_is_refused(tmp_path: Path) -> None:
    """A plan file that a fresh plan has overtaken is out of date."""
    where = folder(tmp_path / "there", "base", "packages")
    path = plan_file(where)
    with pytest.raises(Crash):
        applied(where, path, Dying(6))
    fresh = apply(Request(Folder(where), allow=ALLOWED), None, Memory(), lambda _: True, lambda _o, _r: None)
    assert fresh.exit == 0
    before = seen(looked_at(where))
    assert_stale(where, path)
    assert seen(looked_at(where)) == before


def test_the_same_plan_file_after_delivery(tmp_path: Path) -> None:
    """What was ordered and carried out since is still what the plan file asked for."""
    where = folder(tmp_path / "there", "base", "packages")
    path = plan_file(where)
    assert applied(where, path, Memory()).exit == 0
    assert not order(Request(Folder(where)), None, Memory(), lambda _: True).exit
    advance_portal(Folder(where), None, 1)
    report = applied(where, path, Memory())
    assert report.exit == 0
    assert {r.outcome for r in report.receipts} == {Outcome.ALREADY_PRESENT}
