"""terms: every minimum term of the portal."""

from collections.abc import Sequence
from contextlib import closing

from reconciler import errors
from reconciler.commands._counted import NOTHING_FITS, n
from reconciler.commands.opened import secrets
from reconciler.model.message import Message, sentence
from reconciler.model.report import Head, Origin, Report
from reconciler.model.resource import Resource, State
from reconciler.model.sections import Chosen, Findings
from reconciler.model.selection import Selection
from reconciler.model.term import MinimumTerm, Terms
from reconciler.model.text import NOTHING, Text
from reconciler.request import Request
from reconciler.stages.judge.missed import missed
from reconciler.stages.judge.tell import tell
from reconciler.stages.outlook.reckon import reckon
from reconciler.workspace.kit import load_kit
from reconciler.workspace.place import place_in_file
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import workspace_of

TITLE = Text("Mindestlaufzeiten", "Minimum terms")
BLANK = (Chosen(of="terms"), Findings(), Terms())


def terms(request: Request) -> Report:
    """Every minimum term of the portal: since when, until when, and what has ended. No manifest is read."""
    kit, workspace = load_kit(), workspace_of(request.folder)
    with closing(connect(workspace, kit)) as portal:
        observation = portal.observe()
    day = request.as_of or observation.today
    selection = Selection(request.target, request.exclude)
    found = tuple(t for t in reckon(observation, kit.kinds, day) if selection.fits(Resource(t.address, None)))
    there = (*observation.state, *(Resource(p.address, None) for p in observation.positions if p.open))
    misses = tuple(missed(selection, there))
    findings = Findings(tell(misses, kit.rules, State(), place_in_file))
    head = Head("terms", TITLE, errors.GUARDED if misses else errors.DONE, day, Origin.of(observation))
    sections = (Chosen(selection, "terms"), findings, Terms(found, day))
    return Report(head, sections, NOTHING_FITS if misses else _said(found), secrets(kit, findings.findings))


def _said(found: Sequence[MinimumTerm]) -> Message:
    running = [t for t in found if t.running]
    over = sum(t.over and t.state != "in-cart" for t in found)
    unbound = len(found) - len(running) - over
    last = min((t.ends for t in running), default=None)
    until = sentence(" (die nächste bis {day})", " (the next until {day})", day=last) if last else NOTHING
    cart = sentence(", {n} nur im Warenkorb", ", {n} only in the cart", n=unbound) if unbound else NOTHING
    return sentence(
        "{running} noch{until}, {over} um{cart}; am Portal wurde nichts geändert.",
        "{running} running{until}, {over} over{cart}; nothing was changed at the portal.",
        running=n(len(running), Text("Mindestlaufzeit läuft", "minimum term is"),
                  Text("Mindestlaufzeiten laufen", "minimum terms are")),
        until=until, over=over, cart=cart,
    )
