"""A report as the text of a comment on a pull request.

What binds money and what ends comes first. Nothing is cut in silence, and nothing that others wrote can act.
"""

from reconciler.model.report import Report
from reconciler.model.sections import Cart
from reconciler.views.markdown.fit import fitted
from reconciler.views.markdown.head import head_lines
from reconciler.views.markdown.tables import tables
from reconciler.views.redact import disguised
from reconciler.views.say import words
from reconciler.views.say import words_cart as own
from reconciler.views.say.position import unfinished
from reconciler.views.view import Options, View

LIMIT = 65_536
"""The most characters that GitHub takes for a comment."""


def render(report: Report, options: Options) -> str:
    """The comment: a summary line, what binds and ends, then tables; at most ``LIMIT`` characters."""
    shown, voice = disguised(report, options), options.voice
    foot = ""
    if cart := shown.get(Cart):
        positions, finished = unfinished(cart.positions, full=options.full)
        shown = shown.having(Cart(tuple(positions), cart.meaning, cart.mixed))
        foot += f"\n{voice.count(finished, own.FINISHED)}\n" if finished else ""
    foot += f"\n{voice.say(words.PSEUDONYMS)}\n" if options.redact != "none" else ""
    foot += f"\n<!-- reconciler {report.head.command if report.head.title.en else ''} -->\n"
    head = "\n".join(head_lines(shown, voice)) + "\n"
    return head + fitted(tables(shown, voice), LIMIT - len(head) - len(foot), voice) + foot


VIEW = View("markdown", render, redact="pseudonym", mark=r"\n<!-- reconciler [a-z ]*-->\n\Z")
