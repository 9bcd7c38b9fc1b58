"""A report as JSON: what machines rely on."""

from reconciler.model.report import Report
from reconciler.views.redact import disguised
from reconciler.views.view import Options, View
from reconciler.wire.report import json_text, report_json


def render(report: Report, options: Options) -> str:
    """One JSON object; equal reports give equal bytes."""
    return json_text(report_json(disguised(report, options), options.language))


VIEW = View("json", render, fit=("report", "terms", "figures"),
            mark=r'\A\{\n  "formatVersion": "1\.[0-9]+",\n  "command": "[a-z ]+",\n')
