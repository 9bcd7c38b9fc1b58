"""Which internal numbers may be dialled safely: one answer for the rules and for the automatic choice."""

import re

_DIGITS = re.compile(r"[0-9]{2,6}", re.ASCII)


def broken_rule(number: str, *, integrated: bool = False) -> str:
    """The first rule (``INT-1`` … ``INT-7``) that an internal number breaks, or "".

    ``integrated`` is True where a mobile telephone is part of the workplace by MagentaEINS. 911 is INT-5
    whatever the workplace has; how severe that is, is the rule's business.

    Source: help page "Arbeitsplatz einrichten", Einschränkung bei der Auswahl interner Rufnummern.
    """
    checks = (
        ("INT-1", not _DIGITS.fullmatch(number)),
        ("INT-4", number.startswith(("110", "112"))),
        ("INT-2", number.startswith(("77", "78"))),
        ("INT-3", len(number) == 5 and number.startswith("118")),
        ("INT-5", number == "911"),
        ("INT-6", integrated and len(number) == 2),
        ("INT-7", integrated and number.startswith("0")),
    )
    return next((rule for rule, broken in checks if broken), "")
