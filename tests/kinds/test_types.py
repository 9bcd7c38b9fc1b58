"""How blocking ranges and the bases of blocks may be written, and what is proposed for what cannot be read."""

from typing import Any

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.stages.wish._read_body import read_body

NOTHING = ""

RANGES = {
    "0900": "+49900", "+49 900": "+49900", "0049 900": "+49900", "0900-1": "+499001", "+43": "+43", "0043": "+43",
    "118": "118", "11 83": "1183", "anonymous": "anonymous",
}
NO_RANGES = {
    "+49 (0)900": "+49900", "49900": "+49900", "+49 0900": "+49900", "(0900)": "+49900", "+49 900*": "+49900",
    "anonym": "anonymous", "Anonymous": "anonymous", "unbekannt": "anonymous", "900": NOTHING, "Ausland": NOTHING,
    "00": NOTHING, "": NOTHING, "+": NOTHING, "0900 (teuer)": NOTHING, "٠٩٠٠": NOTHING,
}
BASES = {
    "+49 228 6380": "+492286380", "0228/6380": "+492286380", "(0228) 6380": "+492286380",
    "+49 (228) 6380": "+492286380",
}
NO_BASES = {
    "+49 (0) 228 6380": "+492286380", "49 228 6380": "+492286380", "+49 (0228) 6380": "+492286380", "228 6380": NOTHING,
    "Bonn": NOTHING, "": NOTHING,
}


def told(kind: str, spec: dict[str, object]) -> tuple[Any, list[Breach]]:
    """The body of a spec, and what is wrong with it."""
    return read_body(all_kinds()[kind], Address(kind, "x"), spec, all_kinds())


def proposed(breaches: list[Breach], example: str) -> str:
    """What the one breach proposes; where it proposes nothing, it has an example."""
    (only,) = breaches
    assert only.rule == "FORM-4"
    suggestion = str(only.values["suggestion"])
    assert suggestion or (only.help and example in only.help.en)
    return suggestion


@pytest.mark.parametrize("written", RANGES)
def test_a_range_that_reads_in_one_way(written: str):
    """A prefix in any usual spelling, a short number, or calls without a number."""
    body, breaches = told("blockingprofile", {"outgoing": [written]})
    assert (body.outgoing, breaches) == ((RANGES[written],), [])


@pytest.mark.parametrize("written", NO_RANGES)
def test_a_range_that_does_not(written: str):
    """What was most likely meant is proposed; where nobody can tell, examples that fit."""
    assert proposed(told("blockingprofile", {"outgoing": [written]})[1], "+43") == NO_RANGES[written]


@pytest.mark.parametrize("written", BASES)
def test_a_base_that_reads_in_one_way(written: str):
    """The numbers of a block may begin with brackets around the area code too."""
    body, breaches = told("numberblock", {"base": written})
    assert (body.base, breaches) == (BASES[written], [])


@pytest.mark.parametrize("written", NO_BASES)
def test_a_base_that_does_not(written: str):
    """The 0 in brackets, or behind +49, or a missing area code."""
    assert proposed(told("numberblock", {"base": written})[1], "+492286380") == NO_BASES[written]
