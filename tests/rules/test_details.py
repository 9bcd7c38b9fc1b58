"""What the examples of the rules do not show: severities, one cause one finding, who is told."""

from dataclasses import replace

import pytest

from reconciler.model.address import Address
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import spoken
from reconciler.model.resource import Life, State
from reconciler.model.rule import Example, Facts
from reconciler.rules import all_rules
from reconciler.rules._examples import company, document, first_generation, together, workplace
from reconciler.stages.judge.check import check
from tests.rules.worlds import world

RULES = list(all_rules().values())


def found(manifests: str, portal: str = "") -> list[tuple[str, str, str]]:
    """Rule, address and severity of all that the rules find."""
    facts, _ = world(Example(manifests, portal))
    return [
        (b.rule, str(b.address), str(b.severity or all_rules()[b.rule].severity)) for b in check(facts, RULES)
    ]


def breach(rule: str, manifests: str, portal: str = ""):
    """The one breach of a rule."""
    facts, _ = world(Example(manifests, portal))
    (only,) = [b for b in check(facts, RULES) if b.rule == rule]
    return only


@pytest.mark.parametrize(("name", "expected"), [
    ("beak", {"USERNAME-1"}),
    ("Bea.keller", {"USERNAME-2"}),
    ("bea.kellerÄ", {"USERNAME-2"}),
    ("bea keller", {"USERNAME-2"}),
    ("bea.kеller", {"USERNAME-2"}),
    ("bea._keller", {"USERNAME-3"}),
    ("_bea.keller", {"USERNAME-4"}),
    ("bea.keller..", {"USERNAME-4"}),
    ("bea..keller-", {"USERNAME-3", "USERNAME-4"}),
    ("12e7x", set()),
    ("b-k_9.z", set()),
])
def test_user_names(name, expected):
    """Each fault of a user name is told by one rule."""
    assert {rule for rule, *_ in found(workplace(f'"{name}"')) if rule.startswith("USERNAME")} == expected


@pytest.mark.parametrize(("name", "advice"), [
    ("Jürgen.Groß", "juergen.gross"),
    ("René.keller", "rene.keller"),
    ("ju\u0308rgen.k", "juergen.k"),
    ("bea.kеller", ""),
    ("Anna.Schmidt", ""),
])
def test_corrected_user_name(name, advice):
    """A corrected name is offered where it is the only one, and free."""
    help_ = breach("USERNAME-2", workplace(f'"{name}"')).help
    assert (help_.en if help_ else "") == (f"Write “{advice}”." if advice else "")


@pytest.mark.parametrize(("number", "more", "expected"), [
    ("5", {}, "INT-1"),
    ("1234567", {}, "INT-1"),
    ("1 2", {}, "INT-1"),
    ("７７", {}, "INT-1"),
    ("1102", {}, "INT-4"),
    ("112", {}, "INT-4"),
    ("78", {}, "INT-2"),
    ("11833", {}, "INT-3"),
    ("118333", {}, ""),
    ("077", {}, ""),
])
def test_one_rule_a_number(number, more, expected):
    """An internal number breaks one rule at most."""
    breaches = found(workplace(number=f'{{internal: "{number}"}}', **more))
    rules = {rule for rule, *_ in breaches if rule.startswith("INT")}
    assert rules == ({expected} if expected else set())


@pytest.mark.parametrize(("more", "expected"), [
    ({}, Severity.WARNING),
    ({"devices": "[{profile: desktop-client-full}]"}, Severity.WARNING),
    ({"devices": "[{profile: tablet-client}]"}, Severity.ERROR),
    ({"mobileIntegration": "{type: mobile-client}"}, Severity.ERROR),
])
def test_911(more, expected):
    """911 is an error exactly where something mobile could dial it."""
    number = '{internal: "911"}'
    assert ("INT-5", "workplace/b.keller", expected) in found(workplace(number=number, **more))


def test_login_of_an_existing_workplace():
    """Login data are asked of new workplaces, and of those of which the portal tells them: they would be emptied."""
    bare, both = workplace(login=""), {"AUTH-1", "AUTH-2"}
    assert both <= {rule for rule, *_ in found(bare)}
    assert both <= {rule for rule, *_ in found(bare, portal=workplace())}
    assert not both & {rule for rule, *_ in found(bare, portal=bare)}


def test_login_of_a_replaced_workplace():
    """A change of the group sets the workplace up anew, so that login data are needed again."""
    assert "AUTH-1" in {rule for rule, *_ in found(workplace(login="", group="koeln"), portal=workplace())}


def test_a_misspelt_template():
    """The error stands at the name and proposes the nearest one."""
    misspelt = breach("REF-1", together(document("Template", "vertrieb", group="bonn"), workplace(template="vertieb")))
    assert (misspelt.path, misspelt.values["nearest"]) == (("template",), "vertrieb")


def test_no_group_at_all():
    """Without any group to fall back to, GROUP-1 is an error."""
    alone = together(document("Company", "neu", generation='"2.0"'), document("Group", "bonn"), workplace(group=""))
    assert ("GROUP-1", "workplace/b.keller", "error") in found(alone)


@pytest.mark.parametrize(("rule", "wrong"), [
    ("BLOCK-1", document("Template", "vertrieb", group="bonn", blockingProfile="standart")),
    ("REF-1", document("Template", "vertrieb", group="bon")),
    ("PKG-12", document("Template", "vertrieb", group="bonn", packages="[asistant]")),
    ("PKG-11", document("Template", "vertrieb", group="bonn", packages="[conference]")),
    ("DEV-3", document("Template", "vertrieb", group="bonn", desktopClient="sfb")),
    ("TZ-1", company(timeZone="Europe/Berln")),
])
def test_one_cause_one_finding(rule, wrong):
    """What a template or the company says wrongly is told there, and not again for each heir."""
    heirs = (workplace(name, template="vertrieb", group="", blockingProfile="") for name in ("c.lang", "d.lang"))
    told = [address for id_, address, _ in found(together(wrong, *heirs)) if id_ == rule]
    assert len(told) == 1
    assert not told[0].startswith("workplace/")


def test_defaults_are_the_users_own():
    """What defaults say wrongly is told at the workplaces, since nobody else checks defaults."""
    defaults = document("Defaults", "alle", workplace="{blockingProfile: standart}")
    breaches = found(together(defaults, workplace(blockingProfile="")))
    told = [address for rule, address, _ in breaches if rule == "BLOCK-1"]
    assert told == ["workplace/b.keller"]


def test_path_of_an_item():
    """The path leads to the item as it was written, although lists are sorted and united."""
    template = document("Template", "vertrieb", group="bonn", packages="[group-function]")
    wrong = breach("PKG-12", together(template, workplace(template="vertrieb", packages="[conference-plus, asistant]")))
    assert wrong.path == ("packages", 1)


def named(breach: Breach) -> str:
    """Whom it is about."""
    assert breach.address
    return breach.address.name


def test_three_holders():
    """Every further holder is told, and names all the others."""
    number = '{external: "+49 228 6380-20"}'
    facts, _ = world(Example(together(*(workplace(f"seat.{n}", number=number) for n in "abc"))))
    told = {named(b): {spot.address.name for spot in b.also} for b in check(facts, RULES) if b.rule == "NUM-4"}
    assert told == {"seat.b": {"seat.a", "seat.c"}, "seat.c": {"seat.a", "seat.b"}}


def with_neighbour(life: Life) -> Facts:
    """The facts of an example, with a workplace of the portal that holds the same number and internal number."""
    facts, _ = world(Example(workplace("a.first", number='{external: "+49 228 6380-20", internal: "20"}')))
    wish = facts.after.of("workplace")["a.first"]
    neighbour = replace(wish, address=Address("workplace", "z.last"), layers=(), life=life)
    return Facts(facts.after.but([neighbour]), State([neighbour]), facts.today, wished=facts.wished)


def test_holder_that_no_manifest_names():
    """The wish is told of a neighbour whom only the portal knows, whoever comes first by name."""
    told = {(b.rule, named(b)) for b in check(with_neighbour(Life()), RULES)}
    assert {("NUM-4", "a.first"), ("INT-8", "a.first")} <= told


def test_holder_that_leaves():
    """A number whose holder's deletion is ordered counts as free."""
    told = {b.rule for b in check(with_neighbour(Life(leaving="o1-x")), RULES)}
    assert not {"NUM-4", "INT-8"} & told


@pytest.mark.parametrize(("number", "expected"), [
    ("+49 228 6380-20", set()),
    ("+49 228 6380-0", set()),
    ("+49 228 6380-205", {"NUM-5"}),
    ("+49 228 6380-2055555555", {"NUM-5"}),
    ("+49 221 987-20", {"NUM-1"}),
    ("+49 228 999-20", {"NUM-1"}),
    ("+43 1 234567", {"NUM-1"}),
    ("+49 228 999-123456789", {"NUM-2"}),
])
def test_number_space(number, expected):
    """Outside the group's blocks is NUM-1, longer than the block NUM-5, too long for the network NUM-2."""
    told = {rule for rule, *_ in found(workplace(number=f'{{external: "{number}", internal: "20"}}'))}
    assert {rule for rule in told if rule.startswith("NUM")} == expected


def test_number_of_another_group():
    """The advice names the group to which the number belongs."""
    wrong = breach("NUM-1", workplace(number='{external: "+49 221 987-20", internal: "20"}'))
    assert "koeln" in wrong.help.de


def test_no_blocks_known():
    """Without a single block nothing is said about the number space."""
    alone = together(document("Company", "neu"), document("Group", "bonn"), document("BlockingProfile", "standard"),
                     workplace(number='{external: "+49 228 999-20", internal: "20"}'))
    assert not [rule for rule, *_ in found(alone) if rule.startswith("NUM")]


def test_extension_beyond_the_network():
    """A block that is extended further than numbers may be long is told at the block."""
    block = document("NumberBlock", "bonn-6380", base='"+492286380"', first='"00"', last='"99"', group="bonn",
                     extendedBy='"4"')
    assert ("NUM-2", "numberblock/bonn-6380", "error") in found(block)


@pytest.mark.parametrize(("blocked", "expected"), [
    ("+49", "error"), ("+4", "error"), ("+491", "error"), ("110", "error"), ("1125", "error"), ("+49112", "error"),
    ("0110", "error"), ("116117", "warning"), ("+49116", "warning"),
    ("118", ""), ("+4915", ""), ("+49900", ""), ("+1", ""), ("anonymous", ""), ("116118", ""),
])
def test_emergency_calls_pass(blocked, expected):
    """Ranges that stop 110 or 112 are errors, those that stop 116117 warnings, others nothing."""
    told = [s for rule, _, s in found(document("BlockingProfile", "neu", outgoing=f'["{blocked}"]')) if rule == "E6"]
    assert told == ([expected] if expected else [])


def test_place_of_a_range():
    """The path counts as the user wrote the list, which is sorted and spelled differently inside."""
    assert breach("E6", document("BlockingProfile", "neu", outgoing='["0900", "0112"]')).path == ("outgoing", 1)


@pytest.mark.parametrize(("number", "user", "expected"), [
    ("nomadicUse: {restrictedTo: rheinufer}", "city: Köln", []),
    ("nomadicUse: {restrictedTo: rheinufer}", "city: KÖLN", []),
    ("nomadicUse: {restrictedTo: hauptsitz}", "city: Köln", [("workplace/c.lang", "warning")]),
    ("nomadicUse: {restrictedTo: rheinufer}", "city: Bonn", [("workplace/c.lang", "warning")]),
    ("nomadicUse: allowed", "city: Köln", [("company/musterwerke", "info")]),
])
def test_place_for_emergency_calls(number, user, expected):
    """A workplace that contradicts its number's line is a warning, nomadic use one note for the company."""
    wish = workplace("c.lang", group="koeln", user=f"{{firstName: C, lastName: Lang, address: {{{user}}}}}",
                number=f'{{external: "+49 221 987-20", internal: "20", {number}}}')
    assert [(address, s) for rule, address, s in found(wish) if rule == "E5"] == expected


STRICT = document("BlockingProfile", "streng", outgoing='["+49900", "118", "010", "+881", "+1", "+4915"]')


def test_weaker_profile_of_a_workplace():
    """Everything that opens is named, with what it costs."""
    opened = breach("G1", together(STRICT, workplace(blockingProfile="standard")),
                    together(STRICT, workplace(blockingProfile="streng")))
    assert opened.address.name == "b.keller"
    for words in ("118 (118, directory enquiries)", "+4910 (010, call-by-call)", "+881 (satellite)",
                  "+1 (international)", "+4915"):
        assert words in spoken(opened.values["opened"], "en")
    assert "+49900" not in spoken(opened.values["opened"], "en")


def test_lapse_to_the_default():
    """A workplace that loses its own stricter profile is told so."""
    wish = together(STRICT, workplace(blockingProfile=""))
    assert breach("G1", wish, together(STRICT, workplace(blockingProfile="streng"))).address.name == "b.keller"


def test_weaker_profile_of_a_group():
    """A group's weaker profile is told at the group, not at each of its workplaces."""
    group = "koeln"
    heirs = together(*(workplace(name, group=group, blockingProfile="") for name in ("c.lang", "d.lang")))
    wish = together(STRICT, heirs, document("Group", group, blockingProfile="standard"))
    portal = together(STRICT, heirs, document("Group", group, blockingProfile="streng"))
    assert [address for rule, address, _ in found(wish, portal) if rule == "G1"] == ["group/koeln"]


def test_wider_range_is_no_opening():
    """A longer range that a shorter one takes the place of stays blocked."""
    old = document("BlockingProfile", "standard", outgoing='["+49900", "+49137"]')
    new = document("BlockingProfile", "standard", outgoing='["+499", "+49137"]')
    assert not [rule for rule, *_ in found(new, old) if rule == "G1"]


def test_nothing_blocked_is_told_once():
    """A company without a default profile is one finding, however many workplaces it concerns."""
    lax = (company(defaultBlockingProfile="system"), document("Group", "bonn"))
    breaches = found(together(*lax, workplace(blockingProfile=""), workplace("c.lang", blockingProfile="")))
    told = [address for rule, address, _ in breaches if rule == "BLOCK-3"]
    assert told == ["company/musterwerke"]


@pytest.mark.parametrize(("profile", "packages", "expected"), [
    ("leader", "", True), ("leader", "[assistant]", False), ("agent", "[assistant]", True),
    ("agent", "[attendant-console]", False), ("agent", "[group-function]", False),
])
def test_extended_profiles(profile, packages, expected):
    """Leader and assistant need the assistant package, agents that of a group function or of the console."""
    told = {rule for rule, *_ in found(workplace(devices=f"[{{profile: {profile}}}]", packages=packages))}
    assert ("DEV-7" in told) == expected


def test_voice_only_client():
    """The voice-only client is a warning on 2.0 and fine on 1.0."""
    devices = "[{profile: desktop-client-voice-only}]"
    assert ("DEV-3", "workplace/b.keller", "warning") in found(workplace(devices=devices))
    assert not [rule for rule, *_ in found(first_generation(workplace(devices=devices))) if rule == "DEV-3"]


def test_mobile_client_of_the_first_generation():
    """On 1.0 the mobile client is no device."""
    told = found(first_generation(workplace(devices="[{profile: mobile-client}]")))
    assert ("DEV-4", "workplace/b.keller", "error") in told


def test_package_of_the_wrong_level():
    """A package of the company cannot be booked for a workplace, nor the other way round."""
    assert "PKG-12" in {rule for rule, *_ in found(workplace(packages="[call-analytics-basic]"))}
    assert "PKG-12" in {rule for rule, *_ in found(company(packages="[assistant]"))}


def test_own_catalogue():
    """What a Catalog document names is known."""
    catalog = document("Catalog", "eigenes", devices="[snom-d785]", packages="[recording]")
    wish = workplace(devices="[{profile: snom-d785}]", packages="[recording]")
    assert {"DEV-6", "PKG-12"} <= {rule for rule, *_ in found(wish)}
    assert not {"DEV-6", "PKG-12"} & {rule for rule, *_ in found(together(catalog, wish))}


@pytest.mark.parametrize(("portal", "expected"), [
    (workplace("c.lang", packages="[assistant]"), {"workplace/b.keller"}),
    (together(workplace(packages="[assistant]"), workplace("c.lang", packages="[assistant]")), {"workplace/b.keller"}),
])
def test_second_assistant_leaves(portal, expected):
    """The last workplace with the assistant package is told when the other one loses it."""
    wish = together(workplace(packages="[assistant]"), workplace("c.lang"))
    assert {address for rule, address, _ in found(wish, portal) if rule == "PKG-1"} == expected


def test_nothing_known_nothing_said():
    """Without company, groups, profiles and blocks, the rules that need them do not fail."""
    facts, _ = world(Example(together(document("Company", "neu"), workplace(
        department="vertrieb", blockingProfile="", packages="[assistant, call-analytics, conference]",
        devices="[{profile: mobile-client}, {profile: desktop-client-sfb}]",
        number='{external: "+49 228 1234-5", internal: "55", nomadicUse: {restrictedTo: dort}}'))))
    bare = Facts(State(facts.after.of("workplace").values()), wished=State(facts.wished.of("workplace").values()))
    told = {b.rule for b in check(bare, RULES)}
    assert not told & {"QUOTA-1", "NOMAD-2", "LINE-1", "PKG-5", "PKG-11", "DEV-3", "DEV-4", "NUM-1", "E5", "GROUP-3",
                       "DEPT-1"}
