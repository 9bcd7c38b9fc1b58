"""What the examples of the rules do not show of blocking: emergency calls pass, and what opens is told."""

import pytest

from reconciler.model.message import spoken
from reconciler.rules._examples import company, document, together, workplace
from tests.rules.worlds import breach, found, named


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
    assert named(opened) == "b.keller"
    for words in ("118 (118, directory enquiries)", "+4910 (010, call-by-call)", "+881 (satellite)",
                  "+1 (international)", "+4915"):
        assert words in spoken(opened.values["opened"], "en")
    assert "+49900" not in spoken(opened.values["opened"], "en")


def test_lapse_to_the_default():
    """A workplace that loses its own stricter profile is told so."""
    wish = together(STRICT, workplace(blockingProfile=""))
    assert named(breach("G1", wish, together(STRICT, workplace(blockingProfile="streng")))) == "b.keller"


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
