"""The breaches that stand for others that are not told."""

import pytest

from reconciler.model.address import Address
from reconciler.model.finding import Breach, Severity, more, unread, untold
from reconciler.model.message import spoken
from reconciler.model.place import Place

ANNA, PLACE = Address("workplace", "anna"), Place("m/anna.yaml", 7, 1)


@pytest.mark.parametrize(("breach", "address", "place", "severity", "said"), [
    (more(3, ANNA), ANNA, None, None, "In diesem Dokument gibt es 3 weitere Funde"),
    (more(3, place=PLACE), None, PLACE, None, "In diesem Dokument gibt es 3 weitere Funde"),
    (unread(2, PLACE), None, PLACE, None, "Von hier an wurden 2 Dokumente nicht gelesen"),
    (untold(5, Severity.WARNING), None, None, Severity.WARNING,
     "In allen Dokumenten zusammen gibt es 5 weitere Funde"),
])
def test_what_stands_for_the_rest(breach: Breach, address: Address | None, place: Place | None,
                                  severity: Severity | None, said: str):
    """Each says how many, at its document, from a place on, or of the whole run in its severity."""
    assert (breach.rule, breach.address, breach.place, breach.severity) == ("FORM-13", address, place, severity)
    assert spoken(breach.values["what"], "de") == said
