"""The explanations of all fields, for ``explain`` and for the descriptions in the schemas."""

from collections.abc import Mapping

from reconciler.kinds._explain_company import COMPANY
from reconciler.kinds._explain_envelope import ENVELOPE
from reconciler.kinds._explain_people import PEOPLE
from reconciler.kinds._explain_prices import PRICES
from reconciler.kinds._explain_workplace import WORKPLACE
from reconciler.kinds._explain_workspace import WORKSPACE
from reconciler.kinds._field_text import FieldText

_IN_DEFAULTS = {f"defaults.{path}": text for part in (WORKPLACE, PEOPLE) for path, text in part.items()}

FIELDS: Mapping[str, FieldText] = {**WORKPLACE, **PEOPLE, **COMPANY, **_IN_DEFAULTS, **WORKSPACE, **PRICES}
"""Kind and path as users write them (``workplace.number.internal``) → its explanation."""

__all__ = ["ENVELOPE", "FIELDS", "FieldText"]
