"""An amount is exact, for machines and for people of either language."""

from decimal import Decimal

import pytest

from reconciler.model.message import sentence
from reconciler.model.money import amount_text, decimal_text


@pytest.mark.parametrize(("amount", "plain", "german", "english"), [
    ("1234.5", "1234.50", "1.234,50", "1,234.50"),
    ("-1234567.1", "-1234567.10", "-1.234.567,10", "-1,234,567.10"),
    ("-0.5", "-0.50", "-0,50", "-0.50"),
    ("-0", "0.00", "0,00", "0.00"),
    ("0.1234", "0.1234", "0,1234", "0.1234"),
])
def test_an_amount_in_words(amount: str, plain: str, german: str, english: str):
    """At least two decimals and none cut off; inside a sentence it is spoken as everywhere."""
    value = Decimal(amount)
    assert (decimal_text(value), amount_text(value, "de"), amount_text(value, "en")) == (plain, german, english)
    assert sentence("{a} im Monat", "{a} a month", a=value).de == f"{german} im Monat"
