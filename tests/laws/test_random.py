"""Random companies that become other random companies, some with a third wish in between."""

from random import Random

import pytest

from reconciler.model.order import Outcome
from tests.laws.play import Play, buy, content, portal_of
from tests.laws.stories import assert_safe, assert_there
from tests.laws.worlds import BLOCKS, OLD, YOUNG, document, group, profile, read

import os; COMPANIES = int(os.environ.get("NN", "60"))
NAMES = ("anna.adler", "bert.bach", "carl.clausen", "dora.dorn", "emil.ernst", "frida.fink", "gabi.graf", "hugo.hahn")
DEPARTMENTS = ("innen", "aussen", "technik")
PROFILES = ("standard", "locked", "open")
PACKAGES = ("conference-plus", "group-function", "attendant-console", "call-analytics")
INTERNALS = ("10", "11", "12", "13", "310", "311", "312", "313", "314", "315", "4100", "4101")
MOST = 8
FACTS = ('generation: "2.0", contract: line, lines: [{name: hauptsitz, address: {city: Bonn}}, '
         "{name: rheinufer, address: {city: Köln}}], quota: 50")


def company(rng: Random) -> str:
    """The documents of a lawful company; all have the same contract."""
    groups = {name: rng.sample(DEPARTMENTS, rng.randint(0, 3)) for name in rng.sample(("bonn", "koeln"), rng.choice((1, 2)))}
    profiles = rng.sample(PROFILES, rng.randint(1, 3))
    owners = {block: rng.choice(list(groups)) for block in BLOCKS}
    longer = {block: rng.choice((0, 0, 1)) for block in BLOCKS}
    basic = rng.random() < 0.5
    texts = [document("Company", "acme", FACTS, "packages: [call-analytics-basic]" if basic else "",
                      f"defaultBlockingProfile: {rng.choice(profiles)}" if rng.random() < 0.5 else "",
                      status=f"bookedOn: {{call-analytics-basic: {OLD}}}" if basic else "")]
    texts += [document("NumberBlock", block, facts, f"group: {owners[block]}", f"extendedBy: {longer[block]}")
              for block, facts in BLOCKS.items()]
    texts += [group(name, *departments) for name, departments in groups.items()]
    texts += [profile(name, *rng.sample(("+49900", "+49137", "+49180"), 2)) for name in profiles]
    numbers = {name: _numbers(rng, name, owners, longer) for name in groups}
    internals = rng.sample(INTERNALS, len(INTERNALS))
    for name in rng.sample(NAMES, rng.randint(0, MOST)):
        home = rng.choice(list(groups))
        if numbers[home]:
            texts.append(_seat(rng, name, home, numbers[home].pop(), internals, groups[home], profiles, basic=basic))
    return "---\n".join(texts)


def _numbers(rng: Random, home: str, owners: dict[str, str], longer: dict[str, int]) -> list[str]:
    """Numbers of a group, few enough that the same are taken again and again."""
    found = []
    for block, owner in owners.items():
        base = BLOCKS[block].split('"')[1]
        ends = ("1", "2", "3") if block == "labor-1" else ("10", "11", "12", "13")
        found += [base + end + rng.choice(("", "5")) * longer[block] for end in ends if owner == home]
    rng.shuffle(found)
    return found


def _seat(
    rng: Random, name: str, home: str, number: str, internals: list[str], departments: list[str], profiles: list[str],
    *, basic: bool,
) -> str:
    first, _, last = name.partition(".")
    magenta = rng.random() < 0.2
    able = [i for i in internals if not magenta or len(i) > 2]
    internal = able[0]
    internals.remove(internal)
    packages = [p for p in rng.sample(PACKAGES, rng.randint(0, 2)) if basic or p != "call-analytics"]
    mobile = f'{{type: magentaeins, mobile: "+49171111000{rng.randint(1, 3)}{ord(name[0])}", customerAccount: "4711"}}'
    devices = rng.sample(("desktop-client-full", "polycom-vvx-201"), rng.randint(0, 2)) + ["mobile-client"] * magenta
    return document(
        "Workplace", name, f"group: {home}", f"user: {{firstName: {first}, lastName: {last}}}",
        f'login: {{email: {name}@acme.example, mobile: "+4917155500{ord(name[0])}"}}',
        f'number: {{external: "{number}", internal: "{internal}"}}',
        f"department: {rng.choice(departments)}" if departments and rng.random() < 0.7 else "",
        f"blockingProfile: {rng.choice(profiles)}" if rng.random() < 0.5 else "",
        f"packages: [{', '.join(packages)}]", f"devices: [{', '.join(f'{{profile: {d}}}' for d in devices)}]",
        f"mobileIntegration: {mobile}" if magenta else "", status=f"activatedOn: {rng.choice((OLD, OLD, YOUNG))}")


@pytest.mark.parametrize("seed", range(COMPANIES))
def test_random_companies(seed: int) -> None:
    """They converge, again and again the same, and every order on the way is safe."""
    print(f"pytest tests/laws/test_random.py -k '[{seed}]'")  # noqa: T201
    rng = Random(seed)  # noqa: S311
    first, between, last = (read(company(rng)) for _ in range(3))
    play, rounds = Play(portal := portal_of(content(first)), last), []
    if seed % 2:
        start = Play(portal, between)
        rounds.append(start.apply())
        if seed % 4 == 1:
            buy(portal)
    rounds += play.converge(twice=True).rounds
    assert_there(play, content(last))
    assert_safe(rounds)
    for found in play.rounds:
        assert {r.outcome for r in found.again} <= {Outcome.ALREADY_PRESENT}
        assert found.fresh
        assert not found.fresh.plan.due
