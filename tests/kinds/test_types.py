"""How blocking ranges and the bases of blocks may be written, and what is proposed for what cannot be read."""

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.text import Text
from reconciler.stages._form import read_body

EXAMPLES = Text("etwa +49900, +43, 118 oder anonymous", "for instance +49900, +43, 118 or anonymous")
BASE = Text("etwa +492286380", "for instance +492286380")

RANGES = {
    "0900": "+49900", "+49 900": "+49900", "0049 900": "+49900", "0900-1": "+499001", "+43": "+43", "0043": "+43",
    "118": "118", "11 83": "1183", "anonymous": "anonymous",
}
NO_RANGES = {
    "+49 (0)900": "+49900", "49900": "+49900", "+49 0900": "+49900", "(0900)": "+49900", "+49 900*": "+49900",
    "anonym": "anonymous", "Anonymous": "anonymous", "unbekannt": "anonymous", "900": EXAMPLES, "Ausland": EXAMPLES,
    "00": EXAMPLES, "": EXAMPLES, "+": EXAMPLES, "0900 (teuer)": EXAMPLES, "٠٩٠٠": EXAMPLES,
}
BASES = {
    "+49 228 6380": "+492286380", "0228/6380": "+492286380", "(0228) 6380": "+492286380",
    "+49 (228) 6380": "+492286380",
}
NO_BASES = {
    "+49 (0) 228 6380": "+492286380", "49 228 6380": "+492286380", "+49 (0228) 6380": "+492286380", "228 6380": BASE,
    "Bonn": BASE, "": BASE,
}


def told(kind: str, spec: dict[str, object]) -> tuple[object, list[tuple[str, object]]]:
    """The body of a spec, and rule and proposal of each breach."""
    body, breaches = read_body(all_kinds()[kind], Address(kind, "x"), spec, all_kinds())
    return body, [(b.rule, b.values["suggestion"]) for b in breaches]


@pytest.mark.parametrize("written", RANGES)
def test_a_range_that_reads_in_one_way(written: str):
    """A prefix in any usual spelling, a short number, or calls without a number."""
    body, breaches = told("blockingprofile", {"outgoing": [written]})
    assert (body.outgoing, breaches) == ((RANGES[written],), [])


@pytest.mark.parametrize("written", NO_RANGES)
def test_a_range_that_does_not(written: str):
    """What was most likely meant is proposed; where nobody can tell, examples that fit."""
    assert told("blockingprofile", {"outgoing": [written]})[1] == [("FORM-4", NO_RANGES[written])]


@pytest.mark.parametrize("written", BASES)
def test_a_base_that_reads_in_one_way(written: str):
    """The numbers of a block may begin with brackets around the area code too."""
    body, breaches = told("numberblock", {"base": written})
    assert (body.base, breaches) == (BASES[written], [])


@pytest.mark.parametrize("written", NO_BASES)
def test_a_base_that_does_not(written: str):
    """The 0 in brackets, or behind +49, or a missing area code."""
    assert told("numberblock", {"base": written})[1] == [("FORM-4", NO_BASES[written])]
