"""Small companies, each of which can be what the portal holds and what the manifests say.

All have the same contract (company and number blocks); everything else differs from world to world.
``status`` counts only where a world is the portal's content.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from reconciler.model.document import Document
from tests.engine.documents import document, group, profile, read, together, was, workplace

OLD, YOUNG = "2025-01-02", "2026-11-10"
FACTS = 'generation: "2.0", contract: line, lines: [{name: hauptsitz, address: {city: Bonn}}], quota: 50'
BLOCKS = {
    "bonn-1": 'base: "+49228100", first: "00", last: "99"',
    "bonn-2": 'base: "+49228200", first: "00", last: "99", availableFrom: 2026-12-15',
    "koeln-1": 'base: "+49221300", first: "00", last: "99"',
    "labor-1": 'base: "+49228777", first: "1", last: "3"',
}
BASES = {"bonn": "+49228100", "koeln": "+49221300", "labor": "+49228777"}
OWNERS = {"bonn-1": "group: bonn", "bonn-2": "group: bonn", "koeln-1": "group: koeln"}

ANALYSED = "packages: [call-analytics-basic]"
LEADER = "devices: [{profile: leader}], packages: [assistant]"
MAGENTA = ('mobileIntegration: {type: magentaeins, mobile: "+491711110001", customerAccount: "4711"}, '
           "devices: [{profile: mobile-client}]")
CLIENT = "devices: [{profile: desktop-client-full}]"


def seat(name: str, external: str, internal: str, *more: str, group: str = "bonn", status: str = OLD) -> str:
    """A workplace, active since ``status``; a short number lies in the block of its group."""
    number = external if external[0] in "+a" else BASES[group] + external
    spec = workplace(name, f'external: "{number}", internal: "{internal}"', *more, group=group)
    return document("Workplace", name, *spec, status=f"activatedOn: {status}")


def acme(*more: str) -> str:
    """The company itself."""
    since = f"bookedOn: {{call-analytics-basic: {OLD}}}" if any(ANALYSED in part for part in more) else ""
    return document("Company", "acme", FACTS, *more, status=since)


def contract(company: str = "", owners: Mapping[str, str] = OWNERS) -> list[str]:
    """The company and its blocks; ``owners`` says which group has which block."""
    blocks = [document("NumberBlock", name, facts, owners.get(name, "")) for name, facts in BLOCKS.items()]
    return [acme(company), *blocks]


def template(more: str = "blockingProfile: standard") -> str:
    """The template of the sales people."""
    return document("Template", "vertrieb", "group: bonn, desktopClient: full", more)


STANDARD, LOCKED = profile("standard", "+49900"), profile("locked", "+49900", "+49137")
SITES = [STANDARD, group("bonn", "innen", "aussen"), group("koeln", "technik")]
ANNA, BERT = seat("anna.adler", "10", "10", "department: innen"), seat("bert.bach", "11", "11", "department: aussen")
CARL = seat("carl.clausen", "10", "310", "blockingProfile: standard", group="koeln")
DORA = seat("dora.dorn", "12", "12", CLIENT, status=YOUNG)
LAB = [*contract(owners={**OWNERS, "labor-1": "group: labor"}), *SITES, group("labor"), CARL]


def lab(*numbers: str) -> list[str]:
    """A group with three numbers in all, and all of them held."""
    names = ("anna.adler", "bert.bach", "dora.dorn")
    return [*LAB, *(seat(name, n, f"77{n}"[1:] + n, group="labor") for name, n in zip(names, numbers, strict=True))]


def company(*more: str, owners: Mapping[str, str] = OWNERS, settings: Iterable[str] = tuple(SITES),
            packages: str = "") -> str:
    """One text: the contract, two groups and a profile, and whatever else."""
    return together((*contract(packages, owners=owners), *settings, *more))


WORLDS: Mapping[str, list[str]] = {
    "bare": [*contract(owners={}), group("zentrale")],
    "base": [*contract(), *SITES, ANNA, BERT, CARL, DORA],
    "chain": [*contract("defaultGroup: bonn, defaultBlockingProfile: locked"), LOCKED, STANDARD, template(),
              group("bonn", "innen", "neu", more="blockingProfile: locked"), group("koeln", "technik"),
              seat("anna.adler", "10", "10", "template: vertrieb, department: neu"),
              seat("frida.fink", "16", "16", "template: vertrieb, department: innen"), CARL],
    "swapped": [*contract(), *SITES, seat("anna.adler", "11", "10", "department: innen"),
                seat("bert.bach", "10", "11", "department: aussen"), CARL, DORA],
    "ring": [*contract(), *SITES, seat("anna.adler", "11", "10", "department: innen"),
             seat("bert.bach", "12", "11", "department: aussen"), CARL, seat("dora.dorn", "10", "12", CLIENT)],
    "internals": [*contract(), *SITES, seat("anna.adler", "10", "11", "department: innen"),
                  seat("bert.bach", "11", "310", "department: aussen"),
                  seat("carl.clausen", "10", "10", "blockingProfile: standard", group="koeln"), DORA],
    "joiner": [*contract(), *SITES, seat("emil.ernst", "10", "10", "department: innen"), BERT, CARL,
               seat("gabi.graf", "auto", "auto")],
    "moved": [*contract(), *SITES, seat("anna.adler", "11", "10", group="koeln"), BERT, CARL, DORA],
    "crossed": [*contract(), *SITES, seat("anna.adler", "10", "310", group="koeln"), BERT,
                seat("carl.clausen", "10", "10", "blockingProfile: standard"), DORA],
    "handover": [*contract(owners={"bonn-1": "group: koeln", "koeln-1": "group: bonn"}), *SITES,
                 seat("anna.adler", "+4922810010", "10", group="koeln"),
                 seat("bert.bach", "+4922810011", "11", group="koeln"),
                 seat("carl.clausen", "+4922130010", "310")],
    "departments": [*contract(), STANDARD, group("bonn", "{name: mitte, callerId: workplace}", "aussen"),
                    group("koeln", "innen"), seat("anna.adler", "10", "10", "department: aussen"),
                    seat("bert.bach", "11", "11", "department: mitte"),
                    seat("carl.clausen", "10", "310", "department: innen", group="koeln"), DORA],
    "profiles": [*contract("defaultBlockingProfile: locked"), LOCKED, group("bonn", "innen", "aussen"),
                 group("koeln", "technik", more="blockingProfile: locked"), ANNA, BERT,
                 seat("carl.clausen", "10", "310", group="koeln"), DORA],
    "extended": [*contract(owners={**OWNERS, "bonn-1": "group: bonn, extendedBy: 1"}), *SITES,
                 seat("anna.adler", "105", "10", "department: innen"), BERT, CARL, seat("hugo.hahn", "124", "124")],
    "future": [*contract(), *SITES, seat("anna.adler", "+4922820010", "10", "department: innen"), BERT, CARL, DORA,
               seat("ida.iser", "+4922820011", "711")],
    "packages": [*contract(), *SITES, seat("anna.adler", "10", "10", LEADER),
                 seat("bert.bach", "11", "11", "devices: [{profile: assistant}], packages: [assistant]"),
                 seat("carl.clausen", "10", "310", "packages: [conference-plus]", group="koeln"),
                 seat("dora.dorn", "12", "12", "packages: [group-function]", status=YOUNG)],
    "magenta": [*contract(), *SITES, seat("anna.adler", "10", "210", "department: innen", MAGENTA), BERT,
                seat("dora.dorn", "12", "212", MAGENTA.replace("0001", "0002"), status=YOUNG)],
    "other-mobile": [*contract(), *SITES, seat("anna.adler", "10", "210", MAGENTA.replace("0001", "0003")),
                     seat("bert.bach", "11", "211", "packages: [conference-plus]", MAGENTA.replace("0001", "0004")),
                     CARL],
    "analytics": [*contract(ANALYSED), *SITES, seat("anna.adler", "10", "10", "packages: [call-analytics]"), BERT,
                  seat("carl.clausen", "10", "310", "packages: [attendant-console, call-analytics]", group="koeln"),
                  seat("jan.jung", "18", "18", "packages: [call-analytics]")],
    "templated": [*contract(), *SITES, LOCKED, template("blockingProfile: locked, packages: [conference-plus]"),
                  document("Defaults", "innen", "match: {department: innen}, workplace: {timeZone: Europe/Vienna}"),
                  seat("anna.adler", "10", "10", "template: vertrieb, department: innen"),
                  seat("frida.fink", "16", "16", "template: vertrieb"), CARL, DORA],
    "renamed": [*contract("defaultBlockingProfile: basis", owners={**OWNERS, "koeln-1": "group: koeln-west"}),
                was("standard", profile("basis", "+49900")),
                was("vertrieb", template("blockingProfile: basis").replace("name: vertrieb", "name: verkauf")),
                group("bonn", "{name: draussen, was: aussen}", "{name: drinnen, was: innen}"),
                was("koeln", group("koeln-west", "{name: labor, was: technik}", "neu")),
                seat("anna.adler", "10", "10", "department: drinnen"),
                was("bert.bach", seat("bert.blau", "11", "11", "department: draussen")),
                seat("carl.clausen", "+4922130010", "310", "blockingProfile: basis, department: labor",
                     group="koeln-west"),
                was("dora.dorn", seat("dora.dunkel", "12", "12", CLIENT))],
    "passed-on": [*contract(owners={"bonn-1": "group: honnef", "bonn-2": "group: honnef", "koeln-1": "group: bonn"}),
                  was("standard", profile("locked", "+49900")), was("locked", profile("closed", "+49137")),
                  was("bonn", group("honnef", "{name: aussen, was: innen}", "{name: ferne, was: aussen}")),
                  was("koeln", group("bonn", "technik")),
                  seat("anna.adler", "+4922810010", "10", "department: aussen", group="honnef"),
                  seat("bert.bach", "+4922810011", "11", "department: ferne", group="honnef"),
                  seat("carl.clausen", "+4922130010", "310", "blockingProfile: locked")],
    "lab": lab("1", "2", "3"),
    "lab-turned": lab("2", "3", "1"),
}


@cache
def documents(world: str) -> tuple[Document, ...]:
    """The documents of a world."""
    return read(together(WORLDS[world]))
