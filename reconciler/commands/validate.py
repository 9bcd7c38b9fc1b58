"""validate: the manifests checked alone."""

from reconciler import errors
from reconciler.commands._counted import n
from reconciler.commands.opened import open_all, secrets
from reconciler.model.message import Message, sentence
from reconciler.model.report import Head, Report
from reconciler.model.rule import Facts
from reconciler.model.sections import Findings
from reconciler.model.text import Text
from reconciler.planning.read import read_alone
from reconciler.request import Request
from reconciler.stages.judge.check import check
from reconciler.stages.judge.tell import tell
from reconciler.workspace.place import place_in_file
from reconciler.workspace.wishes import nothing_there

TITLE = Text("Prüfung", "Validation")
BLANK = (Findings(),)
"""What the report holds where the command fails before anything is known; so it is with every command."""


def validate(request: Request) -> Report:
    """Check the manifests alone; a portal is not asked, so the answer is the same wherever they lie."""
    opened = open_all(request)
    reading = read_alone(opened.wishes, opened.kit)
    policy = opened.workspace.settings.policy
    facts = Facts(reading.state, wished=reading.state, mail_domains=policy.mail_domains, asked=False,
                  complete=policy.unmanaged == "delete", lost=opened.wishes.lost)
    breaches = (*nothing_there(opened.workspace, opened.wishes), *reading.breaches,
                *check(facts, opened.kit.rules.values(), reading.unread))
    found = Findings(tell(breaches, opened.kit.rules, reading.state, place_in_file,
                          known=not (opened.wishes.lost or reading.unread)), len(opened.wishes.documents))
    head = Head("validate", TITLE, errors.REFUSED if found.broken else errors.DONE)
    return Report(head, (found,), _said(found, opened.wishes.files), secrets(opened.kit, found.findings, opened.people))


def _said(found: Findings, files: int) -> Message:
    return sentence(
        "{files} mit {documents} geprüft; am Portal wurde nichts geändert.",
        "{files} with {documents} checked; nothing was changed at the portal.",
        files=n(files, Text("Datei", "file"), Text("Dateien", "files")),
        documents=n(found.documents, Text("Dokument", "document"), Text("Dokumenten", "documents")),
    )
