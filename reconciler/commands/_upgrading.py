"""portal upgrade: the tables of an older version, brought up to today's. It alone loads what changes tables."""

from contextlib import closing
from dataclasses import replace

from reconciler.commands.portal import database_of, portal_status
from reconciler.model.message import Word, sentence
from reconciler.model.report import Report
from reconciler.portal.books.migrations import upgrade
from reconciler.request import Folder


def upgrade_portal(folder: Folder, url: str = "") -> Report:
    """Bring the workspace's portal up to this version, or the one in the database at ``url``; gives its figures then.

    Raises:
        ConfigProblem: if no portal is there, or one that cannot be upgraded.
        LeaseHeld: if somebody is writing to it.
    """
    with closing(database_of(folder, url)) as database:
        found = upgrade(database)
    report = portal_status(folder, url)
    last = sentence(
        "{path} war schon auf dem Stand dieser Version.", "{path} was up to date already.", path=database.name,
    ) if found is None else sentence(
        "{path} hatte die Tabellen der Version {found} und ist jetzt auf dem Stand von dieser.",
        "{path} had the tables of version {found} and is now up to date.", path=database.name, found=Word(found))
    return replace(report, head=replace(report.head, command="portal upgrade"), closing=last)
