"""A report as JSON: what machines rely on."""

from itertools import islice
from json import JSONEncoder

from reconciler.model.report import Report
from reconciler.views.inert import inert_json
from reconciler.views.redact import disguised
from reconciler.views.view import Options, View
from reconciler.wire.report import report_json


def render(report: Report, options: Options) -> str:
    """One JSON object; equal reports give equal bytes."""
    plain = report_json(disguised(report, options), options.language)
    pieces = JSONEncoder(ensure_ascii=False, indent=2).iterencode(plain)
    joined = iter(lambda: "".join(islice(pieces, 10_000)), "")  # a long report has millions of pieces
    return inert_json("".join((*joined, "\n")))


VIEW = View("json", render)
