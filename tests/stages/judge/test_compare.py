"""Comparing: whose something is decides what happens to it, before any field is looked at."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reconciler.model.address import Address
from reconciler.model.change import Change
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource, State
from reconciler.stages.judge.compare import compare
from tests.engine.values import KINDS, resource, workplace

ANNA = Address("workplace", "anna.adler")
SPEC: dict[str, Any] = {
    "group": "bonn", "number": {"external": "+4922810010", "internal": "10"}, "timeZone": "Europe/Berlin"}
LIVES = {
    "in cart": Life("in-cart", ref="setup"),
    "leaving": Life("active", leaving="deletion"),
    "there": Life("active", date(2025, 1, 1)),
}
OPEN = {"in cart": ("setup", "activate", ""), "leaving": ("deletion", "delete", ""),
        "there": ("more", "book", "assistant")}


def anna(life: Life | None = None, **spec: Any) -> Resource:
    """A workplace; with a life as the portal has it, without one as a manifest wishes for it."""
    return workplace(ANNA, life, **(SPEC | spec))


def compared(wishes: list[Resource], present: list[Resource], standing: str = "", *, delete: bool = False) -> list[str]:
    """What changes, in words, where the position of ``standing`` is ours and lies in the cart."""
    mine = []
    if standing:
        ref, verb, item = OPEN[standing]
        mine = [Position(ref, ANNA, verb, item, ours=True)]
    diff = compare(State(wishes), State(present), KINDS, mine, delete_unmanaged=delete)
    return [_said(change) for change in diff.changes]


def _said(change: Change) -> str:
    return f"{change.action} {change.reason}"


@pytest.mark.parametrize(("standing", "ours", "delete", "said"), [
    ("in cart", True, False, ["withdraw no-longer-wanted"]),
    ("in cart", True, True, ["withdraw no-longer-wanted"]),
    ("leaving", True, True, []),
    ("leaving", False, True, []),
    ("leaving", True, False, ["withdraw no-longer-wanted"]),
    ("leaving", False, False, []),
    ("there", True, True, ["delete not-in-manifests"]),
    ("there", False, True, ["delete not-in-manifests"]),
    ("there", True, False, ["withdraw no-longer-wanted"]),
    ("there", False, False, []),
])
def test_what_no_manifest_names(standing: str, ours: bool, delete: bool, said: list[str]):
    """Each line of the table: what is ours in the cart is taken out, what others put there is theirs."""
    assert compared([], [anna(LIVES[standing])], standing if ours else "", delete=delete) == said


@pytest.mark.parametrize(("standing", "ours", "spec", "said"), [
    ("in cart", True, {"timeZone": "Europe/Vienna"}, ["update differs"]),
    ("in cart", True, {"group": "koeln"}, ["update differs"]),
    ("in cart", True, {}, []),
    ("leaving", True, {"group": "koeln"}, ["create fixed-field"]),
    ("leaving", False, {}, ["create leaving"]),
    ("leaving", True, {}, ["withdraw wanted-again"]),
    ("there", False, {"group": "koeln"}, ["replace fixed-field"]),
    ("there", False, {"timeZone": "Europe/Vienna"}, ["update differs"]),
    ("there", False, {}, []),
])
def test_what_a_manifest_names(standing: str, ours: bool, spec: dict[str, Any], said: list[str]):
    """Each line of the table for what is wished for and known."""
    assert compared([anna(**spec)], [anna(LIVES[standing])], standing if ours else "") == said


def test_what_is_absent():
    """What is not there is created; what exists by contract only is left to a rule."""
    block = resource("numberblock/bonn-1", {"base": "+49228100"})
    assert compared([anna(), block], []) == ["create not-in-portal"]


def test_another_name_for_the_same_person():
    """A user name cannot change: what was called otherwise is replaced, even where nothing else differs."""
    wish = replace(anna(), address=Address("workplace", "anna.bach"), annotations={"reconciler/was": ANNA.name})
    assert compared([wish], [anna(LIVES["there"])], delete=True) == ["replace renamed"]
