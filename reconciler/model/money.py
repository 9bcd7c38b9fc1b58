"""Amounts in words of a report: the same number for machines and for people of either language."""

from decimal import Decimal


def decimal_text(amount: Decimal) -> str:
    """An amount for machines: exact, at least two decimals (``412.50``, ``0.1234``)."""
    whole, _, part = f"{amount:f}".partition(".")
    text = f"{whole}.{part.rstrip('0').ljust(2, '0')}"
    return text.removeprefix("-") if not amount else text


def amount_text(amount: Decimal, language: str) -> str:
    """An amount for people, exact: ``1.234,50`` in German, ``1,234.50`` in English."""
    whole, _, part = decimal_text(amount).partition(".")
    grouped = f"{int(whole):,}" if whole.lstrip("-") != "0" else whole
    return f"{grouped.replace(',', '.')},{part}" if language == "de" else f"{grouped}.{part}"
