"""Somebody who edits the manifests of a company at random; not every edit is lawful."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from random import Random

from tests.engine.engine import TODAY
from tests.engine.generator import BASES, Person, Wish
from tests.engine.worlds import OLD, YOUNG

FIRST = ("anna", "bert", "carl", "dora", "emil", "frida", "gabi", "hugo", "ida", "jan", "kim", "lena")
LAST = ("adler", "bach", "dorn", "ernst", "fink")
GROUPS = ("bonn", "koeln", "jena", "ulm")
DEPARTMENTS = ("innen", "aussen", "technik", "labor")
PROFILES = ("standard", "locked", "open", "night")
RANGES = ("+49900", "+49137", "+49180", "+4910")
PACKAGES = ("conference-plus", "group-function", "attendant-console", "call-analytics", "assistant")
ENDS = [f"{n:02d}" for n in range(10, 18)]
"""Few numbers, so that the same are wanted again and again."""
INTERNALS = [str(n) for n in range(210, 222)]
MOST = 9
"""So many people at most: lives are about days, not about size."""


class Editor:
    """Somebody who edits a wish at random; each edit gives another wish, lawful or not."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def founded(self) -> Wish:
        """The wish on the first day."""
        rng = self.rng
        groups = {g: dict.fromkeys(rng.sample(DEPARTMENTS, rng.randint(0, 3)), "") for g in rng.sample(GROUPS, 2)}
        first, second = groups
        wish = Wish(groups, {"eins": first, "zwei": first, "drei": second}, dict.fromkeys(BASES, 0),
                    {p: rng.sample(RANGES, 2) for p in rng.sample(PROFILES, 2)}, {}, rng.random() < 0.5,
                    TODAY + timedelta(days=rng.randint(5, 70)))
        for _ in range(rng.randint(2, 6)):
            self.hire(wish, TODAY)
        for person in wish.people.values():
            person.begins, person.since = None, rng.choice((OLD, OLD, YOUNG))
            if person.external.startswith(BASES["zwei"]):
                person.external = "auto"
        return wish

    def edited(self, wish: Wish, today: date) -> Wish:
        """The wish after one edit."""
        after = deepcopy(wish)
        edit = self.rng.choice(EDITS) if wish.people else Editor.hire
        edit(self, after, today)
        return after

    def hire(self, wish: Wish, today: date) -> None:
        """A new person, often with a number that somebody had, sometimes from a later day on."""
        rng, name = self.rng, f"{self.rng.choice(FIRST)}.{self.rng.choice(LAST)}"
        if len(wish.people) < MOST and name not in wish.people:
            group = rng.choice(list(wish.groups))
            person = Person(name, group, self.number(wish, group), self.internal())
            person.department = rng.choice(["", *wish.groups[group]])
            person.profile = rng.choice(["", *wish.profiles])
            person.packages = [p for p in rng.sample(PACKAGES, rng.choice((0, 0, 1, 2)))
                               if wish.basic or p != "call-analytics"]
            person.begins = today + timedelta(days=rng.randint(0, 20)) if rng.random() < 0.3 else None
            wish.people[name] = person

    def number(self, wish: Wish, group: str) -> str:
        """A number of the group's blocks, or ``auto``."""
        mine = [block for block, owner in wish.owners.items() if owner == group]
        if not mine or self.rng.random() < 0.25:
            return "auto"
        block = self.rng.choice(mine)
        return BASES[block] + self.rng.choice(ENDS) + self.rng.choice("05") * wish.longer[block]

    def internal(self) -> str:
        """An internal number, or ``auto``."""
        return self.rng.choice([*INTERNALS, "auto"])

    def leave(self, wish: Wish, _today: date) -> None:
        """Somebody leaves."""
        wish.people.pop(self.rng.choice(list(wish.people)), None)

    def replace(self, wish: Wish, today: date) -> None:
        """Somebody leaves, and a new one gets the number."""
        gone = wish.people.pop(self.rng.choice(list(wish.people)))
        before = set(wish.people)
        self.hire(wish, today)
        for name in set(wish.people) - before:
            wish.people[name].group, wish.people[name].external = gone.group, gone.external
            wish.people[name].department = ""

    def move(self, wish: Wish, _today: date) -> None:
        """Somebody goes to another group."""
        person = self.someone(wish)
        person.group = self.rng.choice(list(wish.groups))
        person.external, person.department = self.number(wish, person.group), ""

    def renumber(self, wish: Wish, _today: date) -> None:
        """Somebody gets another number, or another internal one."""
        person = self.someone(wish)
        if self.rng.random() < 0.6:
            person.external = self.number(wish, person.group)
        else:
            person.internal = self.internal()

    def swap(self, wish: Wish, _today: date) -> None:
        """Two or three of one group hand on their numbers in a ring, or any do with their internal ones."""
        first = self.someone(wish)
        others = [p for p in wish.people.values() if p.group == first.group and p is not first]
        ring = [first, *self.rng.sample(others, min(len(others), self.rng.choice((1, 1, 2))))]
        attribute = self.rng.choice(("external", "internal"))
        values = [getattr(person, attribute) for person in ring]
        for person, value in zip(ring, values[1:] + values[:1], strict=True):
            setattr(person, attribute, value)

    def dress(self, wish: Wish, _today: date) -> None:
        """Somebody gets or loses a package or MagentaEINS."""
        person, package = self.someone(wish), self.rng.choice(PACKAGES)
        if self.rng.random() < 0.3:
            person.magenta = not person.magenta
        elif package in person.packages:
            person.packages = [p for p in person.packages if p != package]
        else:
            person.packages = sorted([*person.packages, package])

    def team(self, wish: Wish, _today: date) -> None:
        """Two people get the assistant package, or all lose it."""
        if any("assistant" in person.packages for person in wish.people.values()):
            for person in wish.people.values():
                person.packages = [p for p in person.packages if p != "assistant"]
        else:
            for name in self.rng.sample(list(wish.people), min(2, len(wish.people))):
                wish.people[name].packages = sorted({*wish.people[name].packages, "assistant"})

    def analyse(self, wish: Wish, _today: date) -> None:
        """The company books its analytics, or ends all of them."""
        wish.basic = not wish.basic
        for person in wish.people.values() if not wish.basic else ():
            person.packages = [p for p in person.packages if p != "call-analytics"]

    def transfer(self, wish: Wish, _today: date) -> None:
        """Somebody changes the department or the blocking profile."""
        person = self.someone(wish)
        person.department = self.rng.choice(["", *wish.groups[person.group]])
        person.profile = self.rng.choice(["", *wish.profiles])

    def regroup(self, wish: Wish, _today: date) -> None:
        """A group gets or loses a department, a profile its ranges, or there is one more or less."""
        rng, group = self.rng, self.rng.choice(list(wish.groups))
        departments, spare = wish.groups[group], [p for p in PROFILES if p not in wish.profiles]
        if rng.random() < 0.4 and wish.profiles:
            wish.profiles[rng.choice(list(wish.profiles))] = rng.sample(RANGES, rng.randint(1, 3))
        elif rng.random() < 0.3 and spare:
            wish.profiles[rng.choice(spare)] = rng.sample(RANGES, 1)
        elif rng.random() < 0.3 and wish.profiles:
            self.drop_profile(wish)
        else:
            name = rng.choice(DEPARTMENTS)
            if departments.pop(name, None) is None:
                departments[name] = ""
            for person in wish.people.values():
                if person.group == group and person.department not in departments:
                    person.department = ""

    def drop_profile(self, wish: Wish) -> None:
        """A profile is taken away from all who have it."""
        name = self.rng.choice(list(wish.profiles))
        wish.profiles.pop(name)
        wish.was.pop(f"profile/{name}", None)
        for person in wish.people.values():
            person.profile = "" if person.profile == name else person.profile

    def extend(self, wish: Wish, _today: date) -> None:
        """A block is extended, or not any more; then everybody with a longer number gets another one."""
        block = self.rng.choice(list(BASES))
        wish.longer[block] = 1 - wish.longer[block]
        for person in wish.people.values():
            if person.external.startswith(BASES[block]) and len(person.external) > len(BASES[block]) + 2:
                person.external = person.external[:-1]

    def rename(self, wish: Wish, _today: date) -> None:
        """A group, a profile or a department is called otherwise, or somebody marries; old notes are dropped."""
        rng = self.rng
        wish.was.clear()
        for departments in wish.groups.values():
            departments.update(dict.fromkeys(departments, ""))
        rng.choice((self.rename_group, self.rename_profile, self.rename_department, self.marry))(wish)

    def rename_group(self, wish: Wish) -> None:
        """A group is called otherwise."""
        old, spare = self.rng.choice(list(wish.groups)), [g for g in GROUPS if g not in wish.groups]
        new = self.rng.choice(spare)
        wish.groups = {new if g == old else g: departments for g, departments in wish.groups.items()}
        wish.owners = {block: new if g == old else g for block, g in wish.owners.items()}
        wish.was[f"group/{new}"] = old
        for person in wish.people.values():
            person.group = new if person.group == old else person.group

    def rename_profile(self, wish: Wish) -> None:
        """A profile is called otherwise."""
        spare = [p for p in PROFILES if p not in wish.profiles]
        if wish.profiles and spare:
            old, new = self.rng.choice(list(wish.profiles)), self.rng.choice(spare)
            wish.profiles = {new if p == old else p: ranges for p, ranges in wish.profiles.items()}
            wish.was[f"profile/{new}"] = old
            for person in wish.people.values():
                person.profile = new if person.profile == old else person.profile

    def rename_department(self, wish: Wish) -> None:
        """A department is called otherwise."""
        group = self.rng.choice(list(wish.groups))
        departments = wish.groups[group]
        spare = [d for d in DEPARTMENTS if d not in departments]
        if departments and spare:
            old, new = self.rng.choice(list(departments)), self.rng.choice(spare)
            wish.groups[group] = {new if d == old else d: old if d == old else "" for d in departments}
            for person in wish.people.values():
                person.department = new if (person.group, person.department) == (group, old) else person.department

    def marry(self, wish: Wish) -> None:
        """Somebody gets another name, and keeps the number, or leaves it to chance."""
        person = self.someone(wish)
        name = f"{person.name.partition('.')[0]}.{self.rng.choice(LAST)}"
        if name not in wish.people:
            del wish.people[person.name]
            person.was, person.name = person.name, name
            wish.people[name] = person

    def someone(self, wish: Wish) -> Person:
        """Anybody."""
        return self.rng.choice(list(wish.people.values()))


EDITS: tuple[Callable[[Editor, Wish, date], None], ...] = (
    Editor.hire, Editor.hire, Editor.hire, Editor.leave, Editor.replace, Editor.move, Editor.renumber, Editor.renumber,
    Editor.swap, Editor.swap, Editor.dress, Editor.dress, Editor.team, Editor.analyse, Editor.transfer,
    Editor.regroup, Editor.extend, Editor.rename, Editor.rename,
)
