"""portal: the local portal's own commands; it is made, looked at, and its clock moved."""

import hmac
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from reconciler import errors
from reconciler.commands._lives import with_life
from reconciler.drivers.local import connect, is_kept, new_secret, served
from reconciler.errors import UsageProblem
from reconciler.model.address import Address
from reconciler.model.calendar import LAST_DAY, in_calendar
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Name, sentence
from reconciler.model.people import folders_of_people
from reconciler.model.report import Head, Origin, Report, Secrets
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts
from reconciler.model.sections import Figures, Findings
from reconciler.model.status import Status
from reconciler.model.text import Text
from reconciler.portal.books.database import Database
from reconciler.portal.books.file import File
from reconciler.portal.books.url import database_at
from reconciler.portal.service import Service
from reconciler.request import Folder
from reconciler.stages.judge.check import check
from reconciler.stages.judge.tell import tell
from reconciler.stages.wish.interpret import Interpretation, interpret
from reconciler.stages.wish.settle import settle
from reconciler.workspace.kit import Kit, load_kit
from reconciler.workspace.place import place_in_file
from reconciler.workspace.portal import local_only, own_place
from reconciler.workspace.settings import Workspace, workspace_of
from reconciler.workspace.wishes import Wishes, read_facts

BLANK = (Findings(),)
BY_LEAVING = ("PKG-1",)
"""Rules that a portal can come to break, because nobody is kept from leaving: told, and no reason against its facts."""

def init_portal(folder: Folder, entries: tuple[Path, ...], today: date, *, force: bool, url: str = "") -> Report:
    """Make a portal from documents: the workspace's own, or one in the database at ``url``.

    Raises:
        ConfigProblem: if it exists already and ``force`` is not set, or cannot be made there.
        LeaseHeld: if somebody is writing to the one that exists.
    """
    workspace = workspace_of(folder)
    with closing(database_at(url) if url else File(own_place(workspace))) as database:
        database.check(force=force)
        return _made(database, entries, today, workspace, force=force)


def _made(database: Database, entries: tuple[Path, ...], today: date, workspace: Workspace, *, force: bool) -> Report:
    kit = load_kit()
    facts = read_facts(workspace, entries)
    reading = interpret(facts.documents, kit.kinds, State(), facts.lost)
    settled = settle(reading.state, State(), kit.kinds, today, whole=not (facts.lost or reading.unread))
    lives = [with_life(r, kit.kinds[r.address.kind], today) for r in settled.state
             if is_kept(kit.kinds[r.address.kind])]
    wrong = [*(b for _, found in lives for b in found), *_unlawful([r for r, _ in lives], reading, facts, today, kit)]
    findings = tell((*facts.breaches, *reading.breaches, *settled.breaches, *wrong), kit.rules, reading.state,
                    place_in_file)
    found = Findings(findings, len(facts.documents))
    report = Report(Head("portal init", as_of=today), (found,),
                    secrets=Secrets(people=folders_of_people((d.file, d.address) for d in facts.documents)))
    if found.broken:
        return report.ending(errors.REFUSED, Text("Das Portal wurde nicht angelegt.", "The portal was not made."))
    companies = [r.address.name for r, _ in lives if r.address.kind == "company"]
    company = companies[0] if companies else workspace.name
    resources = [r for r, _ in lives]
    secret = new_secret()
    origin = _origin(company, today, resources, kit, secret)
    database.make(kit.kinds, lambda store: served(store, kit.kinds, tuple(kit.rules.values())).load(
        company, origin, today, resources, secret=secret), force=force)
    return replace(report, closing=sentence(
        "Portal von {company} mit {count} Ressourcen angelegt, Datum {today}.",
        "Portal of {company} made with {count} resources, date {today}.",
        company=Name(Address("company", company)), count=len(resources), today=today))


def _unlawful(
    resources: list[Resource], reading: Interpretation, read: Wishes, today: date, kit: Kit
) -> Iterator[Breach]:
    """What no portal would have: errors by the rules that the portal itself checks."""
    state = State(resources)
    rules = {rule.id: rule for rule in kit.rules.values() if rule.portal}
    facts = Facts(after=state, before=state, today=today, wished=state, lost=read.lost)
    for breach in check(facts, rules.values(), reading.unread):
        if breach.rule in BY_LEAVING:
            yield replace(breach, severity=Severity.WARNING)
        elif (breach.severity or rules[breach.rule].severity) is Severity.ERROR:
            yield breach


def _origin(company: str, today: date, resources: list[Resource], kit: Kit, secret: str) -> str:
    """The identity of this portal: made of its beginning; keyed, because it is shown and must not tell that."""
    shown = [(str(r.address), kit.kinds[r.address.kind].plain(r.body), str(r.life)) for r in resources]
    return hmac.digest(secret.encode(), repr((company, today, shown)).encode(), "sha256").hex()[:12]


def portal_status(folder: Folder, url: str = "") -> Report:
    """The portal in a few figures: the workspace's own, or the one in the database at ``url``."""
    with closing(_own(folder, url)) as portal:
        status = portal.status()
    report = _told("portal status", status)
    figures = report.get(Figures)
    return report.having(replace(figures, head=status.head)) if figures else report


def advance_portal(folder: Folder, to: date | None, days: int | None, url: str = "") -> Report:
    """Let the clock run of the workspace's portal, or of the one in the database at ``url``; gives its figures then.

    Raises:
        UsageProblem: unless exactly one of ``to`` and ``days`` is given, and lies in the calendar.
    """
    if (to is None) == (days is None):
        raise UsageProblem(Text("Entweder --to DATUM oder --days N angeben.", "Give either --to DATE or --days N."))
    with closing(_own(folder, url)) as portal:
        portal.advance(to or _later(portal.status().today, days or 0))
        return _told("portal advance", portal.status())


def _told(command: str, status: Status) -> Report:
    figures = Figures(status.company, status.today, status.counts, status.in_cart, status.ordered, status.next_due)
    head = Head(command, as_of=status.today, portal=Origin("local", status.company, status.origin, status.revision))
    return Report(head, (Findings(), figures), sentence(
        "Am Portal ist der {today}; {in_cart} im Warenkorb, {ordered} bestellt.",
        "The portal's day is {today}; {in_cart} in the cart, {ordered} ordered.",
        today=status.today, in_cart=status.in_cart, ordered=status.ordered))


def _own(folder: Folder, url: str) -> Service:
    """The portal for rehearsal, with its clock and its figures."""
    kit = load_kit()
    return connect(database_of(folder, url), kit.kinds, tuple(kit.rules.values()))


def database_of(folder: Folder, url: str) -> Database:
    """The database at ``url``, else the workspace's file."""
    if url:
        return database_at(url)
    workspace = workspace_of(folder)
    local_only(workspace)
    return File(workspace.root / workspace.settings.portal.path)


def _later(today: date, days: int) -> date:
    try:
        later = today + timedelta(days)
    except OverflowError:
        later = date.max
    if in_calendar(later):
        return later
    raise UsageProblem(sentence("{days} Tage reichen über den Kalender hinaus (bis {last}).",
                                "{days} days reach beyond the calendar (up to {last}).", days=days, last=LAST_DAY))
