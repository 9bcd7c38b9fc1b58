"""Rules as the command line tells them: which one speaks, of whom, and what it advises."""

import json

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, findings, office, seat, told, wish

MAGENTA = 'mobileIntegration: {type: magentaeins, mobile: "+49 170 1234520", customerAccount: "4711"}'


@pytest.mark.parametrize(("lang", "words"), [("de", "„auto“ behält die Nummer"), ("en", "“auto” keeps the number")])
def test_a_kept_internal_number_is_not_mended_by_auto(tmp_path, lang, words):
    """Who gets MagentaEINS and has two digits by ``auto`` is advised to write down a number, one that is free."""
    person = seat("b.keller", "20", internal="20")
    there = office(tmp_path, [person], [seat("b.keller", "20", MAGENTA)])
    (found,) = told(there, "INT-6", lang=lang)
    assert words in found["help"]
    advised = found["help"].split("„" if lang == "de" else "“")[-1].split("“" if lang == "de" else "”")[0]
    assert advised.isdigit()
    wish(there, seat("b.keller", "20", MAGENTA, internal=advised))
    assert told(there, "INT-6") == []


def test_a_kept_number_that_somebody_else_writes(tmp_path):
    """Two hold one number, one of them by ``auto``: the advice is not to write ``auto``."""
    kept = seat("z.last", "20").replace('{external: "+49 228 6380-20"}', "{external: auto, internal: auto}")
    there = office(tmp_path, [seat("z.last", "20", internal="20")], [seat("a.first", "20", internal="20"), kept])
    assert {f["rule"]: "keeps the number" in f["help"] for f in findings(there) if f["severity"] == "error"} == {
        "NUM-4": True, "INT-8": True}


WITHOUT = seat("b.keller", "20").replace('mobile: "+49 170 1234520"', "withoutMobile: true")


def test_passwords_by_mail_are_told_of_new_workplaces_only(tmp_path):
    """AUTH-3 speaks where a workplace is set up, and a silence of it is no finding afterwards."""
    assert len(told(office(tmp_path / "new", [], [WITHOUT]), "AUTH-3")) == 1
    quiet = WITHOUT.replace("name: b.keller}", 'name: b.keller, annotations: {reconciler/ignore: "AUTH-3 (known)"}}')
    there = office(tmp_path / "old", [seat("b.keller", "20")], [quiet])
    assert {"AUTH-3", "IGN-1"} & {f["rule"] for f in findings(there)} == set()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_swap_says_which_internal_numbers_stay(tmp_path, lang):
    """Two swap their numbers, the internal ones are ``auto`` and stay: the line of each new number says so, once."""
    stays = {"de": "bleibt", "en": "stays"}[lang]
    portal = [seat("a.first", "20", internal="20"), seat("z.last", "21", internal="21")]
    there = office(tmp_path, portal, [seat("a.first", "21"), seat("z.last", "20")])
    plan = json.loads(reconciler(there, "plan", "--output", "json", "--lang", lang).out)
    orders = [o for wave in plan["waves"] for o in wave["orders"]]
    last = {o["address"]: o for o in orders}
    assert {a: (o["body"]["number.external"], o["note"]) for a, o in last.items()} == {
        "workplace/a.first": ("+49228638021", f"number.internal {stays} 20"),
        "workplace/z.last": ("+49228638020", f"number.internal {stays} 21"),
    }
    text = " ".join(reconciler(there, "plan", "--lang", lang).out.split())
    assert text.count(f"number.internal {stays}") == 2
    assert " ".join(reconciler(there, "plan", "--concise", "--lang", lang).out.split()).count(stays) == 2


def test_an_internal_number_that_is_written_needs_no_word(tmp_path):
    """Whoever wrote the internal number down knows that it stays."""
    portal = [seat("a.first", "20", internal="20")]
    said = reconciler(office(tmp_path, portal, [seat("a.first", "21", internal="20")]), "plan")
    assert "+49228638021" in said.out
    assert "stays" not in said.out


def test_explain_says_what_auto_does_with_internal_numbers(tmp_path):
    """Chosen once, kept from then on."""
    said = reconciler(tmp_path, "explain", "workplace.number.internal", "--lang", "en").out
    assert "chooses once, at creation" in " ".join(said.split())
    assert "it stays, also when the public number changes" in " ".join(said.split())


KNOWN = """
USERNAME-1 USERNAME-2 USERNAME-3 USERNAME-4 USERNAME-5 USERNAME-6 AUTH-1 AUTH-2 AUTH-3 GROUP-1 GROUP-2 GROUP-3
DEPT-1 DEPT-2 LANG-1 NUM-1 NUM-2 NUM-3 NUM-4 NUM-5 NUM-6 NUM-7 NUM-8 NUM-9 INT-1 INT-2 INT-3 INT-4 INT-5 INT-6
INT-7 INT-8 NOMAD-1 NOMAD-2 BLOCK-1 BLOCK-2 BLOCK-3 BLOCK-4 DEV-1 DEV-2 DEV-3 DEV-4 DEV-5 MOB-1 MOB-2 MOB-3
MOB-4 PAR-1 PKG-1 PKG-2 PKG-3 PKG-4 PKG-5 PKG-6 PKG-7 PKG-8 PKG-9 PKG-10 TERM-1 TERM-2 TERM-3 TERM-4 QUOTA-1
CART-1 CART-2 TPL-1 PBX-1
"""


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_known_rule_is_explained(tmp_path, lang):
    """Each rule that the portal is known to have can be looked up, in both languages."""
    for rule in KNOWN.split():
        said = reconciler(tmp_path, "explain", rule, "--lang", lang)
        assert (said.exit, said.out.startswith(rule)) == (0, True)


@pytest.mark.parametrize("written", [
    "mobileIntegration: [{type: magentaeins}, {type: mobile-client}]",
    "mobileIntegration: {type: [magentaeins, mobile-client]}",
])
def test_two_mobile_integrations(tmp_path, written):
    """Whoever writes both is told that there is one."""
    found = findings(office(tmp_path, [], [seat("b.keller", "20", written)]))
    assert [f["rule"] for f in found if f["severity"] == "error"] == ["MOB-4"]


def test_a_number_where_the_portal_has_no_block(tmp_path):
    """Where the portal has no block at all, no number is one of the group's; it is said at its place."""
    bare = COMPANY.partition("---\napiVersion: cloudpbx/v1\nkind: NumberB")[0]
    (found,) = told(office(tmp_path, [], [seat("b.keller", "20", internal="20")], company=bare), "NUM-1")
    assert str(found["place"]).startswith("manifests/all.yaml:")
