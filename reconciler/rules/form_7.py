"""FORM-7: kind and apiVersion are known.

Reported while reading. Source: this tool. Values: value, nearest.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-7",
    Severity.ERROR,
    Text("Unbekannte Art", "Unknown kind"),
    Text(
        "„{value}“ ist keine bekannte Art und keine bekannte „apiVersion“.",
        "“{value}” is neither a known kind nor a known “apiVersion”.",
    ),
    Text(
        "Daran erkennt das Werkzeug, was ein Dokument beschreibt.",
        "By them the tool knows what a document describes.",
    ),
    Text(
        "„apiVersion: cloudpbx/v1“ und eine bekannte Art schreiben. Gemeint ist wohl „{nearest}“.",
        "Write “apiVersion: cloudpbx/v1” and a known kind. Probably “{nearest}” is meant.",
    ),
    OURS,
    fix_otherwise=Text(
        "„apiVersion: cloudpbx/v1“ und eine bekannte Art schreiben, etwa „kind: Workplace“.",
        "Write “apiVersion: cloudpbx/v1” and a known kind, such as “kind: Workplace”.",
    ),
)
