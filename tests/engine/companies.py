"""Random companies that keep all rules; all have the same contract, so that each can become each other."""

from dataclasses import dataclass
from random import Random

from tests.engine.documents import document, group, profile, together, workplace
from tests.engine.worlds import ANALYSED, BLOCKS, OLD, YOUNG, acme

NAMES = ("anna.adler", "bert.bach", "carl.clausen", "dora.dorn", "emil.ernst", "frida.fink", "gabi.graf", "hugo.hahn")
DEPARTMENTS = ("innen", "aussen", "technik")
PROFILES = ("standard", "locked", "open")
RANGES = ("+49900", "+49137", "+49180")
PACKAGES = ("conference-plus", "group-function", "attendant-console", "call-analytics")
DEVICES = ("desktop-client-full", "polycom-vvx-201")
INTERNALS = ("10", "11", "12", "13", "310", "311", "312", "313", "314", "315", "4100", "4101")
"""Few enough that the same are taken again and again; long ones for those with MagentaEINS."""


@dataclass
class Builder:
    """A company on its way: what its workplaces may choose from."""

    rng: Random

    def __post_init__(self) -> None:
        rng = self.rng
        sites = rng.sample(("bonn", "koeln"), rng.choice((1, 2)))
        self.groups = {name: rng.sample(DEPARTMENTS, rng.randint(0, 3)) for name in sites}
        self.profiles = rng.sample(PROFILES, rng.randint(1, 3))
        self.owners = {block: rng.choice(sites) for block in BLOCKS}
        self.longer = {block: rng.choice((0, 0, 1)) for block in BLOCKS}
        self.basic = rng.random() < 0.5
        self.numbers = {site: self.stock(site) for site in sites}
        self.internals = rng.sample(INTERNALS, len(INTERNALS))

    def stock(self, site: str) -> list[str]:
        """The numbers of a group in any order, few of each block."""
        found = []
        for block in (block for block, owner in self.owners.items() if owner == site):
            ends = ("1", "2", "3") if block == "labor-1" else ("10", "11", "12", "13")
            base = BLOCKS[block].split('"')[1]
            found += [base + end + self.rng.choice(("", "5")) * self.longer[block] for end in ends]
        self.rng.shuffle(found)
        return found

    def settings(self) -> list[str]:
        """Company, blocks, groups and profiles."""
        lock = f"defaultBlockingProfile: {self.rng.choice(self.profiles)}" if self.rng.random() < 0.5 else ""
        return [
            acme(ANALYSED if self.basic else "", lock),
            *(document("NumberBlock", block, facts, f"group: {self.owners[block]}",
                       f"extendedBy: {self.longer[block]}") for block, facts in BLOCKS.items()),
            *(group(name, *departments) for name, departments in self.groups.items()),
            *(profile(name, *self.rng.sample(RANGES, 2)) for name in self.profiles),
        ]

    def seat(self, name: str) -> str:
        """A workplace; empty where its group has no number left."""
        rng, site = self.rng, self.rng.choice(list(self.groups))
        if not self.numbers[site]:
            return ""
        magenta = rng.random() < 0.2
        internal = next(i for i in self.internals if not magenta or len(i) > 2)
        self.internals.remove(internal)
        packages = [p for p in rng.sample(PACKAGES, rng.randint(0, 2)) if self.basic or p != "call-analytics"]
        devices = rng.sample(DEVICES, rng.randint(0, 2)) + ["mobile-client"] * magenta
        mobile = f'{{type: magentaeins, mobile: "+4917111100{rng.randint(1, 3)}{ord(name[0])}"}}'
        departments = self.groups[site]
        spec = workplace(
            name, f'external: "{self.numbers[site].pop()}", internal: "{internal}"',
            f"department: {rng.choice(departments)}" if departments and rng.random() < 0.7 else "",
            f"blockingProfile: {rng.choice(self.profiles)}" if rng.random() < 0.5 else "",
            f"packages: [{', '.join(packages)}]", f"devices: [{', '.join(f'{{profile: {d}}}' for d in devices)}]",
            f"mobileIntegration: {mobile}" if magenta else "", group=site)
        return document("Workplace", name, *spec, status=f"activatedOn: {rng.choice((OLD, OLD, YOUNG))}")


def company(rng: Random) -> str:
    """The documents of a random company."""
    builder = Builder(rng)
    seats = map(builder.seat, rng.sample(NAMES, rng.randint(0, len(NAMES))))
    return together((*builder.settings(), *seats))
