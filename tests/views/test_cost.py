"""Amounts as text: exact, with two decimals or more, and grouped as each language does."""

from decimal import Decimal

import pytest

from reconciler.model.money import decimal_text
from reconciler.views.spoken import Spoken


@pytest.mark.parametrize(("amount", "plain", "german", "english"), [
    ("0", "0.00", "0,00", "0.00"),
    ("-0", "0.00", "0,00", "0.00"),
    ("-0.00", "0.00", "0,00", "0.00"),
    ("9", "9.00", "9,00", "9.00"),
    ("9.5", "9.50", "9,50", "9.50"),
    ("9.9500", "9.95", "9,95", "9.95"),
    ("0.1234", "0.1234", "0,1234", "0.1234"),
    ("-0.5", "-0.50", "-0,50", "-0.50"),
    ("1234.5", "1234.50", "1.234,50", "1,234.50"),
    ("-1234567.891", "-1234567.891", "-1.234.567,891", "-1,234,567.891"),
    ("1E+3", "1000.00", "1.000,00", "1,000.00"),
])
def test_amounts(amount: str, plain: str, german: str, english: str):
    """One value, three spellings."""
    value = Decimal(amount)
    assert (decimal_text(value), Spoken("de").amount(value), Spoken("en").amount(value)) == (plain, german, english)
