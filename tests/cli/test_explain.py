"""``explain``: what the tool knows by itself, without a workspace and in both languages."""

from pathlib import Path

import pytest

from reconciler.kinds._explain import ENVELOPE, FIELDS
from reconciler.rules import all_rules
from tests.cli.command import reconciler


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_rule_and_every_field_is_explained(tmp_path: Path, language: str):
    """Each subject has a text that fits 80 columns, and the two languages differ."""
    for subject in (*all_rules(), *ENVELOPE, *FIELDS):
        said = reconciler(tmp_path, "explain", subject, "--lang", language)
        assert said.exit == 0, subject
        assert subject in said.out
        assert len(said.out.splitlines()) >= 3
        told = [line for line in said.out.splitlines() if not line.startswith(" ")]
        assert all(len(line) <= 80 for line in told), subject
        assert not any("{" in line for line in told if subject in all_rules()), subject
        other = reconciler(tmp_path, "explain", subject, "--lang", "de" if language == "en" else "en")
        assert other.out != said.out


def test_a_rule_in_lower_case(tmp_path: Path):
    """Nobody needs the shift key."""
    assert reconciler(tmp_path, "explain", "int-4").out == reconciler(tmp_path, "explain", "INT-4").out


def test_the_list_names_all(tmp_path: Path):
    """Without a subject, or with --list: every rule and every field."""
    said = reconciler(tmp_path, "explain", "--list")
    assert said.out == reconciler(tmp_path, "explain").out
    words = set(said.out.split())
    assert {*all_rules(), *ENVELOPE, *FIELDS} <= words


MISSPELT = [("INT4", "INT-4"), ("workplace.number.intern", "workplace.number.internal")]


@pytest.mark.parametrize(("subject", "nearest"), MISSPELT)
def test_a_misspelt_subject_gets_the_nearest(tmp_path: Path, subject: str, nearest: str):
    """The suggestion is a command that works."""
    said = reconciler(tmp_path, "explain", subject)
    assert said.exit == 64
    assert f"reconciler explain {nearest}" in said.last
