"""Small companies, each of which can be what the portal holds and what the manifests say.

All have the same contract (company and number blocks); everything else differs from world to world.
``status`` counts only where a world is the portal's content.
"""

from collections.abc import Mapping
from functools import cache

from reconciler.files.cut import Piece, cut
from reconciler.files.events import parse
from reconciler.model.document import Document

HEAD = "apiVersion: cloudpbx/v1\nkind: {kind}\nmetadata: {{name: {name}}}\nspec: {spec}\n"
OLD, YOUNG = "2025-01-02", "2026-11-10"
BLOCKS = {
    "bonn-1": 'base: "+49228100", first: "00", last: "99"',
    "bonn-2": 'base: "+49228200", first: "00", last: "99", availableFrom: 2026-12-15',
    "koeln-1": 'base: "+49221300", first: "00", last: "99"',
    "labor-1": 'base: "+49228777", first: "1", last: "3"',
}
LEADER = "devices: [{profile: leader}], packages: [assistant]"
MAGENTA = ('mobileIntegration: {type: magentaeins, mobile: "+491711110001", customerAccount: "4711"}, '
           "devices: [{profile: mobile-client}]")
OTHER_MOBILE = MAGENTA.replace("0001", "0002")


def document(kind: str, name: str, spec: str = "", status: str = "") -> str:
    """One document; ``spec`` and ``status`` are what stands between the braces."""
    told = f"status: {{{status}}}\n" if status else ""
    return HEAD.format(kind=kind, name=name, spec=f"{{{spec}}}") + told


def seat(name: str, external: str, internal: str, *more: str, group: str = "bonn", status: str = OLD) -> str:
    """A workplace, active since ``status``; a short number lies in the block of its group."""
    base = {"bonn": "+49228100", "koeln": "+49221300", "labor": "+49228777"}.get(group, "+49228100")
    number = external if external[0] in "+a" else base + external
    first, _, last = name.partition(".")
    spec = (f"group: {group}", f"user: {{firstName: {first}, lastName: {last}}}",
            f'login: {{email: {name}@acme.example, mobile: "+49171555{len(name):02d}{ord(name[0])}"}}',
            f'number: {{external: "{number}", internal: "{internal}"}}', *more)
    return document("Workplace", name, ", ".join(spec), f"activatedOn: {status}")


def contract(company: str = "", owners: Mapping[str, str] | None = None) -> str:
    """The company and its blocks; ``owners`` says which group has which block."""
    owners = {"bonn-1": "bonn", "bonn-2": "bonn", "koeln-1": "koeln", "labor-1": "labor"} if owners is None else owners
    facts = 'generation: "2.0", contract: line, lines: [{name: hauptsitz, address: {city: Bonn}}], quota: 50'
    status = f"bookedOn: {{call-analytics-basic: {OLD}}}" if "basic" in company else ""
    blocks = (document("NumberBlock", name, ", ".join(filter(None, (facts_, owners.get(name, "")))))
              for name, facts_ in BLOCKS.items())
    return "---\n".join((document("Company", "acme", ", ".join(filter(None, (facts, company))), status), *blocks))


def group(name: str, *departments: str, more: str = "") -> str:
    """A group with its departments."""
    listed = ", ".join(d if d.startswith("{") else f"{{name: {d}}}" for d in departments)
    return document("Group", name, ", ".join(filter(None, (f"departments: [{listed}]", more))))


def profile(name: str, *outgoing: str) -> str:
    """A blocking profile."""
    return document("BlockingProfile", name, "outgoing: [" + ", ".join(f'"{o}"' for o in outgoing) + "]")
