"""The JSON report: its shape, its counts, its order."""

import json
from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reconciler.model.inert import inert_json
from reconciler.model.report import Head, Report
from reconciler.model.text import Text
from reconciler.registry import offers
from reconciler.views.view import Options
from reconciler.wire.order import order_json
from reconciler.wire.report import json_text, report_json
from tests.views.changes import FIRST, SECOND
from tests.views.samples import APPLY, EMPTY, PLAN, SAMPLES
from tests.views.shown import VIEWS

SCHEMA = json.loads((Path(__file__).parents[2] / "specs/schemas/report.schema.json").read_text())
ENGLISH = attrgetter("en")
RENDER = VIEWS["json"].render


def told(report: Report, **options: Any) -> dict[str, Any]:
    """The report as a reader gets it."""
    plain: dict[str, Any] = json.loads(RENDER(report, Options("en", **options)))
    return plain


def test_the_schema_is_a_schema() -> None:
    """JSON Schema 2020-12 itself says so."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_text_is_what_python_writes(sample: str) -> None:
    """The fast writer and the one for half characters (a file's name may hold one) write the same."""
    plain = report_json(SAMPLES[sample], "de")
    assert json_text(plain) == inert_json(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    half = report_json(replace(SAMPLES[sample], closing=Text("\udce4", "\udce4")), "de")
    assert json.loads(json_text(half)) == json.loads(json.dumps(half))


@pytest.mark.parametrize("redact", ["none", "pseudonym"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_report_fits_the_schema(sample: str, redact: str) -> None:
    """With and without pseudonyms."""
    Draft202012Validator(SCHEMA).validate(told(SAMPLES[sample], redact=redact))


BARE = offers("reconciler.commands", "BLANK")


@pytest.mark.parametrize("command", BARE)
def test_an_empty_report_has_all_keys_of_its_command(command: str) -> None:
    """Whatever there is not to tell, the shape is the same."""
    plain = told(Report(Head(command, exit=6), BARE[command]))
    Draft202012Validator(SCHEMA).validate(plain)
    assert plain["exit"] == 6


def test_numbers_of_the_summary() -> None:
    """Addresses, not orders, are counted."""
    assert told(PLAN)["summary"] == {
        "create": 1, "update": 4, "replace": 1, "delete": 1, "withdraw": 1, "unchanged": 39, "unmanaged": 2,
        "blocked": 1, "waves": 3, "errors": 0, "warnings": 1, "documents": 42,
    }  # fmt: skip


def test_counts_of_apply_add_up() -> None:
    """Each order that was due is counted once, and says its state."""
    plain = told(APPLY)
    planned = plain["counts"].pop("planned")
    assert planned == sum(plain["counts"].values()) == len(FIRST.orders)
    states = [o["state"] for o in plain["waves"][0]["orders"]]
    assert states == ["done", "already-present", "done", "unknown", "rejected", "skipped", "not-tried"]
    assert {o["state"] for wave in plain["waves"][1:] for o in wave["orders"]} == {"forecast"}


def test_an_order_carries_all_that_apply_needs() -> None:
    """Reference, body, target and expectation; a forecast has no reference."""
    first = order_json(FIRST.orders[2], ENGLISH)
    assert (first["ref"], first["bindsUntil"], first["body"]["number"]["internal"]) == ("o1-91d3aa", "2026-12-31", "58")
    assert order_json(FIRST.orders[6], ENGLISH)["target"] == "o1-000111"
    later = order_json(SECOND.orders[0], ENGLISH)
    assert (later["ref"], later["expects"], later["waitsFor"][0]["rule"]) == (None, 1, "TERM-1")


def test_equal_reports_give_equal_bytes() -> None:
    """The order of keys in a mapping of a report is its own, all else is fixed."""
    assert RENDER(PLAN, Options()) == RENDER(replace(PLAN), Options())
    assert RENDER(EMPTY, Options()).endswith("}\n")
    assert not any(line.endswith(" ") for line in RENDER(PLAN, Options()).splitlines())


def test_every_key_is_camel_case() -> None:
    """Keys of ours, not the paths inside bodies and indirect effects."""
    def keys(value: Any) -> list[str]:
        if isinstance(value, Mapping):
            free = ("body", "indirect", "before", "after", "allowances", "texts")
            return [k for key, v in value.items() for k in (key, *(keys(v) if key not in free else []))]
        return [k for v in value for k in keys(v)] if isinstance(value, list) else []

    assert all(key.isalnum() and key[0].islower() for key in keys(told(APPLY)))
